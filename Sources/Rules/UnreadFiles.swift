internal import Foundation

/// Files in a rules folder that look like rules and that nothing reads: their name or their place is another than that of rules.
public struct UnreadFiles {
  public let remarks: [RuleProblem]

  /// - Parameter rules: those of the folder.
  public init(folder: String, rules: RuleSet) {
    let top = Self.names(in: folder)
    let below = top.flatMap { name in Self.names(in: "\(folder)/\(name)").map { "\(name)/\($0)" } }
    remarks = (top + below).filter { rules.fileHashes[$0] == nil && Self.looksLikeRules($0) }.map { path in
      RuleProblem(file: path, line: 1, column: 1, message: "filen läses inte; \(Self.advice(path))")
    }
  }

  /// In order; none where it is no folder.
  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func looksLikeRules(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".yaml", ".yml"].contains { name.contains($0) } || name.hasSuffix(".txt")
  }

  private static func advice(_ path: String) -> String {
    let parts = path.split(separator: "/")
    guard parts.count > 1, RuleFolder.all.contains("\(parts[0])/") else { return "en kommuns egna regler ska ligga i mappen municipality" }
    return "byt namn på den till \(parts[1].prefix { $0 != "." }).yaml, och låt namnet sluta så"
  }
}
