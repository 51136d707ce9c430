/// What the code promises for any bytes whatever. The fuzzer looks for bytes that break a promise; the tests hold those that once did,
/// and those that reach far into the code, against the promises again.
enum Promises: String, CaseIterable, Sendable {
  /// The byte scanners of Language.
  case scanners
  /// Plain text as pages, its cleaning, and the joining of lines.
  case cleaning
  /// The order in which a PDF's glyphs are read.
  case order
  /// The query language.
  case queries

  /// What checks bytes, again and again; it throws `BrokenPromise`.
  func checker() throws -> ([UInt8]) throws -> Void {
    switch self {
    case .scanners: try ScannerPromises().check
    case .cleaning: CleaningPromises().check
    case .order: OrderPromises().check
    case .queries: try QueryPromises().check
    }
  }
}

struct BrokenPromise: Error, CustomStringConvertible {
  var description: String
}

/// - Throws: `BrokenPromise`, which says `words`, where `isKept` is false.
func promise(_ isKept: Bool, _ words: @autoclosure () -> String) throws {
  if !isKept { throw BrokenPromise(description: words()) }
}

/// Ranges of a text must lie within it, hold something, not split a character, and not go back.
struct RangePromise {
  let text: [UInt8]
  let name: String
  private var last = 0

  init(_ text: [UInt8], _ name: String) {
    self.text = text
    self.name = name
  }

  /// The range follows all those before it.
  mutating func follows(_ range: Range<Int>) throws {
    try holds(range)
    try promise(range.lowerBound >= last, "\(name): \(range) begins before \(last), where the one before it ends")
    last = range.upperBound
  }

  func holds(_ range: Range<Int>, mayBeEmpty: Bool = false) throws {
    try promise(range.lowerBound >= 0 && range.upperBound <= text.count, "\(name): \(range) lies outside the text's \(text.count) bytes")
    try promise(mayBeEmpty || !range.isEmpty, "\(name): \(range) is empty")
    try promise(isBoundary(range.lowerBound) && isBoundary(range.upperBound), "\(name): \(range) splits a character")
  }

  private func isBoundary(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
}
