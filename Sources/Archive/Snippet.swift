/// A stretch of text around the hits that say most, and which bytes it took.
struct Snippet {
  /// About two lines on a terminal. Bytes; å, ä and ö are two.
  private static let width = 220
  /// How much may stand before the first hit.
  private static let before = 80

  /// The bytes of the marked text that it shows.
  let range: Range<Int>
  /// One line; hits between `**`; "…" where the text goes on.
  let text: String

  /// Nil where the text has no hit.
  init?(_ marked: Marked) {
    guard let core = Self.densest(marked) else { return nil }
    range = Self.widened(core, in: marked.text)
    text = Self.render(range, of: marked)
  }

  /// What begins at `start` in a text: for a hit that no word was asked for in.
  static func beginning(of text: [UInt8], at start: Int = 0) -> String {
    let marked = Marked(text: text, hits: [])
    return render(start..<max(start, endOfWord(before: min(start + width, marked.text.count), in: marked.text)), of: marked)
  }

  // The stretch with the most different words of the query; the first of equals.
  private static func densest(_ marked: Marked) -> Range<Int>? {
    var best: (words: Int, range: Range<Int>)?
    for (index, hit) in marked.hits.enumerated() {
      let near = marked.hits[index...].prefix { $0.upperBound - hit.lowerBound <= width - before }
      let words = Set(near.map { String(decoding: marked.text[$0], as: UTF8.self).lowercased() }).count
      if words > best?.words ?? 0 { best = (words, hit.lowerBound..<(near.last ?? hit).upperBound) }
    }
    return best?.range
  }

  private static func widened(_ core: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let start = startOfSentence(before: core.lowerBound, in: text) ?? startOfWord(after: max(0, core.lowerBound - before), in: text)
    let end = endOfWord(before: max(core.upperBound, start + width), in: text)
    return min(start, core.lowerBound)..<max(end, core.upperBound)
  }

  private static func startOfSentence(before position: Int, in text: [UInt8]) -> Int? {
    if position <= before { return 0 }
    let newline = UInt8(ascii: "\n")
    for index in stride(from: position, to: position - before, by: -1) {
      if text[index - 1] == newline { return index }
      if isSpace(text[index - 1]) && [UInt8(ascii: "."), UInt8(ascii: ":")].contains(text[index - 2]) { return index }
    }
    return nil
  }

  private static func startOfWord(after position: Int, in text: [UInt8]) -> Int {
    if position == 0 { return 0 }
    return text[position...].firstIndex(where: isSpace).map { $0 + 1 } ?? startOfLetter(before: position, in: text)
  }

  private static func endOfWord(before position: Int, in text: [UInt8]) -> Int {
    if position >= text.count { return text.count }
    return text[..<position].lastIndex(where: isSpace) ?? startOfLetter(before: position, in: text)
  }

  // A letter of several bytes is not cut.
  private static func startOfLetter(before position: Int, in text: [UInt8]) -> Int {
    text[...position].lastIndex { $0 & 0xC0 != 0x80 } ?? position
  }

  private static func render(_ range: Range<Int>, of marked: Marked) -> String {
    let hits = marked.hits.filter { range.contains($0.lowerBound) }
    let edges = Set(hits.flatMap { [$0.lowerBound, $0.upperBound] })
    var bytes: [UInt8] = []
    for index in range.lowerBound...range.upperBound {
      if edges.contains(index) { bytes += "**".utf8 }
      if index < range.upperBound && !isBold(index, in: marked.text) { bytes.append(marked.text[index]) }
    }
    let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (range.lowerBound > 0 ? "… " : "") + line + (range.upperBound < marked.text.count ? " …" : "")
  }

  // Markdown's own `**` would be taken for a mark.
  private static func isBold(_ index: Int, in text: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    guard text[index] == star else { return false }
    return (index > 0 && text[index - 1] == star) || (index + 1 < text.count && text[index + 1] == star)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
