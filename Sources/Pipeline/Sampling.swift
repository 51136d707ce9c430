internal import Documents
public import Drafting
public import Pages

extension Reader {
  /// A file as the general rules see it, whatever its municipality's own rules say: what an overlay is drafted from. Throws `ReadFailure`.
  public func sample(of path: String, progress: PageProgress = { _, _ in }) throws -> SampleDocument {
    let name = String(path.split(separator: "/").last ?? Substring(path))
    return SampleDocument(try generalDocument(path: path, progress: progress), name: name)
  }
}
