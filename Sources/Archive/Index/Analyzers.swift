internal import Language
internal import SearchIndex
internal import Synchronization

/// Analyzers that are not in use: one serves one thread at a time, and what it remembers of words is worth keeping.
final class Analyzers: Sendable {
  // In one hand at a time, the shelf's or a borrower's, which is why it may go between threads.
  private struct Kept: @unchecked Sendable { let analyzer: Analyzer }
  private let free = Mutex<[Kept]>([])

  /// Runs `body` with an analyzer that no one else has meanwhile.
  func lend<Value>(_ body: (Analyzer) throws -> Value) throws -> Value {
    let kept = try free.withLock { $0.popLast() } ?? Kept(analyzer: try Analyzer())
    defer { free.withLock { $0.append(kept) } }
    return try body(kept.analyzer)
  }
}

/// The words of a text for the index, as the analyzer cuts them.
struct AnalyzedWords: WordSource {
  let analyzer: Analyzer

  func words(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, [[UInt8]]) -> Void
  ) {
    analyzer.forEachWord(in: text) { exact, stem, parts, _ in body(exact, stem, parts) }
  }
}
