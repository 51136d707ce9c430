internal import Facts

/// What a run of `index` did.
public struct IndexReport: Sendable {
  public var read = 0
  public var pages = 0
  public var paragraphs = 0
  public var unchanged = 0
  public var failures: [Failure] = []
  /// Paths of documents whose file is gone.
  public var gone: [String] = []
  /// Whether those were taken out.
  public var isPruned = false
  /// Documents of this run with pages that were not read.
  public var unread: [Part] = []
  /// Documents of this run with pages whose text was recognised from their image.
  public var recognised: [Part] = []
  /// Files of the archive whose document was read by other rules or another version of the program.
  public var stale = 0

  /// A file that could not be read.
  public struct Failure: Sendable {
    public var path: String
    /// One Swedish sentence.
    public var reason: String
  }

  /// Some of a document's pages.
  public struct Part: Sendable {
    public var path: String
    public var pages: Int
    public var allPages: Int
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
