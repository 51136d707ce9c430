/// A file as the folder shows it: what tells that it has not changed, without reading it.
public struct FileStamp: Sendable, Equatable {
  /// Absolute.
  public var path: String
  /// In bytes.
  public var size: Int64
  /// When it was last modified, in nanoseconds since 1970.
  public var modified: Int64

  public init(path: String, size: Int64, modified: Int64) {
    self.path = path
    self.size = size
    self.modified = modified
  }
}

/// By what a document was read: another version may have found other facts.
public struct ReadingVersion: Sendable, Hashable {
  /// The program's version.
  public var program: String
  /// A hash of all rule files.
  public var rules: String

  public init(program: String, rules: String) {
    self.program = program
    self.rules = rules
  }
}
