// Which date goes with which §. Writers put the date first ("den 3 maj 2022 § 12") or last ("§ 12, 2022-05-03"), once for each § or
// once for several.

struct CitationPairing {
  private let mentions: [ParagraphMention]
  private let dates: [DateScanner.Hit]
  /// The next date not yet passed.
  private var nextDate = 0
  /// The last date that a § before it has taken.
  private var takenDate = -1
  private var lastEnd = 0

  /// How far before a citation a body's name is looked for.
  private static let reach = 160
  /// How many bytes may stand between a date and its §.
  private static let widestGap = 60

  init(mentions: [ParagraphMention], dates: [DateScanner.Hit]) {
    self.mentions = mentions
    self.dates = dates
  }

  mutating func citations(_ text: Span<UInt8>) -> [Citation] {
    var found: [Citation] = []
    var index = 0
    while index < mentions.count {
      let end = endOfCluster(text, from: index)
      if mentions[index].kind == .minutes { found += citations(text, cluster: index..<end) }
      index = end
    }
    return found
  }

  /// Past the § that stand side by side (`§ 63 och § 64`) and share a date.
  private func endOfCluster(_ text: Span<UInt8>, from index: Int) -> Int {
    var end = index + 1
    while end < mentions.count, mentions[end].kind == mentions[index].kind,
      Gap(text, mentions[end - 1].range.upperBound..<mentions[end].range.lowerBound).isJoin
    {
      end += 1
    }
    return end
  }

  private mutating func citations(_ text: Span<UInt8>, cluster: Range<Int>) -> [Citation] {
    let start = mentions[cluster.lowerBound].range.lowerBound
    let end = mentions[cluster.upperBound - 1].range.upperBound
    while nextDate < dates.count, dates[nextDate].range.lowerBound < start { nextDate += 1 }
    guard let choice = choose(text, start..<end, cluster) else { return [] }
    if choice.index >= nextDate { takenDate = choice.index }
    return make(text, cluster, choice)
  }

  /// The date of the § in `range`: the one before it unless taken, else the one after it.
  private func choose(_ text: Span<UInt8>, _ range: Range<Int>, _ cluster: Range<Int>) -> (index: Int, gap: Gap)? {
    let before = gapBefore(text, range, cluster)
    let after = gapAfter(text, range, cluster)
    if let before, before.gap.isTight { return before }
    if let after, after.gap.isTight, !belongsToNext(text, after, cluster) { return after }
    if let before { return before }
    guard let after, !after.gap.isTight, !isFollowedTightly(text, after.index, cluster) else { return nil }
    return after
  }

  private func gapBefore(_ text: Span<UInt8>, _ range: Range<Int>, _ cluster: Range<Int>) -> (index: Int, gap: Gap)? {
    let index = nextDate - 1
    guard index >= 0, index > takenDate, dates[index].range.upperBound <= range.lowerBound else { return nil }
    if cluster.lowerBound > 0, mentions[cluster.lowerBound - 1].range.upperBound > dates[index].range.lowerBound { return nil }
    // A line that ends in a date, and words on the next: a heading (`KS § 46`), most likely.
    guard let found = usable(text, index, dates[index].range.upperBound..<range.lowerBound, cluster) else { return nil }
    return found.gap.isTight || !text.isLineEnd(found.gap.range.lowerBound) ? found : nil
  }

  private func gapAfter(_ text: Span<UInt8>, _ range: Range<Int>, _ cluster: Range<Int>) -> (index: Int, gap: Gap)? {
    guard nextDate < dates.count, dates[nextDate].range.lowerBound >= range.upperBound else { return nil }
    if cluster.upperBound < mentions.count, mentions[cluster.upperBound].range.lowerBound < dates[nextDate].range.lowerBound { return nil }
    guard let found = usable(text, nextDate, range.upperBound..<dates[nextDate].range.lowerBound, cluster) else { return nil }
    // A § with a capital after it is a heading, whose title may name a day.
    return found.gap.isTight || text.isLower(text.skippingSpaces(from: range.upperBound, limit: 1)) ? found : nil
  }

  /// Six digits are a date only right beside a §.
  private func usable(_ text: Span<UInt8>, _ index: Int, _ range: Range<Int>, _ cluster: Range<Int>) -> (index: Int, gap: Gap)? {
    guard range.count <= Self.widestGap, !isLastOfDays(text, dates[index].range.lowerBound) else { return nil }
    let gap = Gap(text, range)
    let end = dates[index].range.upperBound
    let isSixDigits = end - text.digitsStart(before: end) == 6
    if gap.isTight { return !gap.hasBlankLine || goesOn(text, after: cluster) ? (index, gap) : nil }
    return gap.isOfWords && !gap.hasBlankLine && !isSixDigits ? (index, gap) : nil
  }

  /// `den 4 och 18 mars 2024`: which of the days a § is of is not told.
  private func isLastOfDays(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let end = text.skippingSpaces(before: start, limit: 2)
    guard let word = Gap.joins.first(where: { text.matches($0, at: end - $0.count) }) else { return false }
    let day = text.skippingSpaces(before: end - word.count, limit: 2)
    let digits = text.digitsStart(before: day)
    return (1...2).contains(day - digits) && text.at(digits - 1) == 0x20 && text.isDigit(start)
      && text.letterLength(before: text.skippingSpaces(before: digits, limit: 1)) > 0
  }

