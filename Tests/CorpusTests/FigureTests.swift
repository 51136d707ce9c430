import Facts
import Foundation
import Pipeline
import Testing

/// Figures that a person read in published PDFs stand in the right cell. Skipped where the shared documents are not at hand.
@Suite(.enabled(if: SharedFigures.isThere, "../shared/gold/figures-in-real-pdfs.json saknas"))
struct FigureTests {
  @Test(arguments: SharedFigures.list)
  func standsInItsCell(_ figure: SharedFigures.Figure) throws {
    let facts = try SharedFigures.facts(of: figure.document)
    #expect(figure.problem(in: facts) == nil, "\(figure.id) \(figure.fact)")
  }
}

/// The figures of `figures-in-real-pdfs.json` that are about tables.
enum SharedFigures {
  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("../shared").standardizedFileURL

  static let isThere = FileManager.default.fileExists(atPath: shared.appendingPathComponent("gold/figures-in-real-pdfs.json").path)

  static let list: [Figure] = {
    struct File: Decodable { var expectations: [Figure] }
    let path = shared.appendingPathComponent("gold/figures-in-real-pdfs.json")
    let file = (try? Data(contentsOf: path)).flatMap { try? JSONDecoder().decode(File.self, from: $0) }
    return file?.expectations.filter { $0.fact.hasPrefix("2.3.") } ?? []
  }()

  static func facts(of document: String) throws -> FactsDocument {
    try CorpusDocument.makeReader().read(path: shared.appendingPathComponent("documents/\(document)").path).facts
  }

  /// One expectation: "2.3.1, period: Kostnader, utfall" is -360.5.
  struct Figure: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var fact: String
    var expected: Value
    var document: String

    var testDescription: String { id }

    enum Value: Decodable, Sendable {
      case number(Double)
      case text(String)
      case truth(Bool)
      case list([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
          self = .truth(truth)
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else if let text = try? container.decode(String.self) {
          self = .text(text)
        } else {
          self = .list(try container.decode([String].self))
        }
      }
    }

    /// What does not agree; nil where all does.
    func problem(in facts: FactsDocument) -> String? {
      let parts = fact.split(separator: ": ", maxSplits: 1).map(String.init)
      let period = parts[0].contains("helår") ? "helår" : "period"
      let tables = facts.tables.filter { table in table.columns.contains { $0.lowercased().contains(period) } }
      switch expected {
      case .number(let number):
        return cell(parts[1], period: period, in: tables).map { $0 == number ? nil : "där står \($0)" } ?? "hittas inte"
      case .text(let text) where fact.hasSuffix("has a row"):
        return tables.contains { $0.rows.contains { $0.label == text } } ? nil : "raden finns inte"
      case .text(let text) where fact.hasSuffix("category"):
        let row = parts[1].split(separator: ",")[0]
        return tables.contains { $0.rows.contains { $0.label.hasPrefix(text) && $0.label.contains(row) } } ? nil : "raden finns inte"
      case .truth: return tables.contains(where: totalAddsUp) ? nil : "raden är inte summan av dem ovanför"
      case .text("agrees"): return sumDoubts(facts, period).isEmpty ? nil : "summan sägs inte stämma"
      case .text: return sumDoubts(facts, period).count == 1 ? nil : "en avvikelse väntas, \(sumDoubts(facts, period)) sägs"
      case .list: return "okänd förväntan"
      }
    }

    /// The cell of a row and a column, each named by its words: "Resultat, avvikelse".
    private func cell(_ place: String, period: String, in tables: [TableFacts]) -> Double? {
      let names = place.components(separatedBy: ", ")
      let wanted = (names[1] + " " + period).lowercased().split(separator: " ")
      for table in tables {
        guard let row = table.rows.first(where: { $0.label == names[0] || $0.label.hasSuffix("- \(names[0])") }),
          let column = table.columns.firstIndex(where: { name in wanted.allSatisfy { name.lowercased().split(separator: " ").contains($0) }
          })
        else { continue }
        return row.values[column].flatMap(number)
      }
      return nil
    }

    private func number(_ cell: String) -> Double? {
      Double(cell.replacingOccurrences(of: " ", with: "").replacingOccurrences(of: ",", with: "."))
    }

    private func totalAddsUp(_ table: TableFacts) -> Bool {
      let label = fact.components(separatedBy: ": ")[1].replacingOccurrences(of: " is a sum row", with: "")
      guard let total = table.rows.firstIndex(where: { $0.label == label }), total > 0 else { return false }
      return table.columns.indices.allSatisfy { column in
        let parts = table.rows[..<total].compactMap { $0.values[column].flatMap(number) }.reduce(0, +)
        return table.rows[total].values[column].flatMap(number).map { abs($0 - parts) < 0.25 } ?? false
      }
    }

    /// What is said of the row Totalt in the table of the period.
    private func sumDoubts(_ facts: FactsDocument, _ period: String) -> [String] {
      facts.doubts.map(\.message).filter { $0.contains("\"Totalt\" i kolumnen") && $0.lowercased().contains(" \(period)\"") }
    }
  }
}
