internal import Facts
internal import Foundation

/// A comparison as one self-contained HTML file: charts that are read without colour, a table behind each with the source of every figure.
public struct HTMLPage {
  public let text: String

  public init(_ comparison: Comparison) {
    let title = "Jämförelse: \(Self.subject(of: comparison))"
    let sections = [
      Self.results(comparison), HTMLSeries(comparison).text, HTMLGoals(comparison).text, HTMLAssignments(comparison).text,
    ].filter { !$0.isEmpty }
    text = """
      <!DOCTYPE html>
      <html lang="sv">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>\(HTMLStyle.css)</style>
      </head>
      <body>
      <header><h1>\(Self.escaped(title))</h1>
      \(Self.reports(comparison))
      </header>
      <main>
      \(Self.notes(comparison))
      \(sections.joined(separator: "\n"))
      </main>
      <footer><p>Framställd med Paragraf. Varje värde har sin källa i tabellen under diagrammet: rapportens fil och sida. Belopp är omräknade till tkr.</p></footer>
      </body>
      </html>

      """
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  private static func subject(of comparison: Comparison) -> String {
    let years = comparison.reports.compactMap(\.document.year).sorted()
    let span = years.first == years.last ? years.first.map(String.init) : "\(years.first ?? 0)–\(years.last ?? 0)"
    let owners = Set(comparison.reports.map(\.owner)).sorted()
    let names = owners.count > 3 ? "\(owners.count) kommuner och nämnder" : owners.joined(separator: "; ")
    return [names, span ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func reports(_ comparison: Comparison) -> String {
    let rows = comparison.reports.map { report in
      let document = report.document
      return HTMLTable.row([report.label, document.title ?? document.type, document.source, "\(document.pages) sidor"])
    }
    return HTMLTable.table(["Rapport", "Titel", "Fil", "Omfång"], rows)
  }

  private static func notes(_ comparison: Comparison) -> String {
    if comparison.notes.isEmpty { return "" }
    let items = comparison.notes.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n")
    return "<section class=\"notes\"><h2>Att veta</h2>\n<ul>\n\(items)\n</ul></section>"
  }

  private static func results(_ comparison: Comparison) -> String {
    comparison.results.map { HTMLResults($0, hasOneOwner: comparison.hasOneOwner).text }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// Tables of the page.
enum HTMLTable {
  static func table(_ columns: [String], _ rows: [String]) -> String {
    let head = columns.map { "<th scope=\"col\">\(HTMLPage.escaped($0))</th>" }.joined()
    return "<div class=\"wide\"><table><thead><tr>\(head)</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table></div>"
  }

  /// - Parameter figures: the cells that hold figures, which stand to the right.
  static func row(_ cells: [String], figures: Set<Int> = []) -> String {
    let shown = cells.enumerated().map { index, cell in
      "<td\(figures.contains(index) ? " class=\"figure\"" : "")>\(HTMLPage.escaped(cell))</td>"
    }
    return "<tr>\(shown.joined())</tr>"
  }

  /// A table that is opened by the reader.
  static func folded(_ title: String, _ table: String) -> String {
    "<details><summary>\(HTMLPage.escaped(title))</summary>\n\(table)\n</details>"
  }
}
