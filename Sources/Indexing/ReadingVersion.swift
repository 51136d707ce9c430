public import Archive
internal import Pipeline
public import Rules

extension ReadingVersion {
  /// The program as it is now, with some rules: any rule file that changes makes another version, since a new rule may find new facts.
  /// - Parameters:
  ///   - municipality: whose own rules were asked for, whatever the documents say.
  ///   - program: the program's version.
  public init(_ rules: RuleSet, municipality: String?, program: String) {
    let files = rules.fileHashes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
    let asked = municipality.map { "--municipality \(Overlay.key($0))\n" } ?? ""
    self.init(program: program, rules: FileHash.sha256(Array((files.joined() + asked).utf8)))
  }
}
