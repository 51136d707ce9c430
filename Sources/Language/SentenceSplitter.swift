/// Cuts Swedish office prose into sentences.
public struct SentenceSplitter: Sendable {
  /// Short forms whose point ends no sentence, in lower case without the last point.
  private let abbreviations: Set<[UInt8]>
  private let linesAreBlocks: Bool

  /// - Parameters:
  ///   - abbreviations: short forms beside ``standardAbbreviations``, in any case, with or without their last point.
  /// - linesAreBlocks: whether a line break ends a sentence, as in text whose lines are joined. A blank line, a page break and a
  /// bullet at
  ///     a line's start end one always.
  public init(abbreviations: [String] = [], linesAreBlocks: Bool = false) {
    self.abbreviations = Set((Self.standardAbbreviations + abbreviations).map(Self.key))
    self.linesAreBlocks = linesAreBlocks
  }

  /// The short forms that Swedish writes everywhere. Those in ``closing`` may end a sentence.
  public static let standardAbbreviations = [
    "adj.", "anm.", "art.", "avd.", "avs.", "bil.", "bl.a.", "ca.", "dnr.", "doc.", "dr.", "dvs.", "d.v.s.", "e.d.", "ekv.", "em.",
    "enl.", "ev.", "ex.", "exkl.", "f.d.", "f.n.", "f.ö.", "f.v.b.", "f.å.", "fig.", "fm.", "forts.", "fr.", "fr.o.m.", "f.r.o.m.", "förf.",
    "ggr.",
    "gm.", "hr.", "i.e.", "ing.", "inkl.", "inv.", "i.o.m.", "i.s.f.", "jfr.", "kap.", "kl.", "kv.", "kvm.", "l.", "max.", "milj.",
    "min.",
    "mån.", "n.b.", "nr.", "näml.", "o.", "obs.", "omr.", "ordf.", "p.g.a.", "pga.", "p.", "pers.", "pkt.", "prof.", "prel.", "prop.",
    "ref.",
    "reg.", "resp.", "s.", "s.k.", "sek.", "sid.", "sign.", "skr.", "tab.", "tel.", "tex.", "t.ex.", "t.f.", "tf.", "tfn.",
    "tills.",
    "tim.", "tjg.", "t.o.m.", "t.v.", "uppg.", "u.a.", "u.å.", "v.", "vol.", "v.g.", "vice ordf.", "äv.", "ö.", "övr.", "jan.",
    "feb.", "febr.",
    "mar.", "apr.", "aug.", "sept.", "sep.", "okt.", "nov.", "dec.",
  ]

  /// Short forms that close a list: before a capital they end the sentence too.
  private static let closing = Set(
    ["st.", "m.m.", "m.fl.", "mm.", "etc.", "osv.", "o.s.v.", "o.d.", "o.dyl.", "dyl."].map(key))

  private static func key(_ word: String) -> [UInt8] {
    let bytes = Array(word.utf8)
    let lower = bytes.span.loweredBytes(0..<bytes.count)
    return lower.last == UInt8(ascii: ".") ? Array(lower.dropLast()) : lower
  }

  /// The UTF-8 bytes of each sentence in `text`, in order, without the white space around it. A list's number stays with its sentence.
  public func split(_ text: [UInt8]) -> [Range<Int>] {
    let span = text.span
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < span.count {
      let step = step(span, at: index, from: start)
      if step.endsSentence {
        append(span, start..<step.next, to: &sentences)
        start = step.next
      }
      index = step.next
    }
    append(span, start..<span.count, to: &sentences)
    return sentences
  }

  private func append(_ text: Span<UInt8>, _ range: Range<Int>, to sentences: inout [Range<Int>]) {
    var start = range.lowerBound
    while start < range.upperBound, case let space = text.spaceLength(at: start), space > 0 { start += space }
    var end = range.upperBound
    while end > start, case let space = text.spaceLength(before: end), space > 0 { end -= space }
    if start < end { sentences.append(start..<end) }
  }

  /// Past the byte or the row of signs at `index`, and whether a sentence ends there.
  @inline(__always)
  private func step(_ text: Span<UInt8>, at index: Int, from start: Int) -> (next: Int, endsSentence: Bool) {
    switch text[unchecked: index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      let end = afterClosers(text, from: index + 1)
      return (end, endsSentence(text, at: index, end, from: start))
    case 0x0A, 0x0C: return (index + 1, endsBlock(text, at: index))
    default: return (index + 1, false)
    }
  }

  /// A blank line, a page break, a line break before a bullet; any line break where lines are blocks.
  private func endsBlock(_ text: Span<UInt8>, at index: Int) -> Bool {
    if linesAreBlocks || text.at(index) == 0x0C { return true }
    var next = index + 1
    while text.at(next) == 0x20 || text.at(next) == 0x0D { next += 1 }
    return text.at(next) == 0x0A || isBullet(text, at: next)
  }

