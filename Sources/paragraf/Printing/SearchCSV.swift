import Archive
import Foundation
import Spreadsheet

/// Hits as CSV (RFC 4180), one a row under a row of names. Columns are added at the end, never moved.
struct SearchCSV {
  /// Where the hits are a sample.
  var sample: DrawnSample?

  private static let names = [
    "document", "id", "type", "municipality", "body", "date", "year", "paragraph", "heading", "kind", "page", "recognised", "score",
    "snippet", "version", "section", "diarienummer",
  ]
  private static let sampleNames = ["population", "sample_size", "seed", "draw"]

  var head: String { CSV.line((Self.names + (sample == nil ? [] : Self.sampleNames)).map { .text($0) }) }

  /// - Parameter number: the hit's number in the answer, from 1.
  func line(_ hit: Hit, number: Int) -> String {
    CSV.line(Self.cells(of: hit) + drawn(number))
  }

  private func drawn(_ number: Int) -> [Sheet.Cell] {
    guard let sample else { return [] }
    return [sample.population, sample.size, sample.seed, number].map { .number(Decimal($0)) }
  }

  private static func cells(of hit: Hit) -> [Sheet.Cell] {
    let document = hit.document
    let meeting: [Sheet.Cell] = [
      .init(document.source), .init(document.id), .init(document.type), .init(document.municipality), .init(document.body),
      .init(document.date), .init(document.year),
    ]
    let found: [Sheet.Cell] = [
      .init(hit.paragraph), .init(hit.heading), .init(hit.kind), .init(hit.page), .init(hit.recognised ? "true" : "false"),
      .init(String(hit.score)), .init(hit.snippet),
    ]
    return meeting + found + [.init(document.version), .init(hit.section), .init(hit.diarienummer)]
  }
}
