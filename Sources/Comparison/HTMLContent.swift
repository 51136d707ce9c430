internal import Facts

/// A comparison as a part of an HTML page: what must be known, and a section each for results, key figures, goals and assignments.
public struct HTMLContent {
  public let text: String

  /// - Parameter address: where a figure's place can be seen; nil where it cannot.
  public init(_ comparison: Comparison, address: @escaping (Place) -> String? = { _ in nil }) {
    let links = HTMLLinks(address: address)
    let sections = [
      Self.results(comparison, links), HTMLSeries(comparison, links).text, HTMLGoals(comparison, links).text,
      HTMLAssignments(comparison, links).text,
    ].filter { !$0.isEmpty }
    text = """
      \(Self.reports(comparison))
      \(Self.notes(comparison))
      \(sections.joined(separator: "\n"))
      """
  }

  /// "Socialnämnden, Björkmåla kommun 2021–2023".
  public static func subject(of comparison: Comparison) -> String {
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
    let items = comparison.notes.map { "<li>\(HTMLPage.escaped($0))</li>" }.joined(separator: "\n")
    return "<section class=\"notes\"><h2>Att veta</h2>\n<ul>\n\(items)\n</ul></section>"
  }

  private static func results(_ comparison: Comparison, _ links: HTMLLinks) -> String {
    comparison.results.map { HTMLResults($0, hasOneOwner: comparison.hasOneOwner, links).text }.filter { !$0.isEmpty }.joined(
      separator: "\n")
  }
}

/// Where the places of figures lead.
struct HTMLLinks {
  let address: (Place) -> String?

  /// Its words, as a link where it leads somewhere.
  func link(to place: Place) -> String {
    let words = HTMLPage.escaped(place.text)
    return address(place).map { "<a href=\"\(HTMLPage.escaped($0))\">\(words)</a>" } ?? words
  }
}
