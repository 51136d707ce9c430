internal import Foundation
internal import Rules

/// Where the rule files lie.
public enum RulesFolder {
  /// The `rules` folder of the source tree or the installation that the program lies in: the nearest one beside or above the binary, else
  /// in the current folder. Throws `RuleProblem`.
  public static func standard() throws -> String {
    let candidates = ancestors(of: Bundle.main.executablePath ?? "") + [FileManager.default.currentDirectoryPath]
    for folder in candidates {
      for rules in ["\(folder)/rules", "\(folder)/share/paragraf/rules"] where FileManager.default.fileExists(atPath: "\(rules)/structure")
      {
        return rules
      }
    }
    throw RuleProblem(file: "rules", line: 1, column: 1, message: "hittar inte mappen med regelfiler; ange den med --rules")
  }

  /// The folders above a file, nearest first.
  private static func ancestors(of path: String) -> [String] {
    var url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    var folders: [String] = []
    while url.path != "/", folders.count < 6 {
      url.deleteLastPathComponent()
      folders.append(url.path)
    }
    return folders
  }
}