  /// Whether a sentence goes on after the §, which then is no heading (`§ 168 ska följas upp`).
  private func goesOn(_ text: Span<UInt8>, after cluster: Range<Int>) -> Bool {
    text.isLower(text.skippingSpaces(from: mentions[cluster.upperBound - 1].range.upperBound, limit: 1))
  }

  /// `§ 12, den 3 maj 2022 § 14`: the date stands nearer to the § after it.
  private func belongsToNext(_ text: Span<UInt8>, _ after: (index: Int, gap: Gap), _ cluster: Range<Int>) -> Bool {
    guard let next = gapToNext(text, after.index, cluster), next.isTight else { return false }
    if after.gap.hasComma != next.hasComma { return after.gap.hasComma }
    return !endsInDate(text, from: cluster.upperBound, dateIndex: after.index + 1)
  }

  private func isFollowedTightly(_ text: Span<UInt8>, _ index: Int, _ cluster: Range<Int>) -> Bool {
    gapToNext(text, index, cluster)?.isTight ?? false
  }

  private func gapToNext(_ text: Span<UInt8>, _ index: Int, _ cluster: Range<Int>) -> Gap? {
    guard cluster.upperBound < mentions.count else { return nil }
    let range = (dates[index].range.upperBound, mentions[cluster.upperBound].range.lowerBound)
    guard range.0 <= range.1, range.1 - range.0 <= Self.widestGap else { return nil }
    return Gap(text, range.0..<range.1)
  }

  /// Whether the § after the date has a date of its own behind it (`§ 43, 2023-11-06, § 44, 2023-12-06`).
  private func endsInDate(_ text: Span<UInt8>, from mention: Int, dateIndex: Int) -> Bool {
    guard dateIndex < dates.count else { return false }
    let range = (mentions[mention].range.upperBound, dates[dateIndex].range.lowerBound)
    return range.0 <= range.1 && range.1 - range.0 <= Self.widestGap && Gap(text, range.0..<range.1).isTight
  }

  private mutating func make(_ text: Span<UInt8>, _ cluster: Range<Int>, _ choice: (index: Int, gap: Gap)) -> [Citation] {
    let date = dates[choice.index]
    let start = min(date.range.lowerBound, mentions[cluster.lowerBound].range.lowerBound)
    let before = textBefore(text, start)
    var found: [Citation] = []
    for mention in mentions[cluster] {
      let range = min(start, mention.range.lowerBound)..<max(date.range.upperBound, mention.range.upperBound)
      found += mention.numbers.map { number in
        Citation(
          date: date.date, paragraph: number.number, point: mention.point, range: range, before: before, between: choice.gap.range,
          isAdjacent: choice.gap.isTight)
      }
      lastEnd = max(lastEnd, range.upperBound)
    }
    return found
  }

  /// Back to the citation before, a blank line or ``reach`` bytes, whole characters only.
  private func textBefore(_ text: Span<UInt8>, _ end: Int) -> Range<Int> {
    var start = max(min(lastEnd, end), end - Self.reach)
    while start < end, text.at(start) & 0xC0 == 0x80 { start += 1 }
    for index in stride(from: end - 1, to: start, by: -1) where text.at(index) == 0x0A && text.at(index - 1) == 0x0A {
      start = index + 1
      break
    }
    return start..<end
  }
}

/// What stands between a date and a §.
struct Gap {
  let range: Range<Int>
  /// Nothing but white space, commas, colons and brackets.
  private(set) var isTight = true
  /// Words of one sentence, few enough for a body's name.
  private(set) var isOfWords = true
  private(set) var hasComma = false
  private(set) var hasBlankLine = false
  /// Nothing but white space, commas and `och` or `samt`.
  private(set) var isJoin = true

  static let joins = ["och", "samt"].map { Array($0.utf8) }
  /// As many words as a body's name and what leads to it.
  private static let mostWords = 6

  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    self.range = range
    guard range.count <= 200 else {
      (isTight, isOfWords, isJoin) = (false, false, false)
      return
    }
    var words = 0
    var index = range.lowerBound
    while index < range.upperBound { index = take(text, at: index, &words) }
    if words > Self.mostWords { isOfWords = false }
  }

  private mutating func take(_ text: Span<UInt8>, at index: Int, _ words: inout Int) -> Int {
    let space = text.spaceLength(at: index)
    if space > 0 {
      if text.isLineEnd(index), text.isLineEnd(index + 1) { (hasBlankLine, isJoin) = (true, false) }
      return index + space
    }
    let wordEnd = text.lettersEnd(from: index)
    if wordEnd > index {
      words += 1
      isTight = false
      if !Self.joins.contains(where: { $0.count == wordEnd - index && text.matches($0, at: index) }) { isJoin = false }
      return wordEnd
    }
    takeSign(text.at(index))
    return index + 1
  }

  private mutating func takeSign(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ","): hasComma = true
    case UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): isJoin = false
    // `2024-06-03/§ 45`.
    case UInt8(ascii: "/"): (isTight, isJoin) = (isTight && range.count == 1, false)
    case UInt8(ascii: "-"): (isTight, isJoin) = (false, false)
    default: (isTight, isOfWords, isJoin) = (false, false, false)
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a line ends at `index`, white space before its end passed over.
  func isLineEnd(_ index: Int) -> Bool {
    var end = index
    while at(end) == 0x20 || at(end) == 0x0D { end += 1 }
    return at(end) == 0x0A
  }
}
