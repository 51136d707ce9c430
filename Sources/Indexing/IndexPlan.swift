public import Archive

/// Which files have to be looked into, told by their names, sizes and times alone.
public struct IndexPlan: Sendable {
  public private(set) var unchanged: [FileStamp] = []
  public private(set) var changed: [FileStamp] = []
  /// Paths that the archive knows and that are no longer there, sorted.
  public private(set) var gone: [String]

  /// - Parameter isCurrent: whether what the archive has of a file is what reading it again would give.
  public init(_ walk: FolderWalk, known: [String: StoredFile], isCurrent: (StoredFile) -> Bool) {
    for file in walk.files {
      if let stored = known[file.path], stored.stamp == file, isCurrent(stored) { unchanged.append(file) } else { changed.append(file) }
    }
    let present = Set(walk.files.map(\.path))
    gone = known.keys.filter { !present.contains($0) && walk.isGone($0) }.sorted()
  }
}
