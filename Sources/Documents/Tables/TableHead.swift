/// The names of a table's columns, from head rows of one or more lines and one or two levels.
struct TableHead {
  /// What stands above the labels.
  private(set) var label = ""
  /// The names of the value columns, in one line each.
  private(set) var names: [String] = []
  /// The columns, those that have a name and no value included; the first is the labels'.
  private(set) var bands: ColumnBands
  /// Why it is not certain which name is whose; nil where it is.
  private(set) var doubt: String?

  private struct Cell {
    var segment: VisualRow.Segment
    var y: Double
    var em: Double
  }

  /// A name this far (ems) above the next in its column stands over a group of columns.
  private static let levelGap = 1.6

  private let words: TableWords

  init(_ rows: [VisualRow], bands: ColumnBands, words: TableWords) {
    let rows = Self.withWholeGroups(rows)
    self.bands = bands
    self.words = words
    let edge = bands.bands.first?.x1 ?? 0
    let cells = rows.flatMap { row in row.segments.map { Cell(segment: $0, y: row.y, em: max(row.fontSize, 1)) } }
    let named = cells.filter { $0.segment.x0 >= edge || bands.columns(of: $0.segment).contains { $0 > 0 } }
    label = cells.filter { cell in !named.contains { $0.y == cell.y && $0.segment.x0 == cell.segment.x0 } }
      .map(\.segment.string).joined(separator: " ")
    let upper = upperLevel(of: named)
    let lower = named.filter { cell in !upper.contains { $0.y == cell.y && $0.segment.x0 == cell.segment.x0 } }.flatMap { parted($0) }
    addColumns(of: lower)
    names = Array(repeating: "", count: max(0, self.bands.count - 1))
    for cell in lower { append(cell.segment.string, to: self.bands.column(of: cell.segment)) }
    if hasTwoYearsOverOne(lower) { nameInOrder(lower) }
    if upper.isEmpty { checkParts(lower) }
    addUpper(upper)
  }

  /// Names of groups in two lines ("Bokslut" / "2023") as one: as many in both, in the middle above one another, and more names below them.
  private static func withWholeGroups(_ rows: [VisualRow]) -> [VisualRow] {
    guard let first = rows.indices.dropLast(2).first(where: { isOneLevel(rows[$0], rows[$0 + 1], over: rows[$0 + 2]) }) else { return rows }
    var rows = rows
    for (index, name) in rows[first + 1].segments.enumerated() {
      rows[first].segments[index].text += [0x20] + name.text
      rows[first].segments[index].x0 = min(rows[first].segments[index].x0, name.x0)
      rows[first].segments[index].x1 = max(rows[first].segments[index].x1, name.x1)
    }
    rows[first].lines += rows[first + 1].lines
    rows.remove(at: first + 1)
    return rows
  }

  private static func isOneLevel(_ upper: VisualRow, _ lower: VisualRow, over names: VisualRow) -> Bool {
    guard upper.segments.count > 1, upper.segments.count == lower.segments.count, names.segments.count > upper.segments.count * 2,
      lower.segments.allSatisfy({ $0.shape == .year })
    else { return false }
    return zip(upper.segments, lower.segments).allSatisfy { abs($0.x0 + $0.x1 - $1.x0 - $1.x1) < sameMiddle }
  }

  /// Twice the points by which the middles of two lines of one name differ.
  private static let sameMiddle = 6.0

  /// A part ("Kostnad") with nothing above it, beside one with a name above ("Redovisning 2022" / "Netto"): whether that name is of both, only the lines
  /// of the table tell, which are not known.
  private mutating func checkParts(_ cells: [Cell]) {
    guard let bottom = cells.map(\.y).max(), cells.contains(where: { $0.y < bottom }) else { return }
    let columns = (1..<max(1, bands.count)).map { column in cells.filter { bands.column(of: $0.segment) == column } }
    let isPart = columns.map { own in
      own.contains { $0.y == bottom && startsInUpperCase($0.segment.text) && words.isPart($0.segment.string) }
    }
    let isOpen = zip(columns, isPart).map { $1 && $0.count == 1 }
    let isNamed = zip(columns, isPart).map { own, isPart in
      isPart && own.contains { $0.y < bottom && (words.isHead($0.segment.text) || $0.segment.shape == .year) }
    }
    let isBeside = columns.indices.contains { $0 > 0 && (isOpen[$0] && isNamed[$0 - 1] || isNamed[$0] && isOpen[$0 - 1]) }
    if isBeside { doubt = doubt ?? Self.unknownGroups }
  }

  private static let unknownGroups = "det går inte att avgöra vilka kolumner namnen i tabellhuvudets övre rad gäller"

  /// The names that are told: no year where it is not certain whose it is.
  var columns: [String] { doubt == nil ? names : names.map { HeadYears($0).isEmpty ? $0 : "" } }

  /// Names that stand so near one another that they came out as one, parted after their years; where they cannot be, whose is whose is not told.
  private mutating func parted(_ cell: Cell) -> [Cell] {
    let columns = bands.columns(of: cell.segment).filter { $0 > 0 }
    let years = HeadYears(cell.segment.string)
    guard columns.count > 1, years.count > 1 else { return [cell] }
    guard let parts = years.parts, parts.count == columns.count else {
      doubt = "\"\(cell.segment.string)\" står över flera kolumner"
      return [cell]
    }
    return zip(parts, columns).map { part, column in
      let (x0, x1) = bands.bands[column]
      return Cell(segment: VisualRow.Segment(text: Array(part.utf8), x0: x0, x1: x1, shape: CellShape(part)), y: cell.y, em: cell.em)
    }
  }

