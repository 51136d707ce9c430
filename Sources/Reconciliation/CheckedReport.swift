internal import Comparison
internal import Facts
internal import Foundation
internal import Language
internal import Rules

/// What the checks look at in one report.
struct CheckedReport {
  let facts: FactsDocument
  let rules: RuleSet
  let sentences: [Sentence]
  /// The printed lines of the running text.
  let lines: [(text: String, page: Int?)]
  /// The figures of its result tables, with unit and place.
  let figures: ReportFigures

  /// A sentence of the running text.
  struct Sentence {
    var text: String
    var page: Int?
    /// Index of the section that it stands in.
    var section: Int
  }

  init(_ reading: Reconciliation.Reading, rules: RuleSet) {
    facts = reading.facts
    self.rules = rules
    figures = ReportFigures(Report(reading.facts))
    lines = reading.sections.flatMap(Self.lines)
    sentences = reading.sections.enumerated().flatMap { Self.sentences(of: $1, number: $0) }
  }

  private static func lines(of section: TextSection) -> [(text: String, page: Int?)] {
    let bytes = Array(section.text.utf8)
    let ends = section.spans.dropFirst().map(\.start) + [bytes.count]
    return zip(section.spans, ends).map { span, end in
      (
        String(decoding: bytes[min(span.start, bytes.count)..<min(max(end, span.start), bytes.count)], as: UTF8.self).trimmingCharacters(
          in: .whitespacesAndNewlines), span.page
      )
    }
  }

  private static func sentences(of section: TextSection, number: Int) -> [Sentence] {
    let bytes = Array(section.text.utf8)
    return SentenceSplitter(linesAreBlocks: true).split(bytes).map { range in
      let page = section.spans.last { $0.start <= range.lowerBound }?.page
      let words = String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      return Sentence(text: words.joined(separator: " "), page: page, section: number)
    }
  }

  func place(_ page: Int?, _ quote: String) -> Finding.Place { Finding.Place(source: facts.document.source, page: page, quote: quote) }

  /// A row as it is quoted: its label and its values.
  func place(_ row: TableFacts.Row, in table: TableFacts) -> Finding.Place {
    place(row.page ?? table.source?.page, ([row.label] + row.values.map { $0 ?? "–" }).joined(separator: " "))
  }

  /// A fragment of the vocabulary that is searched for.
  func pattern(_ fragment: String) -> Pattern? { rules.vocabulary.pattern(for: fragment) }

  func name(of table: TableFacts) -> String { table.title.map { "tabellen \"\($0)\"" } ?? "tabellen utan rubrik" }
}

extension Pattern {
  func matches(_ text: String) -> Bool { matches(Array(text.utf8)) }
}

extension Pattern.Match {
  /// The words of a group; nil where it took no part.
  func words(_ group: String, in text: [UInt8]) -> String? {
    range(group).map { String(decoding: text[$0], as: UTF8.self) }
  }
}
