import Comparison
import Facts
import Foundation
import Spreadsheet
import Testing

@Suite("Comparison")
struct ComparisonTests {
  private func report(
    _ source: String, year: Int?, rows: [(String, [String?])], columns: [String] = ["Budget", "Utfall", "Avvikelse"], unit: String? = "tkr",
    meanings: [ColumnMeaning?]? = nil
  ) -> FactsDocument {
    var document = DocumentFacts(id: source, source: source, type: "årsredovisning", pages: 4)
    (document.municipality, document.body, document.year) = ("Björkmåla kommun", "Socialnämnden", year)
    var facts = FactsDocument(document: document)
    var table = TableFacts(
      title: "Driftredovisning", unit: unit, columns: columns, rows: rows.map { TableFacts.Row(label: $0.0, values: $0.1) },
      source: Evidence(page: 3, quote: "Driftredovisning", rule: "tabell.kolumnnamn"))
    table.meanings = meanings ?? ["budget", "utfall", "avvikelse"].map { ColumnMeaning(kind: $0, year: year, isPeriod: false) }
    facts.tables = [table]
    return facts
  }

  private func cell(_ comparison: Comparison, _ unit: String, _ measure: String, _ year: Int?) -> ResultCell? {
    comparison.results.flatMap(\.rows).first { $0.names.contains(unit) }?.cells.first { $0.measure == measure && $0.year == year }
  }

  @Test("A figure can be asked for by unit, measure and year, with its source")
  func asked() throws {
    let comparison = Comparison(of: [
      report("a.pdf", year: 2023, rows: [("Hemsjukvård", ["100", "131", "-31"]), ("Stab", ["1", "2", "-1"])])
    ])
    let figure = try #require(cell(comparison, "Hemsjukvård", "avvikelse", 2023)?.figures.first)
    #expect(figure.value == -31_000 && figure.unit == "tkr" && figure.place.page == 3 && figure.place.source == "a.pdf")
  }

  @Test("Units are normalised: mnkr and tkr are the same sum with different precision, not restated")
  func precision() throws {
    let lookingBack: [ColumnMeaning?] = [
      ColumnMeaning(kind: "utfall", year: 2023, isPeriod: false), ColumnMeaning(kind: "utfall", year: 2022, isPeriod: false),
    ]
    let first = report("a.pdf", year: 2022, rows: [("Hemtjänst", ["30 000", "30 098", "-98"])])
    let second = report(
      "b.pdf", year: 2023, rows: [("Hemtjänst", ["31,2", "30,1"])], columns: ["Utfall 2023", "Utfall 2022"], unit: "mnkr",
      meanings: lookingBack)
    let comparison = Comparison(of: [second, first])
    let found = try #require(cell(comparison, "Hemtjänst", "utfall", 2022))
    #expect(found.state == .precision && found.figures.map(\.value) == [30_098_000, 30_100_000])
    #expect(comparison.notes.contains { $0.contains("olika noga avrundad") })
  }

  @Test("A look back that differs from the year's report is restated, the year's own figure first")
  func restated() throws {
    let lookingBack: [ColumnMeaning?] = [
      ColumnMeaning(kind: "utfall", year: 2023, isPeriod: false), ColumnMeaning(kind: "utfall", year: 2022, isPeriod: false),
    ]
    let comparison = Comparison(of: [
      report("a.pdf", year: 2022, rows: [("Hemtjänst", ["640", "674", "-34"])]),
      report("b.pdf", year: 2023, rows: [("Hemtjänst", ["738", "671"])], columns: ["Utfall 2023", "Utfall 2022"], meanings: lookingBack),
    ])
    let found = try #require(cell(comparison, "Hemtjänst", "utfall", 2022))
    #expect(found.state == .restated && found.figures.map(\.asWritten) == ["674", "671"])
    #expect(comparison.notes.contains { $0.hasPrefix("Omräknat: Hemtjänst") && $0.contains("a.pdf s. 3") && $0.contains("b.pdf s. 3") })
  }

  @Test("A table without a unit is left out and named; one with the same columns as the table before it has that one's unit, and says so")
  func unit() throws {
    let alone = Comparison(of: [report("a.pdf", year: 2023, rows: [("Stab", ["1", "2", "-1"])], unit: nil)])
    #expect(alone.results.isEmpty && alone.notes.contains { $0.contains("säger inte i vilken enhet") && $0.contains("s. 3") })
    var facts = report("a.pdf", year: 2023, rows: [("Intäkter", ["5", "6", "1"])])
    facts.tables += report("a.pdf", year: 2023, rows: [("Stab", ["1", "2", "-1"])], unit: nil).tables
    let figure = try #require(cell(Comparison(of: [facts]), "Stab", "utfall", 2023)?.figures.first)
    #expect(figure.value == 2000 && figure.unitFrom?.contains("s. 3") == true)
  }

  @Test("A unit that changes inside a table is counted from its own unit, and said")
  func changingUnit() throws {
    var facts = report("a.pdf", year: 2023, rows: [("Stab", ["100", "200", "-100"]), ("Investeringar", ["1,5", "2,5", "-1,0"])])
    facts.tables[0].rows[1].unit = "mnkr"
    let comparison = Comparison(of: [facts])
    #expect(cell(comparison, "Investeringar", "utfall", 2023)?.figures.first?.value == 2_500_000)
    #expect(comparison.notes.contains { $0.contains("växlar enhet: tkr och mnkr") })
  }

