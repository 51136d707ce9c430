import PDFReading
import Pages
import Testing

/// Tables beside something else are read by themselves; one table with words in its middle stays one.
@Suite struct TablesBesideTests {
  private typealias Run = TinyPDF.Run

  /// A row at each 14 points: its cells, the first at `x`, the others `widths` farther to the right.
  private func table(_ rows: [[String]], x: Double, y: Double, widths: [Double] = [110, 50]) -> [Run] {
    rows.enumerated().flatMap { index, cells in
      var left = x
      return zip(cells, widths + [0]).compactMap { cell, width -> Run? in
        defer { left += width }
        return cell.isEmpty ? nil : Run(text: cell, x: left, y: y + Double(index) * 14)
      }
    }
  }

  private func bold(_ text: String, x: Double, y: Double) -> Run { Run(text: text, x: x, y: y, font: "Helvetica-Bold") }

  private func shown(_ runs: [Run]) throws -> [String] { try firstPage(TinyPDF(runs)).shown }

  private let head = ["Mnkr", "2023", "2022"]
  private let income = [["Avgifter", "12,4", "11,8"], ["Bidrag", "40,1", "39,7"], ["Skatter", "88,0", "85,2"]]
  private let balance = [["Kassa", "7,3", "6,1"], ["Fordringar", "5,5", "4,9"]]

  private func line(_ cells: [String]) -> String { cells.joined(separator: " | ") }

  @Test func tablesWithTheSameNamesOfColumnsAreReadInTurn() throws {
    let page = try firstPage(TinyPDF(table([head] + income, x: 60, y: 100) + table([head] + balance, x: 320, y: 100)))
    #expect(page.shown == ([head] + income + [head] + balance).map(line))
    #expect(page.lines.filter(\.startsNextColumn).count == 1)
    #expect(page.lines[4].startsNextColumn)
  }

  @Test func tablesUnderHeadingsOfTheirOwnAreReadInTurn() throws {
    let other = [["Tal", "Mål", "Utfall"], ["Andel", "90", "88"], ["Antal", "12", "13"], ["Köer", "1", "2"]]
    let runs =
      [bold("Resultat", x: 56, y: 84), bold("Mått", x: 314, y: 84)] + table([head] + income, x: 60, y: 100) + table(other, x: 320, y: 100)
    #expect(try shown(runs) == ["Resultat"] + ([head] + income).map(line) + ["Mått"] + other.map(line))
  }

  @Test func tablesAtDifferentHeightsAreReadInTurn() throws {
    let other = [["Tal", "Mål", "Utfall"], ["Andel", "90", "88"], ["Antal", "12", "13"], ["Köer", "1", "2"]]
    #expect(try shown(table([head] + income, x: 60, y: 100) + table(other, x: 320, y: 107)) == ([head] + income + other).map(line))
  }

  @Test func namesOfColumnsWithoutOneOverTheLabelsGoWithTheirTables() throws {
    let years = ["", "2023", "2022"]
    let runs =
      [bold("Intäkter", x: 60, y: 84), bold("Tillgångar", x: 320, y: 84)]
      + table([years] + income, x: 60, y: 100) + table([years] + balance, x: 320, y: 100)
    #expect(try shown(runs) == ["Intäkter", "2023 | 2022"] + income.map(line) + ["Tillgångar", "2023 | 2022"] + balance.map(line))
  }

  private let text = [
    "Under året har nämnden arbetat", "med att korta köerna och att ge", "fler barn plats i förskolan. Det",
    "har gett resultat i alla områden",
    "utom i ett, där lokalerna ännu", "inte är klara att flytta in i.",
  ]

  @Test func aTableBesideRunningTextIsReadByItself() throws {
    let runs = table([head] + income, x: 60, y: 100) + TinyPDF.lines(text, x: 320, y: 100, distance: 14)
    #expect(try shown(runs) == ([head] + income).map(line) + text)
  }

  @Test func runningTextBesideATableIsReadFirst() throws {
    let runs = TinyPDF.lines(text, x: 60, y: 100, distance: 14) + table([head] + income, x: 320, y: 114)
    #expect(try shown(runs) == text + ([head] + income).map(line))
  }

  @Test func columnsOfTextMayHoldATableEach() throws {
    let more = [
      "Nämnden har också tagit fram en", "plan för de lokaler som snart", "ska rustas upp och öppnas. Den",
      "ger plats åt fler barn än förut.",
      "Planen är klar till sommaren och", "sträcker sig över fyra år.",
    ]
    let runs =
      TinyPDF.lines(text, x: 60, y: 100, distance: 14) + table([head] + income, x: 60, y: 198, widths: [90, 40])
      + table([head] + balance + balance.map { ["Övriga " + $0[0].lowercased()] + $0[1...] }, x: 320, y: 100)
      + TinyPDF.lines(more, x: 320, y: 184, distance: 14)
    let below = balance.map { ["Övriga " + $0[0].lowercased()] + $0[1...] }
    #expect(try shown(runs) == text + ([head] + income + [head] + balance + below).map(line) + more)
  }

  @Test func commentsStayBesideTheirRows() throws {
    let comments = [
      "Köerna är längre än vad de var i januari", "Sjukfrånvaron är högre än i januari", "Behörigheten är lägre än i januari",
      "Öppettiderna är fler än i januari", "Besökarna är fler än i januari i år",
    ]
    let rows = [
      ["Köer", "11,5", "12,5"], ["Frånvaro", "16,1", "17,2"], ["Behörighet", "89,3", "88,4"], ["Timmar", "40,5", "44,5"],
      ["Besök", "12,6", "13,7"],
    ]
    let runs = table(rows, x: 60, y: 100) + TinyPDF.lines(comments, x: 320, y: 100, distance: 14)
    #expect(try shown(runs) == zip(rows, comments).map { line($0 + [$1]) })
  }

  @Test func wordsInTheMiddleOfATableStay() throws {
    let rows = [
      ["Mått", "Mål", "Enhet", "2023", "2022"], ["Besök", "412", "antal", "398", "377"], ["Andel", "45", "procent", "48", "47"],
    ]
    #expect(try shown(table(rows, x: 60, y: 100, widths: [100, 130, 80, 60])) == rows.map(line))
  }
}
