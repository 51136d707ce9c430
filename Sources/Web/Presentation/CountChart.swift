/// Columns of counts over years, as the template `stolpar` draws them (SVG).
struct CountChart: Sendable {
  let width: Int
  let columns: [Column]
  /// What a reader is told who does not see it.
  let text: String

  /// Points of the drawing, from its top left corner.
  struct Column: Sendable {
    let label: String
    let shown: String
    let x: Int
    let middle: Int
    let y: Int
    let height: Int
    let labelY: Int
  }

  private static let (step, column, top, tallest) = (56, 36, 18, 90)

  /// Nil for less than two years: one column shows nothing.
  init?(_ counts: [(label: String, count: Int)]) {
    guard counts.count > 1, let most = counts.map(\.count).max(), most > 0 else { return nil }
    width = counts.count * Self.step
    columns = counts.enumerated().map { place, value in
      let height = max(1, value.count * Self.tallest / most)
      let x = place * Self.step + (Self.step - Self.column) / 2
      let y = Self.top + Self.tallest - height
      return Column(
        label: value.label, shown: Words.integer(value.count), x: x, middle: x + Self.column / 2, y: y, height: height, labelY: y - 4)
    }
    text = counts.map { "\($0.label): \($0.count)" }.joined(separator: ", ")
  }
}
