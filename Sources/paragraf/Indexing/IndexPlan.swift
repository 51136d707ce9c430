import Archive

/// Which files have to be looked into, told by their names, sizes and times alone.
struct IndexPlan {
  private(set) var unchanged: [FileStamp] = []
  private(set) var changed: [FileStamp] = []
  /// Paths that the archive knows and that are no longer there, sorted.
  private(set) var gone: [String]

  /// - Parameter version: where not nil, a document that was read by another is counted as changed.
  init(_ walk: FolderWalk, known: [String: StoredFile], version: ReadingVersion?) {
    for file in walk.files {
      let stored = known[file.path]
      let isCurrent = version.map { stored?.version == $0 } ?? true
      if stored?.stamp == file && isCurrent { unchanged.append(file) } else { changed.append(file) }
    }
    let present = Set(walk.files.map(\.path))
    gone = known.keys.filter { !present.contains($0) && walk.isGone($0) }.sorted()
  }
}
