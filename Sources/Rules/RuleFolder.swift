internal import Foundation

/// The files of a rules folder, as they lie there.
struct RuleFolder: Sendable {
  struct File: Sendable {
    /// Relative to the folder.
    var path: String
    var bytes: [UInt8]
    /// Whether the examples are read too.
    var hasExamples = true

    /// Throws where the file is no text in UTF-8.
    func text() throws(RuleProblem) -> String {
      do {
        return try WrittenText.text(hasExamples ? bytes : WithoutExamples.text(bytes))
      } catch {
        throw RuleProblem(file: path, line: error.line, column: error.column, message: error.message)
      }
    }
  }

  /// Of `vocabulary/`, `structure/` and `facts/`, in the order in which they are tried.
  let general: [File]
  /// Of `municipality/`.
  let overlays: [File]

  /// What is wrong where one of the folders with the general rules is missing or empty.
  let lack: RuleProblem?

  static let vocabulary = "vocabulary/"
  static let municipality = "municipality/"

  /// - Parameter examples: whether those of the general rules are read.
  /// - Throws: a `RuleProblem` where there is no such folder or a file cannot be read.
  init(_ folder: String, examples: Bool = true) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw RuleProblem(file: folder, line: 1, column: 1, message: "mappen med regelfiler finns inte; ange en annan med --rules")
    }
    general = try Self.general.flatMap { try Self.files(in: folder, $0) }.map { file in
      var file = file
      file.hasExamples = examples
      return file
    }
    lack = Self.lack(in: folder, general)
    overlays = try Self.files(in: folder, Self.municipality)
  }

  /// Those that are read.
  static let all = general + [municipality]
  private static let general = [vocabulary, "structure/", "facts/"]

  private static func lack(in folder: String, _ files: [File]) -> RuleProblem? {
    let missing = general.filter { sub in !files.contains { $0.path.hasPrefix(sub) } }
    if missing.isEmpty { return nil }
    let names = missing.map { $0.dropLast() }.joined(separator: ", ")
    return RuleProblem(
      file: folder, line: 1, column: 1,
      message: "mappen är ofullständig, den har inga regler i \(names); hämta hem reglerna på nytt eller ange en annan med --rules")
  }

  /// Sorted by name; none where there is no such folder in the folder.
  private static func files(in folder: String, _ sub: String) throws -> [File] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(sub)")) ?? []
    return try names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map { name in
      let path = sub + name
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        throw RuleProblem(file: path, line: 1, column: 1, message: "filen kan inte läsas; se efter att du har rätt till den")
      }
      return File(path: path, bytes: Array(data))
    }
  }
}
