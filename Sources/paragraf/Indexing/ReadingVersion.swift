import Archive
import Pipeline
import Rules

extension ReadingVersion {
  /// The program as it is now, with some rules: any rule file that changes makes another version, since a new rule may find new facts.
  init(_ rules: RuleSet) {
    let files = rules.fileHashes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
    self.init(program: Paragraf.version, rules: FileHash.sha256(Array(files.joined().utf8)))
  }
}
