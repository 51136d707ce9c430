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
  /// Documents of this run with pages that need text recognition.
  var unread: [Unread] = []
  /// Files of the archive whose document was read by other rules or another version of the program.
  var stale = 0

  struct Failure {
    var path: String
    /// One Swedish sentence.
    var reason: String
  }

  struct Unread {
    var path: String
    var unreadPages: Int
    var pages: Int
  }

  mutating func add(_ facts: FactsDocument, path: String) {
    read += 1
    pages += facts.document.pages
    paragraphs += facts.paragraphs.count
    let unreadPages = facts.document.unreadPages.count
    if unreadPages > 0 { unread.append(Unread(path: path, unreadPages: unreadPages, pages: facts.document.pages)) }
  }
}
