import Facts

/// What a run of `index` did.
struct IndexReport {
  var read = 0
  var pages = 0
  var paragraphs = 0
  var unchanged = 0
  var failures: [Failure] = []
  /// Paths of documents whose file is gone.
  var gone: [String] = []
  /// Whether those were taken out.
  var isPruned = false
  /// Documents of this run with pages that were not read.
  var unread: [Part] = []
  /// Documents of this run with pages whose text was recognised from their image.
  var recognised: [Part] = []
  /// Files of the archive whose document was read by other rules or another version of the program.
  var stale = 0

  struct Failure {
    var path: String
    /// One Swedish sentence.
    var reason: String
  }

  /// Some of a document's pages.
  struct Part {
    var path: String
    var pages: Int
    var allPages: Int
  }

  mutating func add(_ facts: FactsDocument, path: String) {
    read += 1
    pages += facts.document.pages
    paragraphs += facts.paragraphs.count
    add(facts.document.unreadPages, of: facts, path, to: \.unread)
    add(facts.document.recognisedPages, of: facts, path, to: \.recognised)
  }

  private mutating func add(_ pages: [Int], of facts: FactsDocument, _ path: String, to list: WritableKeyPath<IndexReport, [Part]>) {
    if !pages.isEmpty { self[keyPath: list].append(Part(path: path, pages: pages.count, allPages: facts.document.pages)) }
  }
}
