internal import Foundation
public import Rules

/// A printed sum that the rows above it do not make.
public struct SumError: Sendable, Equatable {
  /// Index of the sum's row in the table.
  public var row: Int
  /// Index of the value column.
  public var column: Int
  /// As written.
  public var printed: String
  /// What the rows above come to, written as the table writes its figures.
  public var computed: String
}

/// Compares a table's printed sums with the rows that they are sums of.
///
/// Says nothing where it is not clear which rows those are: other columns of the same row have to add up.
public struct SumCheck {
  private let sums: Pattern?
  private let parts: Pattern?
  private let uncounted: Pattern?

  public init(rules: RuleSet) {
    sums = rules.vocabulary.pattern(for: "summarad")
    parts = rules.vocabulary.pattern(for: "varavrad", prefix: "\\A")
    uncounted = rules.vocabulary.pattern(for: "osummerat")
  }

  /// A figure with its decimals.
  private struct Figure {
    var value: Double
    var decimals: Int
  }

  /// Which rows a sum may be of, with the columns that this fits.
  private struct Fit {
    var rows: [Int]
    var sign: Double
    var columns: Set<Int>
    /// Columns that it fits with a sum other than nought.
    var telling: Int
  }

  /// - Parameter isExact: whether the figures are counted, not rounded: then a sum is exact.
  public func errors(in table: Table, isExact: Bool) -> [SumError] {
    guard table.doubt == nil else { return [] }
    let figures = table.rows.map { $0.values.map(Self.figure) }
    let isSum = table.rows.map { sums?.matches(Array($0.label.utf8)) ?? false }
    let columns = table.columns.indices.filter { column in
      !(uncounted?.matches(Array(table.columns[column].utf8)) ?? false)
        && !table.rows.contains { $0.values[column]?.contains("%") ?? false }
    }
    return table.rows.indices.filter { isSum[$0] }.flatMap { row in
      let checked = columns.filter { figures[row][$0] != nil }
      let fits = candidates(row, table, isSum: isSum).flatMap { rows in
        [1.0, -1.0].map { fit(rows, sign: $0, of: row, columns: checked, figures, isExact: isExact) }
      }
      return errors(row, fits: fits, columns: checked, figures, table)
    }
  }

  // MARK: Rows

  /// The rows that the sum may be of: those since the last sum or heading, with or without that sum, all that are no sums, all sums.
  private func candidates(_ row: Int, _ table: Table, isSum: [Bool]) -> [[Int]] {
    let above = (0..<row).filter { !table.rows[$0].isHeading && !(parts?.matches(Array(table.rows[$0].label.utf8)) ?? false) }
    let lastSum = above.last { isSum[$0] } ?? -1
    let lastHeading = (0..<row).last { table.rows[$0].isHeading } ?? -1
    let all = [
      above.filter { $0 > lastSum }, above.filter { $0 >= lastSum }, above.filter { $0 > max(lastSum, lastHeading) },
      above.filter { !isSum[$0] }, above.filter { isSum[$0] },
      above.filter { isSum[$0] || $0 > lastSum },
    ]
    return all.filter { $0.count > 1 }
  }

  private func fit(_ rows: [Int], sign: Double, of row: Int, columns: [Int], _ figures: [[Figure?]], isExact: Bool) -> Fit {
    var fit = Fit(rows: rows, sign: sign, columns: [], telling: 0)
    for column in columns {
      guard let printed = figures[row][column], let sum = Self.sum(rows, column, figures) else { continue }
      let unit = isExact ? 0.001 : pow(10, -Double(min(sum.decimals, printed.decimals))) * Double(rows.count)
      guard abs(sign * sum.value - printed.value) <= unit + 0.0001 else { continue }
      fit.columns.insert(column)
      if abs(printed.value) > unit { fit.telling += 1 }
    }
    return fit
  }

  /// Nil where no row has a figure.
  private static func sum(_ rows: [Int], _ column: Int, _ figures: [[Figure?]]) -> Figure? {
    let parts = rows.compactMap { figures[$0][column] }
    guard !parts.isEmpty else { return nil }
    return Figure(value: parts.map(\.value).reduce(0, +), decimals: parts.map(\.decimals).max() ?? 0)
  }

  private static func figure(_ cell: String?) -> Figure? {
    cell.flatMap { NumberText(Array($0.utf8)[...]) }.map { Figure(value: $0.value, decimals: $0.decimals.count) }
  }

  // MARK: Errors

  /// The columns that the best fit leaves over, where it fits at least as many others and no other candidate fits them.
  private func errors(_ row: Int, fits: [Fit], columns: [Int], _ figures: [[Figure?]], _ table: Table) -> [SumError] {
    guard let best = fits.max(by: { $0.telling < $1.telling }), best.telling > 0 else { return [] }
    let explained = fits.filter { $0.sign == best.sign }.reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
    let wrong = columns.filter { !explained.contains($0) && Self.sum(best.rows, $0, figures) != nil }
    guard !wrong.isEmpty, wrong.count <= best.columns.count else { return [] }
    return wrong.compactMap { column in
      guard let sum = Self.sum(best.rows, column, figures), let printed = table.rows[row].values[column] else { return nil }
      let decimals = max(sum.decimals, figures[row][column]?.decimals ?? 0)
      return SumError(
        row: row, column: column, printed: printed, computed: Self.written(best.sign * sum.value, decimals: decimals, like: printed))
    }
  }

  /// The figure with thousands parted by spaces, its decimals after the sign that the printed one has.
  private static func written(_ value: Double, decimals: Int, like printed: String) -> String {
    let plain = String(format: "%.\(decimals)f", abs(value))
    let whole = plain.prefix { $0 != "." }
    let grouped = whole.indices.reduce(into: "") { text, index in
      if index > whole.startIndex, whole.distance(from: index, to: whole.endIndex) % 3 == 0 { text += " " }
      text.append(whole[index])
    }
    let rest = plain.dropFirst(whole.count + 1)
    return (value < 0 ? "-" : "") + grouped + (rest.isEmpty ? "" : (printed.contains(".") ? "." : ",") + rest)
  }
}
