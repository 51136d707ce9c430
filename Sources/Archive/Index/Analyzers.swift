internal import Language
internal import SearchIndex
internal import Synchronization

/// Analyzers that are not in use: one serves one thread at a time, and what it remembers of words is worth keeping.
final class Analyzers: Sendable {
  private struct Shelf: ~Copyable, @unchecked Sendable {
    var free: [Analyzer] = []
  }
  private let shelf = Mutex(Shelf())

  /// An analyzer, and what gives it back.
  func take() throws -> (Analyzer, () -> Void) {
    let free = shelf.withLock { shelf in Loan(analyzer: shelf.free.popLast()) }
    let analyzer = try free.analyzer ?? Analyzer()
    let loan = Loan(analyzer: analyzer)
    return (analyzer, { self.shelf.withLock { $0.free.append(loan.analyzer ?? analyzer) } })
  }

  // In one hand at a time: the shelf's or the borrower's.
  private struct Loan: @unchecked Sendable {
    var analyzer: Analyzer?
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
