internal import Comparison
internal import Facts

/// What reports of the same body say of the same year, against each other.
struct BetweenReports {
  private(set) var findings: [Finding] = []

  init(_ documents: [FactsDocument]) {
    guard documents.count > 1 else { return }
    let comparison = Comparison(of: documents)
    for table in comparison.results where !table.isFromText {
      for row in table.rows { for cell in row.cells where cell.state == .restated { note(cell, of: row.name) } }
    }
    for series in comparison.series { for point in series.points where point.isRestated { note(point, of: series.name) } }
  }

  private mutating func note(_ cell: ResultCell, of name: String) {
    guard let first = cell.figures.first, let other = cell.figures.first(where: { !$0.agrees(with: first) }) else { return }
    let message =
      "\(name), \(cell.measureName) \(cell.year.map(String.init) ?? ""): \(first.written) i \(first.place.source), men \(other.written) i \(other.place.source)."
    findings.append(Finding(.restated, message, [Self.place(other), Self.place(first)]))
  }

  private mutating func note(_ point: Series.Point, of name: String) {
    guard let first = point.values.first, let other = point.values.last, first.place.source != other.place.source else { return }
    let message = "\(name) \(point.year): \(first.asWritten) i \(first.place.source), men \(other.asWritten) i \(other.place.source)."
    let places = [other, first].map { Finding.Place(source: $0.place.source, page: $0.place.page, quote: $0.place.quote) }
    findings.append(Finding(.restated, message, places))
  }

  private static func place(_ figure: Figure) -> Finding.Place {
    Finding.Place(source: figure.place.source, page: figure.place.page, quote: "\(figure.place.quote) \(figure.asWritten)")
  }
}
