internal import Foundation
internal import Pages
internal import Pipeline

/// One question about one file, for a worker that is started for it alone.
public enum WorkerTask: Codable, Sendable {
  /// A page (counted from 1) as PNG, with places marked, see `Highlight`.
  case image(path: String, page: Int, dotsPerInch: Double, highlights: [String])
  /// What each line of the pages was taken as: JSON of `DocumentExplanation`. Nil for all pages.
  case explanation(path: String, page: Int?)
  /// The document as the general rules see it: JSON of `SampleDocument`.
  case sample(path: String)

  var path: String {
    switch self {
    case .image(let path, _, _, _), .explanation(let path, _), .sample(let path): path
    }
  }

  /// Throws `ReadFailure` or `HighlightMissing`.
  func perform(with reader: Reader, progress: PageProgress) throws -> [UInt8] {
    switch self {
    case .image(let path, let page, let dotsPerInch, let highlights):
      return try reader.image(
        ofPage: page, path: path, dotsPerInch: dotsPerInch, highlights: highlights.compactMap(Highlight.init), progress: progress)
    case .explanation(let path, let page):
      return Array(try JSONEncoder().encode(try reader.explanation(of: path, page: page, progress: progress)))
    case .sample(let path):
      return Array(try JSONEncoder().encode(try reader.sample(of: path, progress: progress)))
    }
  }
}

extension WorkerTask {
  /// Has it done by a worker, and waits.
  /// - Throws: `ReadFailure`; `NotInFile` where the file can be read and what was asked for is not in it; `WorkerFailure`.
  public func perform(by program: WorkerProgram, limits: WorkerLimits) throws -> [UInt8] {
    try WarmWorker(program, limits: limits).perform(self)
  }
}

/// The file was read, and what was asked for is not in it: one Swedish sentence without the file's name.
public struct NotInFile: Error, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
