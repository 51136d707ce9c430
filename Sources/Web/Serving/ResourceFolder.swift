internal import Foundation

/// Where the pages' templates, style and script lie.
///
/// Not `Bundle.module`, which ends the process where the folder is not at the place of the build: a program that was copied finds it as it finds
/// its rules, beside itself or in `share/paragraf` above.
enum ResourceFolder {
  private static let names = ["paragraf_Web.resources", "share/paragraf/web"]

  /// Throws a `WebFailure`.
  static func find() throws -> String {
    var folder = URL(fileURLWithPath: Bundle.main.executablePath ?? "").resolvingSymlinksInPath()
    for _ in 0..<6 where folder.path != "/" {
      folder.deleteLastPathComponent()
      for name in names {
        let candidate = folder.appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: "\(candidate)/Templates") { return candidate }
      }
    }
    throw WebFailure("hittar inte webbsidornas mallar; kopiera mappen \(names[0]) från bygget och lägg den bredvid programmet")
  }
}
