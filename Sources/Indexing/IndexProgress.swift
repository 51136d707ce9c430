public import Archive
public import Facts

/// Is told how far a run of the indexer has come, on the thread that runs it.
public protocol IndexProgress: AnyObject {
  /// - Parameter plan: the files that will be looked into.
  func begin(_ plan: [FileStamp])
  /// Before a file is read.
  func show(_ file: FileStamp)
  /// While it is read, after each of its pages; a page that has to be recognised takes seconds.
  func showPage(_ path: String, _ page: Int, _ pages: Int)
  /// After it.
  func did(_ file: FileStamp, _ step: IndexStep)
  /// After the last one, or when the run is broken off.
  func end()
}

/// What became of a file.
public enum IndexStep: Sendable {
  case read(FactsDocument)
  /// Its bytes were in the archive already.
  case known
  case failed
}
