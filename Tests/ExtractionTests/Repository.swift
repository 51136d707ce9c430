import Documents
import Extraction
import Facts
import Foundation
import Pages
import Rules
import Testing

/// The rules that the program comes with, applied to plain text.
enum Repository {
  static let rules = Result { try load() }

  private static func load() throws -> RuleSet {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try RuleSet(folder: root.appendingPathComponent("rules").path, hash: { _ in "" })
  }
}

/// The facts of a plain-text document; a form feed breaks the page.
func facts(_ text: String) throws -> FactsDocument {
  let rules = try Repository.rules.get()
  let document = Segmenter(rules: rules, hyphenation: Hyphenation(words: WordList())).segment(TextPages(Array(text.utf8)).pages)
  return Extractor(rules: rules).extract(document, id: "0", source: "prov.txt")
}

/// The first line of the § in `minutes(_:)`, counted from 1 within the file.
let firstLineOfParagraf = 8

/// Minutes of a nämnd whose § 12 holds the given lines.
func minutes(_ paragraf: String, title: String = "Tillsyn av livsmedel") -> String {
  """
  Björkmåla kommun
  Sammanträdesprotokoll
  Socialnämnden
  2024-03-12

  § 12 \(title)

  \(paragraf)

  § 13 Information

  Beslut
  Socialnämnden tackar för svaret på frågan om tillsyn av livsmedel i kommunen.
  """
}

/// The facts of that § 12.
func paragraf(_ lines: String, title: String = "Tillsyn av livsmedel") throws -> ParagrafFacts {
  try #require(try facts(minutes(lines, title: title)).paragraphs.first { $0.number == 12 })
}

/// A report of a nämnd with the given lines.
func report(_ lines: String) -> String {
  """
  Björkmåla kommun
  Socialnämnden

  Årsredovisning 2023

  \(lines)
  """
}
