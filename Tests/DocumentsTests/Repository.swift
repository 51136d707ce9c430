import Documents
import Foundation
import Pages
import Rules

/// The segmenter with the rules that the program comes with.
enum Repository {
  static let segmenter = Result { try makeSegmenter() }

  private static func makeSegmenter() throws -> Segmenter {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let rules = try RuleSet(folder: root.appendingPathComponent("rules").path, hash: { _ in "" })
    return Segmenter(rules: rules, hyphenation: Hyphenation(words: WordList()))
  }
}

/// The structure of a plain-text document; a form feed breaks the page.
func segment(_ text: String) throws -> MunicipalDocument {
  try Repository.segmenter.get().segment(TextPages(Array(text.utf8)).pages)
}
