internal import Foundation
internal import Pages

/// Puts a table's visual rows together to its rows: labels and cells broken over lines are joined.
struct TableRows {
  let rows: [VisualRow]
  let bands: ColumnBands
  let words: TableWords
  let hyphenation: Hyphenation

  private(set) var result: [Table.Row] = []
  /// Why a cell could not be placed; nil where all were.
  private(set) var doubt: String?

  /// A visual row with its cells in their columns.
  private struct Placed {
    var row: VisualRow
    /// One a column, the label's first; nil where nothing stands.
    var cells: [String?]
    var label: String { cells[0] ?? "" }
    var values: ArraySlice<String?> { cells.dropFirst() }
    var hasFigure: Bool { values.contains { $0.map { CellShape($0).isValue } ?? false } }
    var hasValue: Bool { values.contains { $0 != nil } }
  }

  /// - Parameter beginsHere: whether no row of the table stands on the page before.
  init(_ rows: [VisualRow], bands: ColumnBands, words: TableWords, hyphenation: Hyphenation, beginsHere: Bool) {
    (self.rows, self.bands, self.words, self.hyphenation) = (rows, bands, words, hyphenation)
    var placed: [Placed] = []
    for row in rows { placed.append(place(row)) }
    result = grouped(placed).map(row)
    var heights = heights()
    joinLabels(&heights)
    let assessed: ((String) -> Bool)? = beginsHere ? { [words] in words.isValue(Array($0.utf8)) } : nil
    result = MergedLabels(result, heights: heights, isAssessment: assessed).rows
    prefixHeadings()
    checkNumbers()
  }

  // MARK: Cells

  private mutating func place(_ row: VisualRow) -> Placed {
    var cells: [String?] = Array(repeating: nil, count: bands.count)
    if row.segments.count == 1, bands.crosses(row.segments[0]) {
      cells[0] = row.segments[0].string
      return Placed(row: row, cells: cells)
    }
    for segment in row.segments {
      let columns = bands.columns(of: segment)
      let parts = columns.count > 1 ? Self.signedParts(segment.string) : [segment.string]
      guard let first = columns.first, parts.count == columns.count else {
        note("\"\(segment.string)\" står mellan två kolumner")
        continue
      }
      for (offset, part) in parts.enumerated() {
        cells[first + offset] = [cells[first + offset], part].compactMap(\.self).joined(separator: " ")
      }
    }
    return Placed(row: row, cells: cells)
  }

