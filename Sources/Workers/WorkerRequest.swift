package import Pipeline

/// What a worker is asked to do with one file.
package enum WorkerRequest: Codable {
  /// All of it. The answer is a `WorkerAnswer`.
  case read(path: String, lost: LostPages?, withSections: Bool)
  /// The pages from one on, one by one and to no other end than to see which of them can be read. The answer is empty.
  case probe(path: String, from: Int)
  /// Something else. The answer is as the task says.
  case task(WorkerTask)

  package var path: String {
    switch self {
    case .read(let path, _, _), .probe(let path, _): path
    case .task(let task): task.path
    }
  }
}
