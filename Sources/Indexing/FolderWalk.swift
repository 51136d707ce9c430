public import Archive
internal import Foundation

/// The documents under some files and folders, as the file system shows them now.
public struct FolderWalk: Sendable {
  /// In the order of their paths, each once.
  public private(set) var files: [FileStamp] = []
  /// The folders that were walked, with links resolved.
  public private(set) var roots: [String] = []
  /// Folders that could not be read: what lies below them is unknown, not gone.
  public private(set) var unknown: [String] = []
  /// Paths that were given but are not there.
  public private(set) var missing: [String] = []
  /// What could not be read, each with its sentence.
  public private(set) var problems: [Problem] = []
  private var visited: Set<FileKey> = []

  /// Something that was asked for and could not be read.
  public struct Problem: Sendable {
    public var path: String
    /// One Swedish sentence.
    public var reason: String
  }

  /// Tells a folder from all others, however it was come to: a link that leads back up is followed once.
  private struct FileKey: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private static let endings = [".pdf", ".txt", ".md"]

  /// - Parameter paths: files and folders, as they were given.
  public init(_ paths: [String]) {
    for path in paths { add(given: path) }
    var seen: Set<String> = []
    files = files.filter { seen.insert($0.path).inserted }.sorted { $0.path < $1.path }
  }

  /// Whether a path that was not met is gone: it was given, or it lies in a folder that was walked.
  public func isGone(_ path: String) -> Bool {
    if missing.contains(path) { return true }
    return roots.contains { Self.holds($0, path) } && !unknown.contains { Self.holds($0, path) }
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  private mutating func add(given path: String) {
    let absolute = Self.absolute(path)
    guard let status = Self.status(absolute) else {
      missing.append(absolute)
      return problems.append(Problem(path: absolute, reason: "\(path) finns inte; se efter hur den heter och var den ligger"))
    }
    if Self.isFolder(status) {
      let root = URL(fileURLWithPath: absolute).resolvingSymlinksInPath().path
      roots.append(root)
      walk(root, status)
    } else if Self.isDocument(path) {
      add(file: absolute, status)
    } else {
      problems.append(Problem(path: absolute, reason: "\(path) är varken .pdf, .txt eller .md; andra slags filer läses inte"))
    }
  }

  private mutating func walk(_ folder: String, _ status: stat) {
    guard visited.insert(FileKey(device: UInt64(status.st_dev), number: UInt64(status.st_ino))).inserted else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      unknown.append(folder)
      return problems.append(Problem(path: folder, reason: "mappen \(folder) får inte läsas; se efter vem som äger den"))
    }
    for name in names.sorted() where !name.hasPrefix(".") { add(name, in: folder) }
  }

  private mutating func add(_ name: String, in folder: String) {
    let path = folder == "/" ? "/" + name : folder + "/" + name
    guard let status = Self.status(path) else {
      if Self.isDocument(name) { problems.append(Problem(path: path, reason: "\(path) är en länk till något som inte finns")) }
      return
    }
    if Self.isFolder(status) { walk(path, status) } else if Self.isDocument(name) { add(file: path, status) }
  }

  private mutating func add(file path: String, _ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return }
    let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    files.append(FileStamp(path: path, size: Int64(status.st_size), modified: modified))
  }

  private static func isDocument(_ name: String) -> Bool {
    let lower = name.lowercased()
    return endings.contains { lower.hasSuffix($0) }
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  // The folder's links are resolved, so that a file has one path; a link that is the file itself keeps its name.
  private static func absolute(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    return url.deletingLastPathComponent().resolvingSymlinksInPath().appendingPathComponent(url.lastPathComponent).path
  }
}