  // A row of dashes that shoves the figures beside it makes columns that stand under no year of their own, or under that of their neighbour.
  private func hasTwoYearsOverOne(_ cells: [Cell]) -> Bool {
    let years = cells.filter { $0.segment.shape == .year }
    return zip(years, years.dropFirst()).contains { $0.y == $1.y && bands.column(of: $0.segment) == bands.column(of: $1.segment) }
  }

  /// Gives the columns the names of one row in their order, where there are as many of both; else which is whose cannot be told.
  private mutating func nameInOrder(_ cells: [Cell]) {
    guard let y = cells.first?.y, cells.allSatisfy({ $0.y == y }), cells.count == names.count else {
      doubt = "två årtal står över samma kolumn"
      return
    }
    names = cells.sorted { $0.segment.x0 < $1.segment.x0 }.map(\.segment.string)
  }

  /// The lines of one name stand above one another: the name widens the column that one of them stands over, or is a column without values.
  private mutating func addColumns(of cells: [Cell]) {
    let before = bands
    var names = ColumnBands()
    for cell in cells { names.insert(cell.segment) }
    for (x0, x1) in names.bands {
      let name = VisualRow.Segment(text: [], x0: x0, x1: x1, shape: .text)
      if bands.columns(of: name).filter({ $0 > 0 }).count < 2, !bands.columns(of: name).contains(0) { bands.insert(name) }
    }
    for cell in cells where bands.columns(of: cell.segment).isEmpty { bands.insert(cell.segment) }
    pairNames(of: cells, with: before)
  }

  /// Names set to the left of their columns and figures set to the right touch nothing of one another: where there are as many names without column
  /// as columns without name, they belong together in order.
  private mutating func pairNames(of cells: [Cell], with before: ColumnBands) {
    let named = bands.bands.indices.filter { index in
      cells.contains { $0.segment.overlap(bands.bands[index].x0, bands.bands[index].x1) > 0 }
    }
    let isNew = bands.bands.indices.filter { index in
      !before.bands.contains { min($0.x1, bands.bands[index].x1) - max($0.x0, bands.bands[index].x0) > 0 }
    }
    let unnamed = bands.bands.indices.dropFirst().filter { !named.contains($0) }
    guard !isNew.isEmpty, isNew.count == unnamed.count else { return }
    let pairs = zip(isNew, unnamed).map { (bands.bands[$0], bands.bands[$1]) }
    guard zip(isNew, unnamed).allSatisfy({ abs($0 - $1) == 1 }) else { return }
    for (name, column) in pairs {
      bands.insert(VisualRow.Segment(text: [], x0: min(name.x0, column.x0), x1: max(name.x1, column.x1), shape: .text))
    }
  }

  private mutating func append(_ text: String, to column: Int?) {
    guard let column, column > 0 else { return }
    names[column - 1] = words.joinedName(names[column - 1], text)
  }

  /// The top row's cells where they stand over groups of columns.
  private func upperLevel(of cells: [Cell]) -> [Cell] {
    guard let top = cells.map(\.y).min() else { return [] }
    let first = cells.filter { $0.y == top }
    let rest = cells.filter { $0.y > top }
    guard !rest.isEmpty, first.count < bands.count - 1 else { return [] }
    let spans = first.contains { bands.columns(of: $0.segment).count > 1 || isFarAbove($0, rest) }
    return spans || areGroups(first, over: rest) ? first : []
  }

  private func areGroups(_ upper: [Cell], over rest: [Cell]) -> Bool {
    guard let y = rest.map(\.y).max() else { return false }
    let lowest = rest.filter { $0.y == y }.sorted { $0.segment.x0 < $1.segment.x0 }
    return HeadGroups.areGroups(upper.count, over: lowest.map(\.segment.string)) || areOverYears(upper, lowest)
  }

  /// Whether upper names stand over years: one in the middle of them all, or several over years of which one comes again. Those beside the years are
  /// the names of columns of their own.
  private func areOverYears(_ cells: [Cell], _ years: [Cell]) -> Bool {
    guard years.allSatisfy({ CellShape($0.segment.string) == .year }) else { return false }
    let upper = cells.filter { $0.segment.overlap(years[0].segment.x0, years[years.count - 1].segment.x1) > 0 }
    guard !upper.isEmpty, upper.count < years.count else { return false }
    if upper.count > 1 { return Set(years.map(\.segment.string)).count < years.count }
    let middle = (years[0].segment.x0 + years[years.count - 1].segment.x1) / 2
    return abs((upper[0].segment.x0 + upper[0].segment.x1) / 2 - middle) < upper[0].em
  }

  private func isFarAbove(_ cell: Cell, _ rest: [Cell]) -> Bool {
    let columns = bands.columns(of: cell.segment)
    let under = rest.filter { $0.segment.overlap(cell.segment.x0, cell.segment.x1) > 0 }
    let below = under.isEmpty ? rest.filter { !Set(bands.columns(of: $0.segment)).isDisjoint(with: columns) } : under
    return below.map(\.y).min().map { ($0 - cell.y) / cell.em > Self.levelGap } ?? columns.isEmpty
  }

  /// Puts each upper name before the names of its group.
  private mutating func addUpper(_ upper: [Cell]) {
    guard !upper.isEmpty, upper.count <= names.count else { return }
    let segments = upper.map(\.segment).sorted { $0.x0 < $1.x0 }
    let outside = names.prefix { words.isNoteColumn($0) }.count
    guard let groups = HeadGroups(lower: names, columns: Array(bands.bands.dropFirst()), upper: segments, outside: outside).find() else {
      doubt = doubt ?? Self.unknownGroups
      return
    }
    for (column, group) in groups.enumerated() {
      guard let group else { continue }
      names[column] = [segments[group].string, names[column]].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