  /// `•`, `–`, `-` and the private-use signs of symbol fonts, with a space after.
  private func isBullet(_ text: Span<UInt8>, at index: Int) -> Bool {
    let dash = text.dashLength(at: index)
    let isDot = text.at(index) == 0xE2 && text.at(index + 1) == 0x80 && text.at(index + 2) == 0xA2
    let isPrivate = text.at(index) == 0xEF && text.at(index + 1) & 0xFC == 0x80
    let length = dash > 0 ? dash : isDot || isPrivate ? 3 : 0
    return length > 0 && text.spaceLength(at: index + length) > 0
  }

  /// Whether the sign at `index`, with those up to `end`, ends a sentence.
  private func endsSentence(_ text: Span<UInt8>, at index: Int, _ end: Int, from start: Int) -> Bool {
    guard text.spaceLength(at: end) > 0 else { return end >= text.count || isGlued(text, at: index, end) }
    let next = text.skippingSpaces(from: end)
    if next >= text.count { return true }
    guard !text.isLower(next), !isListNumber(text, start..<index) else { return false }
    if text.at(index) == UInt8(ascii: "."), isShortForm(text, before: index, next: next) { return false }
    return begins(text, at: next)
  }

  /// Past further signs and what closes a quotation or bracket.
  private func afterClosers(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while true {
      switch text.at(end) {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"),
        UInt8(ascii: "]"):
        end += 1
      case 0xE2 where text.at(end + 1) == 0x80 && (text.at(end + 2) == 0x9D || text.at(end + 2) == 0x99): end += 3
      case 0xC2 where text.at(end + 1) == 0xBB: end += 2
      // The mark of a footnote.
      case 0xC2 where text.at(end + 1) == 0xB9 || text.at(end + 1) == 0xB2 || text.at(end + 1) == 0xB3: end += 2
      case 0xE2 where text.at(end + 1) == 0x81 && text.at(end + 2) >= 0xB0: end += 3
      default: return end
      }
    }
  }

  /// What a sentence may begin with: anything but a comma or the like.
  private func begins(_ text: Span<UInt8>, at index: Int) -> Bool {
    switch text.at(index) {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "="): false
    default: true
    }
  }

  /// `uppnått.Sammantaget`: the space is missing. Not in `SN.2023` or `Björkmåla.se`, nor after a short form.
  private func isGlued(_ text: Span<UInt8>, at index: Int, _ end: Int) -> Bool {
    let capital = text.isUpper(end) ? text.letterLength(at: end) : 0
    guard capital > 0, text.isLower(end + capital), text.at(index) == UInt8(ascii: ".") else { return false }
    if text.isDigit(index - 1) || !text.isDigit(index - 1) && text.letterLength(before: index) == 0 { return true }
    let word = text.lettersStart(before: index)
    let last = index - text.letterLength(before: index)
    return text.isLower(last) && last > word && text.at(word - 1) != UInt8(ascii: ".") && !isAbbreviation(text, before: index)
  }

  /// `1.`, `12.` and `a)` with nothing else: the number of a list's point.
  private func isListNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = text.skippingSpaces(from: range.lowerBound)
    return start < range.upperBound && range.upperBound - start <= 3 && text.digitsEnd(from: start) == range.upperBound
  }

  private func isShortForm(_ text: Span<UInt8>, before point: Int, next: Int) -> Bool {
    let word = text.lettersStart(before: point)
    if isInitial(text, word..<point) { return !isPreposition(text, word..<point) || !text.isUpper(next) }
    if isAbbreviation(text, before: point) { return true }
    return !text.isUpper(next) && Self.closing.contains(key(text, before: point))
  }

  /// One letter alone: `A. Svensson`, `p. 3`.
  private func isInitial(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    !range.isEmpty && text.letterLength(at: range.lowerBound) == range.count && !text.isDigit(range.lowerBound - 1)
      && text.at(range.lowerBound - 1) != UInt8(ascii: ".") && text.at(range.lowerBound - 1) != UInt8(ascii: "-")
  }

  /// `i` at a sentence's end: "vilket Ola Ek instämmer i."
  private func isPreposition(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count == 1 && text.at(range.lowerBound) == UInt8(ascii: "i") && text.at(range.lowerBound - 1) == 0x20
  }

  private func isAbbreviation(_ text: Span<UInt8>, before point: Int) -> Bool {
    let word = key(text, before: point)
    return !word.isEmpty && abbreviations.contains(word)
  }

  /// The letters and points before a point, in lower case.
  private func key(_ text: Span<UInt8>, before point: Int) -> [UInt8] {
    var start = point
    while point - start <= 12 {
      let letter = text.letterLength(before: start)
      guard letter > 0 || text.at(start - 1) == UInt8(ascii: ".") else { break }
      start -= max(letter, 1)
    }
    return text.loweredBytes(start..<point)
  }
}
