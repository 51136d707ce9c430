internal import Documents
public import Drafting
public import Pages

extension Reader {
  /// A file as the general rules see it, and the own rules of the municipality that was asked for: what an overlay is drafted from, or what can
  /// still be added to it. Throws `ReadFailure`.
  public func sample(of path: String, progress: PageProgress = { _, _ in }) throws -> SampleDocument {
    let name = String(path.split(separator: "/").last ?? Substring(path))
    return SampleDocument(try drafted(path: path, progress: progress), name: name)
  }
}