  @Test("Two reports of the same year and body, an unknown year and a year without a report are each said")
  func awkwardSets() {
    let rows: [(String, [String?])] = [("Stab", ["1", "2", "-1"])]
    let comparison = Comparison(of: [
      report("a.pdf", year: 2019, rows: rows), report("b.pdf", year: 2022, rows: rows), report("c.pdf", year: 2022, rows: rows),
      report("d.pdf", year: nil, rows: rows),
    ])
    #expect(comparison.notes.contains { $0.contains("b.pdf, c.pdf") && $0.contains("2022") })
    #expect(comparison.notes.contains { $0.hasPrefix("d.pdf") && $0.contains("året") })
    #expect(comparison.notes.contains { $0.contains("ingen rapport för 2020–2021") })
    #expect(Set(comparison.reports.map(\.label)).count == 4)
  }

  private func goals(_ source: String, _ year: Int, _ texts: [(String?, String, String)]) -> FactsDocument {
    var facts = report(source, year: year, rows: [])
    facts.goals = texts.map { Goal(number: $0.0, text: $0.1, outcome: $0.2, outcomeAsWritten: nil, context: nil) }
    return facts
  }

  @Test("A goal is followed though it is renamed and renumbered, with the likeness; one that is gone is said to be")
  func goalThreads() throws {
    let comparison = Comparison(of: [
      goals(
        "a.pdf", 2022,
        [("1", "Minst 85 % av brukarna ska känna sig trygga hemma.", "uppnått"), ("2", "Matsvinnet ska halveras.", "ej_uppnått")]),
      goals("b.pdf", 2023, [("3", "Minst 90 % av brukarna i hemtjänsten ska känna sig trygga hemma.", "delvis_uppnått")]),
    ])
    let thread = try #require(comparison.goals.first { $0.members.count == 2 })
    let likeness = try #require(thread.members[1].likeness)
    #expect(likeness > 0.55 && likeness < 1 && thread.members[1].remark == "ny ordalydelse, nytt nummer (förut 1)")
    #expect(comparison.goals.contains { $0.text == "Matsvinnet ska halveras." && $0.members[0].remark == "finns inte i 2023" })
  }

  @Test("Assignments are carried over, finished or dropped")
  func assignments() {
    var first = report("a.pdf", year: 2022, rows: [])
    first.assignments = [("Ta fram en plan för läsning", "pågår"), ("Se över avgifterna", "klar"), ("Bygga ut simhallen", "pågår")].map {
      Assignment(text: $0.0, status: $0.1, statusAsWritten: nil, start: nil, end: nil)
    }
    var second = report("b.pdf", year: 2023, rows: [])
    second.assignments = [Assignment(text: "Ta fram en plan för läsningen", status: "klar", statusAsWritten: nil, start: nil, end: nil)]
    let comparison = Comparison(of: [first, second])
    let remarks = Dictionary(uniqueKeysWithValues: comparison.assignments.map { ($0.text, $0.members.last?.remark ?? "") })
    #expect(remarks["Ta fram en plan för läsningen"] == "följer med från förra rapporten")
    #expect(remarks["Se över avgifterna"]?.hasPrefix("klart") == true)
    #expect(remarks["Bygga ut simhallen"]?.contains("fast det inte är klart") == true)
  }

  @Test("XLSX has numbers as numbers; HTML has the source of every figure and nothing from elsewhere")
  func writing() throws {
    let comparison = Comparison(of: [report("a & b.pdf", year: 2023, rows: [("Stab", ["1 000", "2 000", "-1 000"])])])
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paragraf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("ut.xlsx").path
    try Workbook.write(comparison.sheets, to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: Data("PK".utf8)))
    #expect(throws: Workbook.Failure.self) { try Workbook.write(comparison.sheets, to: folder.path + "/saknas/ut.xlsx") }
    let sheet = try #require(comparison.sheets.first)
    #expect(sheet.rows[0][7] == .number(1000) && sheet.rows[0][12] == .number(3))
    let html = HTMLPage(comparison).text
    #expect(html.contains("a &amp; b.pdf s. 3") && html.contains("<svg") && !html.contains("http") && !html.contains("<script"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(SheetText.json(comparison.sheets).utf8)) as? [String: Any])
    #expect((json["Resultat"] as? [[String: Any]])?.count == 3)
  }

  @Test(
    "Printed numbers",
    arguments: [
      ("-18 090", Decimal(-18090)), ("(31,5)", Decimal(string: "-31.5") ?? 0), ("10,3 %", Decimal(string: "10.3") ?? 0), ("+131", 131),
      ("−7", -7),
    ])
  func numbers(text: String, value: Decimal) { #expect(PrintedNumber(text)?.value == value) }

  @Test("What is no number is none", arguments: ["", "-", "1,", "1-2", "Delvis", "2023-01-01"])
  func noNumbers(text: String) { #expect(PrintedNumber(text) == nil) }
}
