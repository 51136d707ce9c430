internal import Facts
internal import Foundation

/// Matches the result tables of the reports with each other, and their rows.
struct ResultComparison {
  private(set) var tables: [ResultTable] = []
  private(set) var notes: [String] = []

  /// The least likeness of two tables' titles and labels, and of two rows' labels, that are held to be the same.
  private static let tableThreshold = 0.45
  private static let rowThreshold = 0.85

  init(_ reports: [Report]) {
    let readers = reports.map(ResultReader.init)
    notes = readers.flatMap(\.notes)
    let found = readers.map(\.tables)
    let threads = Threads(found.map { $0.map(\.signature) }, threshold: Self.tableThreshold).threads
    tables = threads.map { thread in Self.table(thread.map { (reports[$0.report], found[$0.report][$0.item]) }) }
    tables.removeAll(where: \.rows.isEmpty)
    let texts = reports.map { TextResults($0).rows }
    let told = Self.rows(zip(reports, texts).map { ($0, $1) })
    if !told.isEmpty { tables.append(ResultTable(title: "Resultat enligt texten", rows: told, isFromText: true)) }
  }

  private static func table(_ members: [(Report, ResultReader.Table)]) -> ResultTable {
    ResultTable(title: members.last?.1.title ?? "", rows: rows(members.map { ($0.0, $0.1.rows) }))
  }

  private static func rows(_ members: [(report: Report, rows: [ResultReader.Row])]) -> [ResultRow] {
    let threads = Threads(members.map { $0.rows.map(\.name) }, threshold: rowThreshold).threads
    return threads.map { thread in
      var row = ResultRow(names: [], likeness: thread.compactMap(\.likeness).min(), cells: [])
      for member in thread {
        let (report, rows) = members[member.report]
        row.names.removeAll { $0 == rows[member.item].label }
        row.names.append(rows[member.item].label)
        for value in rows[member.item].values { add(value, of: report, to: &row.cells) }
      }
      for index in row.cells.indices { sort(&row.cells[index], members.map(\.report)) }
      row.cells.sort { ($0.owner, $0.year ?? 9999) < ($1.owner, $1.year ?? 9999) }
      return row
    }
  }

  private static func add(_ value: ResultReader.Value, of report: Report, to cells: inout [ResultCell]) {
    let meaning = value.meaning
    let cell = ResultCell(
      owner: report.owner, measure: meaning.kind, part: meaning.part, isPeriod: meaning.isPeriod, year: meaning.year,
      figures: [value.figure])
    if let same = cells.firstIndex(where: { $0.isSame(as: cell) }) {
      cells[same].figures.append(value.figure)
    } else {
      cells.append(cell)
    }
  }

  // The year's own report comes first, whatever order they were read in.
  private static func sort(_ cell: inout ResultCell, _ reports: [Report]) {
    let own = Set(reports.filter { $0.document.year == cell.year }.map(\.document.source))
    cell.figures = cell.figures.filter { own.contains($0.place.source) } + cell.figures.filter { !own.contains($0.place.source) }
  }
}

extension ResultCell {
  fileprivate func isSame(as other: ResultCell) -> Bool {
    (owner, measure, part, isPeriod, year) == (other.owner, other.measure, other.part, other.isPeriod, other.year)
  }
}
