// One § with its numbers, and whether it is a law's.

struct ParagraphReader {
  private let lawNames: [[UInt8]]

  private static let lawEndings = ["lagen", "balken", "förordningen", "förordning", "stadgan"].map { Array($0.utf8) }
  private static let lawParts = ["stycket", "st", "punkten", "p", "meningen"].map { Array($0.utf8) }
  private static let joins = ["och", "samt"].map { Array($0.utf8) }
  private static let points = ["punkterna", "punkten", "punkt", "p"].map { Array($0.utf8) }
  private static let chapter = Array("kap".utf8)
  private static let inWord = Array("i".utf8)
  /// More § than one decision list or one meeting's minutes name in a range.
  static let longestRange = 500

  init(lawNames: [String]) {
    self.lawNames = lawNames.map { name in
      let bytes = Array(name.utf8)
      return bytes.span.loweredBytes(0..<bytes.count)
    }
  }

  /// The mention whose signs stand at `signs`; nil where no number goes with them. A range of more than `allowance` numbers is not written out.
  func read(_ text: Span<UInt8>, signs: Range<Int>, notBefore limit: Int, _ allowance: Int) -> ParagraphMention? {
    let before = numberBefore(text, signs.lowerBound, limit)
    let start = text.skippingSpaces(from: signs.upperBound, limit: 2)
    guard let first = number(text, at: start), before == nil || !isLawPart(text, at: first.end), before?.hasChapter != true else {
      return before.map { ParagraphMention(kind: .law, numbers: [$0.number], range: $0.start..<signs.upperBound) }
    }
    var mention = ParagraphMention(kind: .minutes, numbers: [first.number], range: signs.lowerBound..<first.end)
    if let year = yearBehindSlash(text, at: first.end) {
      mention.numbers[0].year = year.value
      mention.range = signs.lowerBound..<year.end
    } else {
      readMore(text, isPlural: signs.count > 2, allowance, &mention)
    }
    if isLaw(text, mention) { mention.kind = .law } else { readPoint(text, &mention) }
    return mention
  }

  private func number(_ text: Span<UInt8>, at start: Int) -> (number: ParagraphNumber, end: Int)? {
    let end = text.digitsEnd(from: start)
    guard end - start <= 4, let value = text.integer(start..<end), value > 0 else { return nil }
    let isLettered = text.isLower(end) && text.letterLength(at: end) == 1 && text.letterLength(at: end + 1) == 0 && !text.isDigit(end + 1)
    guard isLettered else { return (ParagraphNumber(value), end) }
    return (ParagraphNumber(value, letter: text.string(end..<end + 1)), end + 1)
  }

  /// The number of a law's section before the sign: `9 §`, `9 a §`, `3 kap. 9 §`.
  private func numberBefore(_ text: Span<UInt8>, _ sign: Int, _ limit: Int) -> (number: ParagraphNumber, start: Int, hasChapter: Bool)? {
    var end = text.skippingSpaces(before: sign, limit: 1)
    var letter: String?
    if text.letterLength(before: end) == 1, text.letterLength(before: end - 1) == 0 {
      letter = text.string(end - 1..<end)
      end = text.skippingSpaces(before: end - 1, limit: 1)
    }
    let start = text.digitsStart(before: end)
    guard start >= limit, (1...3).contains(end - start), let value = text.integer(start..<end), value > 0,
      !isPartOfDate(text, start)
    else { return nil }
    let chapter = chapterStart(text, before: start)
    return (ParagraphNumber(value, letter: letter), chapter ?? start, chapter != nil)
  }

  private func isPartOfDate(_ text: Span<UInt8>, _ start: Int) -> Bool {
    switch text.at(start - 1) {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"): return text.isDigit(start - 2)
    default: return false
    }
  }

  /// Where `3 kap.` begins before a section's number.
  private func chapterStart(_ text: Span<UInt8>, before start: Int) -> Int? {
    var end = text.skippingSpaces(before: start, limit: 2)
    if text.at(end - 1) == UInt8(ascii: ".") { end -= 1 }
    guard text.matches(Self.chapter, at: end - 3), text.letterLength(before: end - 3) == 0 else { return nil }
    let numberEnd = text.skippingSpaces(before: end - 3, limit: 2)
    return text.digitsStart(before: numberEnd)
  }

  /// `2 § 1 st.`: the number after the sign is a part of the section.
  private func isLawPart(_ text: Span<UInt8>, at end: Int) -> Bool {
    word(text, at: text.skippingSpaces(from: end, limit: 1), isIn: Self.lawParts)
  }

