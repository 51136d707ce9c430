internal import Foundation

/// The key figures on the page: a line chart each, and the table behind it.
struct HTMLSeries {
  private let comparison: Comparison
  private let links: HTMLLinks

  init(_ comparison: Comparison, _ links: HTMLLinks) {
    self.comparison = comparison
    self.links = links
  }

  var text: String {
    if comparison.series.isEmpty { return "" }
    return """
      <section><h2>Nyckeltal</h2>
      <p class="lead">Axeln går från seriens lägsta till dess högsta värde. Tunn linje: värde saknas för åren emellan.</p>
      <div class="grid">
      \(comparison.series.map(card).joined(separator: "\n"))
      </div></section>
      """
  }

  private func card(_ series: Series) -> String {
    let lines = Dictionary(grouping: series.points, by: \.owner).sorted { $0.key < $1.key }.map { owner, points in
      LineChart.Line(label: owner, points: points.compactMap(Self.point))
    }.filter { !$0.points.isEmpty }
    let chart = LineChart(lines, title: series.name)
    let isDrawn = Set(lines.flatMap(\.points).map(\.year)).count > 1 || lines.count > 1
    let likeness =
      series.likeness.map { $0 < 1 ? "<p>Namnen i rapporterna skiljer sig (likhet \(Int(($0 * 100).rounded())) %).</p>" : "" } ?? ""
    let table = values(of: series)
    return """
      <div class="card"><h3>\(HTMLPage.escaped(series.name))</h3>
      \(isDrawn ? chart.svg + chart.legend + likeness + HTMLTable.folded("Tabell och källor", table) : likeness + table)
      </div>
      """
  }

  private static func point(_ point: Series.Point) -> LineChart.Point? {
    guard let value = point.values.first, let number = value.number else { return nil }
    return LineChart.Point(
      year: point.year, value: HTMLNumber.double(number.value), shown: value.asWritten + (point.isRestated ? " *" : ""))
  }

  private func values(of series: Series) -> String {
    let rows = series.points.flatMap { point in
      point.values.enumerated().map { index, value in
        let remark = index == 0 ? "" : point.isRestated ? " (omräknat)" : " (samma uppgift)"
        let name = (comparison.hasOneOwner ? "" : "\(point.owner) ") + "\(point.year)" + remark
        return HTMLTable.row([name, value.asWritten, value.unit, value.target ?? ""], figures: [1], source: value.place, links)
      }
    }
    return HTMLTable.table(["År", "Värde", "Enhet", "Mål", "Källa"], rows)
  }
}