  /// Numbers that stand too near one another, parted before their signs.
  private static func signedParts(_ text: String) -> [String] {
    var parts: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      let isSigned = word.count > 1 && ["-", "–", "−", "+"].contains(word.prefix(1))
      if isSigned || parts.isEmpty { parts.append(word) } else { parts[parts.count - 1] += " " + word }
    }
    return parts
  }

  private mutating func note(_ message: String) { if doubt == nil { doubt = message } }

  // MARK: Rows broken over lines

  private func grouped(_ placed: [Placed]) -> [[Placed]] {
    let tight = tightGap(placed)
    let pitch = pitch(placed)
    var groups: [[Placed]] = []
    for row in placed {
      if endsIn(row, groups, pitch: pitch) {
        groups[groups.count - 1].append(row)
      } else if let last = groups.last, let before = last.last, goesOn(row, after: before, in: last, tight: tight) {
        if bothHaveAssessments(last, row) {
          let (label, rest) = Self.parted(row)
          groups[groups.count - 1] += label
          groups.append([rest])
        } else {
          groups[groups.count - 1].append(row)
        }
      } else {
        groups.append([row])
      }
    }
    return groups
  }

  /// Whether the line above is the upper one of the row, whose cells end at one height: the beginnings of its numbers ("-1" above "263,9"), or of its label
  /// ("räddnings-" above "tjänst").
  /// - Parameter pitch: ems from one row to the next.
  private func endsIn(_ row: Placed, _ groups: [[Placed]], pitch: Double) -> Bool {
    guard let last = groups.last, last.count == 1, case let gap = Self.gap(last[0], row), gap < Self.lineInCell else { return false }
    let isClose = gap < pitch * 0.85
    if !last[0].hasValue { return row.hasFigure && startsInLowerCase(Array(row.label.utf8)) && (isClose || isUnfinished(last[0].label)) }
    let columns = row.cells.indices.dropFirst().filter { last[0].cells[$0] != nil }
    guard !row.label.isEmpty, last[0].label.isEmpty || goesOnBelow(last[0], in: row) else { return false }
    return isClose && columns.allSatisfy { Self.isNumber(last[0].cells[$0], goingOnIn: row.cells[$0]) }
  }

  /// Whether the label of the upper line goes on in the row, which has figures in more columns: those of one line stand at the height of the label's end.
  private func goesOnBelow(_ upper: Placed, in row: Placed) -> Bool {
    startsInLowerCase(Array(row.label.utf8)) && row.cells.indices.dropFirst().contains { upper.cells[$0] == nil && row.cells[$0] != nil }
  }

  /// The widest distance (ems) of two lines of one cell.
  private static let lineInCell = 1.6

  /// Whether three digits below go on with a number of three or less.
  private static func isNumber(_ upper: String?, goingOnIn lower: String?) -> Bool {
    guard let upper, let lower, lower.prefix(while: \.isWholeNumber).count == 3 else { return false }
    let digits = upper.drop { "-–−+".contains($0) }
    return (1...3).contains(digits.count) && digits.allSatisfy(\.isWholeNumber) && CellShape(upper + " " + lower) == .number
  }

  private func goesOn(_ row: Placed, after before: Placed, in group: [Placed], tight: Double?) -> Bool {
    let gap = Self.gap(before, row)
    // The second line of a label over several rows may stand at the height of the next row.
    if gap < 0.8 { return !Self.bothHaveNumbers(group, row) }
    if let tight { return gap <= tight && !Self.bothHaveFigures(group, row) }
    return wordsGoOn(row, after: before, group: group)
  }

  /// The usual distance (ems) from a row with label and figures to the next line; 0 where there is none.
  private func pitch(_ placed: [Placed]) -> Double {
    let gaps = zip(placed, placed.dropFirst()).filter { !$0.0.label.isEmpty && $0.0.hasFigure }.map { Self.gap($0, $1) }.sorted()
    return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
  }

  private static func gap(_ first: Placed, _ second: Placed) -> Double { (second.row.y - first.row.y) / max(second.row.fontSize, 1) }

  /// The widest distance (ems) of lines in one cell, where rows of the table stand farther apart than that; else nil.
  private func tightGap(_ placed: [Placed]) -> Double? {
    let pairs = zip(placed, placed.dropFirst()).filter { Self.gap($0, $1) >= 0.8 }
    let gaps = pairs.map { Self.gap($0, $1) }.sorted()
    guard let least = gaps.first, let most = gaps.last, most > least * 1.12 else { return nil }
    let tight = least * 1.1
    let joinsRows = pairs.contains { Self.gap($0, $1) <= tight && !$1.label.isEmpty && Self.bothHaveFigures([$0], $1) }
    return joinsRows ? nil : tight
  }

  /// Whether one column has a whole number in both.
  private static func bothHaveNumbers(_ group: [Placed], _ row: Placed) -> Bool {
    row.cells.indices.dropFirst().contains { column in
      guard let text = row.cells[column], CellShape(text) == .number else { return false }
      return CellShape(group.compactMap { $0.cells[column] }.joined(separator: " ")) == .number
    }
  }

  /// Whether one column has a known word for a value in both: the second line of a label that stands for several rows is beside the next one's.
  private func bothHaveAssessments(_ group: [Placed], _ row: Placed) -> Bool {
    row.cells.indices.dropFirst().contains { column in
      guard let text = row.cells[column], startsInUpperCase(Array(text.utf8)), words.isValue(Array(text.utf8)) else { return false }
      return words.isValue(Array(group.compactMap { $0.cells[column] }.joined(separator: " ").utf8))
    }
  }

  /// The line of the label above where the row's label goes on with it, and the row without it.
  private static func parted(_ row: Placed) -> (label: [Placed], rest: Placed) {
    guard !row.label.isEmpty, startsInLowerCase(Array(row.label.utf8)) else { return ([], row) }
    var (label, rest) = (row, row)
    for column in row.cells.indices { if column == 0 { rest.cells[column] = nil } else { label.cells[column] = nil } }
    return ([label], rest)
  }

  /// Whether one column has figures in both, which are not the parts of one number (`-399` / `698`).
  private static func bothHaveFigures(_ group: [Placed], _ row: Placed) -> Bool {
    row.cells.indices.dropFirst().contains { column in
      guard let text = row.cells[column], CellShape(text).isValue else { return false }
      let above = group.compactMap { $0.cells[column] }.joined(separator: " ")
      guard !above.isEmpty, CellShape(above).isValue || above.contains(where: \.isNumber), !Self.isBroken(above, before: text) else {
        return false
      }
      let isRow = !row.label.isEmpty && !endsNumbersAndLabel(row, of: group)
      return isRow || !CellShape(above + " " + text).isValue || text.count != 3
    }
  }

  /// Whether the row is the last line of a label that goes on in small letters, beside the last digits of numbers, where other numbers of the row are
  /// whole: a row of its own has as many as the one above.
  private static func endsNumbersAndLabel(_ row: Placed, of group: [Placed]) -> Bool {
    let above = { (column: Int) -> String? in group.compactMap { $0.cells[column] }.last }
    let columns = row.cells.indices.dropFirst()
    return startsInLowerCase(Array(row.label.utf8)) && columns.contains { row.cells[$0] == nil && above($0) != nil }
      && columns.allSatisfy { row.cells[$0] == nil || isNumber(above($0), goingOnIn: row.cells[$0]) }
  }

  /// Where distances tell nothing: a small letter, a bracket or an unfinished line above goes on with the row.
  private func wordsGoOn(_ row: Placed, after before: Placed, group: [Placed]) -> Bool {
    guard !row.hasFigure else { return false }
    if row.label.isEmpty { return row.hasValue && before.hasValue }
    let goesOn = startsInLowerCase(Array(row.label.utf8)) || row.label.hasPrefix("(")
    return !before.label.isEmpty && (goesOn || isUnfinished(before.label)) && Self.gap(before, row) < 1.9
  }

  private func isUnfinished(_ label: String) -> Bool {
    label.split(separator: " ").last.map { words.goesOn(after: String($0)) } ?? true
  }

  private func row(_ group: [Placed]) -> Table.Row {
    let count = group[0].cells.count
    let columns = (0..<count).map { column in joined(group.compactMap { $0.cells[column] }) }
    return Table.Row(label: columns[0] ?? "", values: Array(columns.dropFirst()), lines: group.flatMap(\.row.lines))
  }

  /// A cell's lines as one: "73.0" and "%" are one word, "2023-06-" and "30" one date, "social-" and "nämnden" one word.
  private func joined(_ parts: [String]) -> String? {
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { text, part in
      let isOne = part == "%" && CellShape(text).isValue || Self.isBrokenDate(text, part)
      // A dash that stands for nothing, or a figure's sign, breaks no word.
      guard !isOne, text.dropLast().last?.isLetter ?? false else { return text + (isOne ? "" : " ") + part }
      return String(decoding: hyphenation.joined(Array(text.utf8), Array(part.utf8)), as: UTF8.self)
    }
  }

  /// Whether a line ends in the middle of a date or of a § ("KS 2024-02-" and "05", "KF 2024-02-05 §" and "12").
  private static func isBroken(_ first: String, before second: String) -> Bool { first.hasSuffix("§") || isBrokenDate(first, second) }

  /// Whether the last word of a line and the first of the next are one date.
  private static func isBrokenDate(_ first: String, _ second: String) -> Bool {
    guard first.hasSuffix("-"), let start = first.split(separator: " ").last, let end = second.split(separator: " ").first else {
      return false
    }
    return CellShape(String(start + end)) == .date
  }

  /// A label that stands for several rows and has as many lines: each line stands beside a row that names what it measures by itself. The lines that go on
  /// in small letters are put together on the first row.
  private mutating func joinLabels(_ heights: inout [MergedLabels.Height]) {
    guard result.count > 1, result.allSatisfy({ $0.isHeading || namesItself($0) }) else { return }
    var first: (index: Int, top: Double?)?
    for index in result.indices where !result[index].label.isEmpty {
      if let first, goesOnBeside(result[index], after: result[first.index]) {
        result[first.index].label = joined([result[first.index].label, result[index].label]) ?? result[first.index].label
        result[index].label = ""
        if let top = first.top, let bottom = heights[index].label { heights[first.index].label = (top + bottom) / 2 }
        heights[index].label = nil
      } else {
        first = startsInUpperCase(Array(result[index].label.utf8)) ? (index, heights[index].label) : nil
      }
    }
  }

  private func namesItself(_ row: Table.Row) -> Bool {
    guard let name = row.values.first ?? nil else { return false }
    return CellShape(name) == .text && startsInUpperCase(Array(name.utf8)) && !words.isValue(Array(name.utf8))
  }

  /// Whether a row's label is the next line of the label above it, which has no end yet.
  private func goesOnBeside(_ row: Table.Row, after above: Table.Row) -> Bool {
    startsInLowerCase(Array(row.label.utf8)) && !endsSentence(Array(above.label.utf8)) && !row.isHeading
  }

  /// Of each row of the result.
  private func heights() -> [MergedLabels.Height] {
    var places: [LineReference: [Int]] = [:]
    for (index, row) in rows.enumerated() { for line in row.lines { places[line, default: []].append(index) } }
    return result.map { row in height(of: Set(row.lines.flatMap { places[$0] ?? [] }).sorted().map { rows[$0] }) }
  }

  /// The middle of a row's lines with values, and of those with its label, in points from the page's top; nil where it has none.
  private func height(of own: [VisualRow]) -> MergedLabels.Height {
    let isLabel = { (cell: VisualRow.Segment) in bands.columns(of: cell) == [0] }
    return MergedLabels.Height(
      values: Self.middle(own.filter { !$0.segments.allSatisfy(isLabel) }),
      label: Self.middle(own.filter { $0.segments.contains(where: isLabel) }),
      em: own.first?.fontSize ?? 10)
  }

  private static func middle(_ rows: [VisualRow]) -> Double? {
    guard let first = rows.first, let last = rows.last else { return nil }
    return (first.y + last.y) / 2
  }

  // MARK: Headings between rows

  /// Rows that begin with a dash belong to the heading above them and take its words.
  private mutating func prefixHeadings() {
    var kept: [Table.Row] = []
    var heading: Table.Row?
    for row in result {
      let isItem = row.label.hasPrefix("- ") || row.label.hasPrefix("– ")
      if isItem, !row.isHeading, let above = heading {
        if kept.last == above { kept.removeLast() }
        kept.append(Table.Row(label: "\(above.label) \(row.label)", values: row.values, lines: row.lines))
        continue
      }
      heading = row.isHeading ? row : nil
      kept.append(row)
    }
    result = kept
  }

  // MARK: Checks

  /// A cell of digits that are no number holds more than one cell.
  private mutating func checkNumbers() {
    for row in result.indices {
      for column in result[row].values.indices {
        guard let value = result[row].values[column], CellShape(value) == .text, value.utf8.contains(0x20) else { continue }
        guard value.utf8.allSatisfy({ CellShape.isDigit($0) || $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { continue }
        // A minus may stand behind: "1 090-" is one number, as "531-" is.
        if value.hasSuffix("-"), NumberText(Array(value.utf8.dropLast())[...])?.isNegative == false { continue }
        note("värdet \"\(value)\" på raden \"\(result[row].label)\" kan vara flera tal")
        result[row].values[column] = nil
      }
    }
  }
}
