import Language
import Testing

/// Input that no one means well: the scanners must come back, and in time that grows with the length only.
@Suite("Hostile input")
struct HostileInputTests {
  private static func runAll(_ bytes: [UInt8]) throws {
    for amount in AmountScanner.scan(bytes, units: units) { #expect(bytes.indices.contains(amount.range.lowerBound)) }
    for hit in DateScanner.scan(bytes, allowSixDigits: true) { #expect(hit.range.upperBound <= bytes.count) }
    for mention in ParagraphScanner.scan(bytes, lawNames: ["LVU"]) { #expect(mention.range.upperBound <= bytes.count) }
    for citation in CitationScanner.scan(bytes) {
      #expect(citation.range.upperBound <= bytes.count)
      #expect(citation.before.upperBound <= citation.range.lowerBound)
    }
    for hit in CaseNumber.scan(in: bytes) + CaseNumber.scan(in: bytes, after: ["dnr", "§"]) {
      #expect(hit.rangeWithCode.upperBound <= bytes.count)
    }
    var last = 0
    for sentence in SentenceSplitter().split(bytes) {
      #expect(sentence.lowerBound >= last && sentence.upperBound <= bytes.count && !sentence.isEmpty)
      last = sentence.upperBound
    }
    for token in Tokenizer.tokens(in: bytes) { #expect(!token.isEmpty && token.upperBound <= bytes.count) }
    let analyzer = try Analyzer()
    bytes.withUnsafeBufferPointer { buffer in
      analyzer.forEachWord(in: buffer) { _, _, _, range in #expect(range.upperBound <= bytes.count) }
    }
    _ = Folding.fold(bytes[...])
    _ = Numeral.parse(bytes[...])
    _ = CaseNumber.parse(prefixOf: bytes[...])
    _ = DateScanner.parse(bytes[...])
    _ = try? TextEncoding.decode(bytes)
  }

  @Test("Random bytes, the same each time", arguments: 0..<40)
  func randomBytes(seed: UInt64) throws {
    var generator = Xorshift(state: seed &+ 0x9E37_79B9_7F4A_7C15)
    try Self.runAll((0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  @Test("Random rows of what the scanners look for", arguments: 0..<60)
  func randomPieces(seed: UInt64) throws {
    let pieces =
      [
        "§", "§§", "1", "23", "456", "2023", "00021", " ", " ", "\u{A0}", "\n", ".", ",", "-", "–", ":", "/", "(", ")", "kr", "tkr",
        "mnkr", "miljoner",
        "kronor", ":-", "två", "en halv", "och", "mellan", "från", "till", "minus", "den", "maj", "feb.", "kap.", "LVU", "lagen",
        "punkt", "VSF", "KS",
        "dnr", "SFS", "å", "Ä", "\u{AD}", "\u{FF}", "+", "±", "SEK", "cirka", "24", "231106", "2024-02-21", "9999999999999999999999",
        "A", "m.m.",
      ].map { Array($0.utf8) } + [[0xC2], [0xE2, 0x80], [0xFF], [0x00]]
    var generator = Xorshift(state: seed &* 77 &+ 1)
    try Self.runAll((0..<600).flatMap { _ in pieces.randomElement(using: &generator) ?? [] })
  }

  @Test("Real text cut anywhere, also inside a letter")
  func cuts() throws {
    let text = Array(
      "§ 14 – Överskott på 1 753,5 tkr, den 3:e maj 2023 § 5, dnr VSF.2023.59 700, 3 kap. 9 § LVU; mellan 3 och 5 mnkr.".utf8)
    for end in 0...text.count {
      try Self.runAll(Array(text[..<end]))
      try Self.runAll(Array(text[end...]))
    }
  }

  @Test("A megabyte of one thing takes no longer than a megabyte", .timeLimit(.minutes(2)), arguments: ["1", "§", "1 ", "å", "§ 1 "])
  func megabyte(of piece: String) throws {
    try Self.runWhole(Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8))
  }

  @Test(
    "Nor do other rows without end", .timeLimit(.minutes(2)),
    arguments: [
      "§§ 1-500, ", "123 ", ".", "1.", "1,", "-", "- ", "kr", "kr ", "1 kr ", "och ", "en ", "hundra ", "tusen", "miljoner ",
      "mellan 1 och ", "dnr ",
      "KS-", "A", "K/", "1.1", "2023-", "den ", "\n", "a:", "\u{AD}", "a\u{AD}", "!", "\"", ")", "m.m. ", "§ 1 den ", "den 3 maj ",
      "1/1 ", "1-", "1 - ",
    ])
  func row(of piece: String) throws {
    try Self.runWhole(Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8))
  }

  @Test(
    "Nor does a row that comes to nothing at its end", .timeLimit(.minutes(2)),
    arguments: [".", ".)", "1.", "§ ", "A-", "1-", " ", "dnr:", "a:"])
  func rowWithEnd(of piece: String) throws {
    try Self.runWhole(Array((String(repeating: piece, count: 100_000 / piece.utf8.count) + "a kr 1 kr").utf8))
  }

  /// As `runAll`, without a check for each of a million finds.
  private static func runWhole(_ bytes: [UInt8]) throws {
    _ = AmountScanner.scan(bytes, units: units)
    _ = CitationScanner.scan(bytes)
    _ = CaseNumber.scan(in: bytes)
    _ = CaseNumber.scan(in: bytes, after: ["dnr", "§"])
    _ = SentenceSplitter().split(bytes)
    _ = Numeral.parse(bytes[...])
    _ = CaseNumber.parse(prefixOf: bytes[...])
    let analyzer = try Analyzer()
    bytes.withUnsafeBufferPointer { buffer in analyzer.forEachWord(in: buffer) { _, _, _, _ in } }
    _ = try? TextEncoding.decode(bytes)
  }
}

/// A generator that gives the same row on every machine.
private struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
