internal import Foundation

/// Where compiled patterns are kept between runs of the program.
public enum PatternFile {
  /// In the user's folder for what can be made anew (`XDG_CACHE_HOME`, else `~/.cache`); nil where there is none.
  public static var standard: String? {
    FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first?.appendingPathComponent("paragraf/patterns").path
  }
}
