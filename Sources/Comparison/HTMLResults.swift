internal import Foundation

/// A result table on the page: for each unit bars of budget against outcome, and the table behind them.
struct HTMLResults {
  private let table: ResultTable
  private let hasOneOwner: Bool
  private let links: HTMLLinks

  /// A figure as the tables show it: measure, tkr, as written.
  private typealias Line = (cells: [String], place: Place)

  init(_ table: ResultTable, hasOneOwner: Bool, _ links: HTMLLinks) {
    self.table = table
    self.links = links
    self.hasOneOwner = hasOneOwner
  }

  var text: String {
    if table.rows.allSatisfy({ groups(of: $0).isEmpty }) { return plain }
    let cards = table.rows.map(card)
    return """
      <section><h2>\(HTMLPage.escaped(table.title))</h2>
      <p class="lead">Alla belopp omräknade till tkr. Skalan är enhetens egen: jämför formen mellan enheter, talen inom en enhet.</p>
      \(legend)
      <div class="grid">
      \(cards.joined(separator: "\n"))
      </div></section>
      """
  }

  /// Without charts: all in one table.
  private var plain: String {
    let rows = table.rows.flatMap { row in
      lines(of: row).map { HTMLTable.row([row.name] + $0.cells, figures: [2], source: $0.place, links) }
    }
    return """
      <section><h2>\(HTMLPage.escaped(table.title))</h2>
      \(HTMLTable.table(["Gäller", "Mått", "tkr", "Som skrivet", "Källa"], rows))
      </section>
      """
  }

  private var legend: String {
    BarChart.legend(of: Set(table.rows.flatMap { groups(of: $0).flatMap(\.bars).map(\.kind) }))
  }

  private func card(_ row: ResultRow) -> String {
    let bars = groups(of: row)
    let chart = bars.isEmpty ? "" : BarChart(bars, title: "\(row.name): budget och utfall i tkr").svg
    let renamed = row.names.dropLast()
    let before =
      renamed.isEmpty ? "" : "<p>Förut: \(HTMLPage.escaped(renamed.joined(separator: ", "))) (likhet \(percent(row.likeness))).</p>"
    return """
      <div class="card"><h3>\(HTMLPage.escaped(row.name))</h3>
      \(chart)\(before)\(chart.isEmpty ? values(of: row) : HTMLTable.folded("Tabell och källor", values(of: row)))
      </div>
      """
  }

  /// The years with a budget or an outcome, of the whole year where there is one.
  private func groups(of row: ResultRow) -> [BarChart.Group] {
    var groups: [BarChart.Group] = []
    for cell in row.cells where cell.part == nil || cell.part == "netto" {
      if let index = groups.firstIndex(where: { $0.label == label(of: cell) }), cell.measure == "avvikelse", let figure = cell.figures.first
      {
        groups[index].remark = "avvikelse \(HTMLNumber.thousands(figure.value))"
      }
      guard let kind = BarChart.Kind(measure: cell.measure), let figure = cell.figures.first, cell.year != nil else { continue }
      let name = label(of: cell)
      let value = BarChart.Bar(kind: kind, value: HTMLNumber.double(figure.value) / 1000, shown: HTMLNumber.thousands(figure.value))
      if let same = groups.firstIndex(where: { $0.label == name }) {
        groups[same].bars.append(value)
      } else {
        groups.append(.init(label: name, bars: [value]))
      }
    }
    for index in groups.indices { groups[index].bars.sort { $0.kind.rawValue < $1.kind.rawValue } }
    return groups
  }

  private func label(of cell: ResultCell) -> String {
    let year = cell.year.map(String.init) ?? "år okänt"
    return (hasOneOwner ? year : "\(cell.owner) \(year)") + (cell.isPeriod ? ", del av året" : "")
  }

  private func values(of row: ResultRow) -> String {
    HTMLTable.table(
      ["Mått", "tkr", "Som skrivet", "Källa"], lines(of: row).map { HTMLTable.row($0.cells, figures: [1], source: $0.place, links) })
  }

  private func lines(of row: ResultRow) -> [Line] {
    row.cells.flatMap { cell in
      cell.figures.enumerated().map { index, figure in
        let name = [hasOneOwner ? nil : cell.owner, cell.year.map(String.init) ?? "år okänt", cell.measureName].compactMap { $0 }.joined(
          separator: " ")
        let other = cell.state == .restated ? " (omräknat)" : " (annan uppgift)"
        let remark = index == 0 ? "" : figure.agrees(with: cell.figures[0]) ? " (samma uppgift)" : other
        return ([name + remark, HTMLNumber.thousands(figure.value), figure.written], figure.place)
      }
    }
  }

  private func percent(_ likeness: Double?) -> String { likeness.map { "\(Int(($0 * 100).rounded())) %" } ?? "–" }
}
