internal import Facts
internal import Foundation

/// A comparison as one self-contained HTML file: charts that are read without colour, a table behind each with the source of every figure.
public struct HTMLPage {
  public let text: String

  public init(_ comparison: Comparison) {
    let title = "Jämförelse: \(HTMLContent.subject(of: comparison))"
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
      </header>
      <main>
      \(HTMLContent(comparison).text)
      </main>
      <footer><p>Framställd med Paragraf. Varje värde har sin källa i tabellen under diagrammet: rapportens fil och sida. Belopp är omräknade till tkr.</p></footer>
      </body>
      </html>

      """
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}

/// Tables of the page.
enum HTMLTable {
  static func table(_ columns: [String], _ rows: [String]) -> String {
    let head = columns.map { "<th scope=\"col\">\(HTMLPage.escaped($0))</th>" }.joined()
    return
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Tabell\"><table><thead><tr>\(head)</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table></div>"
  }

  /// - Parameter figures: the cells that hold figures, which stand to the right.
  static func row(_ cells: [String], figures: Set<Int> = []) -> String { "<tr>\(shown(cells, figures).joined())</tr>" }

  /// A row that ends with where it stands.
  static func row(_ cells: [String], figures: Set<Int> = [], source: Place, _ links: HTMLLinks) -> String {
    "<tr>\(shown(cells, figures).joined())<td>\(links.link(to: source))</td></tr>"
  }

  private static func shown(_ cells: [String], _ figures: Set<Int>) -> [String] {
    cells.enumerated().map { index, cell in
      "<td\(figures.contains(index) ? " class=\"figure\"" : "")>\(HTMLPage.escaped(cell))</td>"
    }
  }

  /// A table that is opened by the reader.
  static func folded(_ title: String, _ table: String) -> String {
    "<details><summary>\(HTMLPage.escaped(title))</summary>\n\(table)\n</details>"
  }
}
