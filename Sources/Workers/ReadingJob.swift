internal import Pipeline

/// The reading of one file, through the deaths of workers: first whole; where a worker dies over a page, page by page, to learn which pages
/// those are; then whole but for them.
package struct ReadingJob {
  package let path: String
  let withSections: Bool
  private var step = Step.whole
  private var lost: Set<Int> = []
  /// The last page that was done in this step.
  private var lastPage = 0
  /// 0 until a worker has opened the file.
  private(set) var pageCount = 0
  /// How the first worker ended, for the reader of the facts.
  private var reason = ""

  private enum Step {
    case whole
    case probing(from: Int)
    /// With the pages left out that no worker could read.
    case rest(attempt: Int)
  }

  /// More broken pages than this and the document is given up as a whole.
  private static let mostLost = 20

  package init(path: String, withSections: Bool) {
    self.path = path
    self.withSections = withSections
  }

  /// What to ask a worker for now.
  package var request: WorkerRequest {
    if case .probing(let page) = step { return .probe(path: path, from: page) }
    let pages = lost.isEmpty ? nil : LostPages(numbers: lost.sorted(), reason: reason)
    return .read(path: path, lost: pages, withSections: withSections)
  }

  package mutating func didPage(_ page: Int, of pages: Int) {
    lastPage = page
    pageCount = pages
  }

  /// The answer to a request has come. Whether it was the last one.
  package mutating func didAnswer() -> Bool {
    guard case .probing = step else { return true }
    begin(.rest(attempt: 1))
    return false
  }

  /// The worker is dead. Returns why the file cannot be read (Swedish, without the file's name), or nil where there is more to try.
  package mutating func didDie(_ cause: String) -> String? {
    let page = lastPage + 1
    // Before the first page was reached, or after the last: no page is to blame.
    guard pageCount > 0, page <= pageCount else { return cause }
    switch step {
    case .whole:
      // The one page there is need not be tried by itself.
      if pageCount == 1 { return cause }
      reason = cause
      begin(.probing(from: 1))
    case .probing:
      lost.insert(page)
      if lost.count > Self.mostLost { return "\(cause), och det på fler än \(Self.mostLost) sidor" }
      begin(page < pageCount ? .probing(from: page + 1) : .rest(attempt: 1))
      lastPage = page < pageCount ? page : 0
    case .rest(let attempt):
      // Each page alone could be read, but not all of them together: what came before is kept.
      guard attempt == 1, page > 1 else { return cause }
      lost.formUnion(page...pageCount)
      begin(.rest(attempt: attempt + 1))
    }
    return lost.count == pageCount ? cause : nil
  }

  private mutating func begin(_ step: Step) {
    self.step = step
    if case .probing = step { return }
    lastPage = 0
  }
}