  private func isLaw(_ text: Span<UInt8>, _ mention: ParagraphMention) -> Bool {
    if mention.numbers[0].letter != nil { return true }
    if chapterStart(text, before: mention.range.lowerBound) != nil { return true }
    var start = text.skippingSpaces(from: mention.range.upperBound, limit: 1)
    if word(text, at: start, isIn: [Self.inWord]) { start = text.skippingSpaces(from: start + 1, limit: 1) }
    return isLawName(text, start..<text.lettersEnd(from: start))
  }

  private func isLawName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if Self.lawEndings.contains(where: { $0.count <= range.count && text.matches($0, at: range.upperBound - $0.count) }) { return true }
    return lawNames.contains { $0.count == range.count && text.matches($0, at: range.lowerBound) }
  }

  private func word(_ text: Span<UInt8>, at start: Int, isIn words: [[UInt8]]) -> Bool {
    let end = text.lettersEnd(from: start)
    return words.contains { $0.count == end - start && text.matches($0, at: start) }
  }

  /// `§ 63/20`, `§ 63/2020`; no day and month (`§ 3 21/2`).
  private func yearBehindSlash(_ text: Span<UInt8>, at end: Int) -> (value: Int, end: Int)? {
    guard text.at(end) == UInt8(ascii: "/") else { return nil }
    let yearEnd = text.digitsEnd(from: end + 1)
    guard let value = text.integer(end + 1..<yearEnd), text.at(yearEnd) != UInt8(ascii: "-") else { return nil }
    if yearEnd - end == 3 { return (2000 + value, yearEnd) }
    return yearEnd - end == 5 && value >= 1900 && value < 2100 ? (value, yearEnd) : nil
  }

  /// Takes `-143` after any § and `, 12 och 14` after `§§`.
  private func readMore(_ text: Span<UInt8>, isPlural: Bool, _ allowance: Int, _ mention: inout ParagraphMention) {
    while let last = mention.numbers.last {
      let end = mention.range.upperBound
      if let upper = rangeEnd(text, from: end, after: last.number), upper.value - last.number <= allowance {
        mention.numbers += (last.number + 1...upper.value).map { ParagraphNumber($0) }
        mention.range = mention.range.lowerBound..<upper.end
      } else if isPlural, let next = nextInList(text, from: end, after: last.number) {
        mention.numbers.append(ParagraphNumber(next.value))
        mention.range = mention.range.lowerBound..<next.end
      } else {
        return
      }
    }
  }

  private func rangeEnd(_ text: Span<UInt8>, from end: Int, after low: Int) -> (value: Int, end: Int)? {
    let near = text.skippingSpaces(from: end, limit: 1)
    let dash = text.dashLength(at: near)
    guard dash > 0 else { return nil }
    return followingNumber(text, at: text.skippingSpaces(from: near + dash, limit: 1), after: low)
  }

  private func nextInList(_ text: Span<UInt8>, from end: Int, after low: Int) -> (value: Int, end: Int)? {
    var position = text.at(end) == UInt8(ascii: ",") ? end + 1 : end
    position = text.skippingSpaces(from: position, limit: 1)
    if word(text, at: position, isIn: Self.joins) {
      position = text.skippingSpaces(from: text.lettersEnd(from: position), limit: 1)
    }
    return position > end ? followingNumber(text, at: position, after: low) : nil
  }

  /// A number above `low` that stands alone: no day of a date, no year.
  private func followingNumber(_ text: Span<UInt8>, at start: Int, after low: Int) -> (value: Int, end: Int)? {
    let end = text.digitsEnd(from: start)
    guard end - start <= 4, let value = text.integer(start..<end), value > low, value - low <= Self.longestRange else { return nil }
    guard text.letterLength(at: end) == 0, text.dashLength(at: end) == 0 || !text.isDigit(end + text.dashLength(at: end)) else {
      return nil
    }
    guard text.at(end) != UInt8(ascii: "/"), MonthName.match(text, at: text.skippingSpaces(from: end, limit: 1)) == nil else { return nil }
    return (value, end)
  }

  /// Takes `punkt 3` after the number.
  private func readPoint(_ text: Span<UInt8>, _ mention: inout ParagraphMention) {
    var start = mention.range.upperBound
    if text.at(start) == UInt8(ascii: ",") { start += 1 }
    start = text.skippingSpaces(from: start, limit: 1)
    guard start > mention.range.upperBound, word(text, at: start, isIn: Self.points) else { return }
    var numberStart = text.lettersEnd(from: start)
    if text.at(numberStart) == UInt8(ascii: ".") { numberStart += 1 }
    numberStart = text.skippingSpaces(from: numberStart, limit: 1)
    let end = text.digitsEnd(from: numberStart)
    guard end - numberStart <= 3, let value = text.integer(numberStart..<end) else { return }
    mention.point = value
    mention.range = mention.range.lowerBound..<end
  }
}
