/// A pattern with its fragments filled in: as their files write them, and written so that it is matched quickly.
struct FilledPattern {
  private(set) var source: String
  /// The same pattern with the words of its fragments as trees (`WordTree`).
  private(set) var quick: String

  init(_ source: some StringProtocol) {
    self.source = String(source)
    quick = self.source
  }

  init(alternatives: [FilledPattern]) {
    source = alternatives.map(\.source).joined(separator: "|")
    quick = WordTree.pattern(of: alternatives.map(\.quick))
  }

  mutating func append(_ text: some StringProtocol) {
    source += text
    quick += text
  }

  /// - Parameter head: what makes the group one of its kind: `?:`, `?<name>`.
  mutating func append(_ body: FilledPattern, inGroup head: String) {
    append("(" + head)
    source += body.source
    quick += body.quick
    append(")")
  }

  /// The pattern as a group.
  /// - Parameter head: what makes it one of its kind: `?:`, `?<name>`.
  func inGroup(_ head: String) -> FilledPattern { between("(" + head, ")") }

  func between(_ prefix: String, _ suffix: String) -> FilledPattern {
    var whole = self
    whole.source = prefix + source + suffix
    whole.quick = prefix + quick + suffix
    return whole
  }
}
