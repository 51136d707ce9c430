/// What the figures of one row by year have in common, being of one measure; decides between readings of its words.
struct RowMeasure {
  /// Columns of years, as indices.
  private let years: [Int]
  /// Whether the row tells shares: no figure of it has thousands.
  private let isShare: Bool

  init(columns: [String], isShare: Bool) {
    years = columns.indices.filter { column in columns[column].split(separator: " ").contains { CellShape(String($0)) == .year } }
    self.isShare = isShare
  }

  /// Whether the figures can be of one measure: shares below a thousand, as many decimals in each.
  func holds(_ row: [String?]) -> Bool {
    let figures = years.compactMap { row[$0] }.compactMap { NumberText(Array($0.utf8)[...]) }
    guard years.count > 1, let first = figures.first else { return false }
    return figures.allSatisfy { $0.decimals.count == first.decimals.count } && !(isShare && figures.contains { $0.groups.count > 1 })
  }
}
