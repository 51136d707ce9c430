internal import Foundation

/// Files that were sent together, and what became of each.
struct ImportBatch: Sendable {
  /// Tells it from all others, also from those before the server was started anew.
  let number: Int
  /// Who sent them; empty where the server goes on with what it was stopped in.
  let sender: String
  let time: Date
  var items: [ImportItem]

  var isDone: Bool { items.allSatisfy(\.isDone) }
}

/// One file of an import.
struct ImportItem: Sendable {
  /// As it is called here.
  let name: String
  /// Nil where it was not kept.
  let path: String?
  /// SHA-256 of its bytes, which is the document's id; nil where it is not known yet.
  let id: String?
  var state: State

  enum State: Sendable {
    case waiting
    /// Counts from 1; 0 of 0 before it is opened.
    case reading(page: Int, pages: Int)
    case read(ImportedDocument)
    /// The archive had these bytes before.
    case known
    /// Why: one Swedish sentence.
    case failed(String)
  }

  var isDone: Bool {
    switch state {
    case .waiting, .reading: false
    case .read, .known, .failed: true
    }
  }
}
