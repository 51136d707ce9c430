import Archive
import Pipeline

extension ReadingVersion {
  /// The program and the rules as they are now.
  static func current(rulesFolder: String?) throws -> ReadingVersion {
    ReadingVersion(program: Paragraf.version, rules: "")
  }
}
