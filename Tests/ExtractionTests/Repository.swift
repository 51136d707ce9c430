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

/// Running text as a document has it, from which its usual distance between lines and the length of its lines can be told.
private let prose = """
  Nämnden har ansvar för tillsynen av livsmedel och lokaler, och har under året
  gjort fler besök än planerat. Besöken visar att de flesta verksamheter sköter
  sin egenkontroll på ett bra sätt, och att de som inte gör det tar till sig av
  de råd som inspektörerna har gett dem. Nämnden följer arbetet under hösten,
  och återkommer då med en beskrivning av hur det har gått för de verksamheter
  som har fått ett föreläggande och av vad de har gjort för att rätta till det.
  """

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

  Ärendet
  \(prose)

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

  Avslutning

  \(prose)
  """
}
