import Archive
import Foundation
import Spreadsheet

/// A search answer as the sheets of a workbook: what was asked first, then the hits.
enum SearchSheets {
  static func about(_ answer: SearchAnswer, typed: String, archive: String) -> Sheet {
    let asked: [(String, Sheet.Cell)] = [
      ("fråga", .init(typed)), ("läst som", .init(answer.query)), ("arkiv", .init(archive)), ("träffar i arkivet", .init(answer.total)),
    ]
    let notes: [(String, Sheet.Cell)] = answer.notes.map { ("anmärkning", .init($0)) }
    let drawn: [(String, Sheet.Cell)] =
      answer.sample.map {
        [
          ("urval", .init($0.size)), ("population", .init($0.population)), ("frö", .init($0.seed)),
          ("så drogs urvalet", .init(Self.method)),
        ]
      }
      ?? []
    return Sheet(name: "Sökning", columns: ["uppgift", "värde"], rows: (asked + notes + drawn).map { [.init($0.0), $0.1] })
  }

  private static let method =
    "träffarna ordnas efter SHA-256 av \"FRÖ DOKUMENT/AVSNITT\" (de första 16 hexadecimala siffrorna), och de första dras"

  static let hits = Sheet(
    name: "Träffar",
    columns: [
      "nr", "kommun", "organ", "datum", "år", "§", "rubrik", "diarienummer", "utdrag", "slag", "källa", "version", "sida", "textigenkänd",
      "finns också i", "dokument", "avsnitt", "poäng",
    ])

  /// - Parameter number: the hit's number in the answer, from 1.
  static func row(_ hit: Hit, number: Int) -> [Sheet.Cell] {
    let document = hit.document
    let others = hit.otherFiles.map { VersionText.named($0.source, $0.version) }.joined(separator: "; ")
    let meeting: [Sheet.Cell] = [
      .init(number), .init(document.municipality), .init(document.body), .init(document.date), .init(document.year),
    ]
    let found: [Sheet.Cell] = [
      .init(hit.paragraph), .init(hit.heading), .init(hit.diarienummer), .init(hit.snippet.replacing("**", with: "")), .init(hit.kind),
    ]
    let source: [Sheet.Cell] = [
      .init(document.source), .init(document.version), .init(hit.page), .init(hit.recognised ? "ja" : nil), .init(others),
      .init(document.id), .init(hit.section), .number(Decimal(Int((hit.score * 1000).rounded())) / 1000),
    ]
    return meeting + found + source
  }
}
