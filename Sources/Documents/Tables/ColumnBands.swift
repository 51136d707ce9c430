/// The columns of a table as bands of the page's width, found where the cells of its rows stand above one another.
struct ColumnBands {
  /// Left and right edge of each column, from the left, without overlap.
  private(set) var bands: [(x0: Double, x1: Double)] = []

  /// Two edges nearer than this (points) touch.
  private static let touch = 0.1

  var count: Int { bands.count }

  /// Makes room for the segment: widens the column that it stands in, or opens a new one; columns that it touches become one.
  mutating func insert(_ segment: VisualRow.Segment) {
    var (x0, x1) = (segment.x0, segment.x1)
    let touched = columns(of: segment)
    for index in touched {
      x0 = min(x0, bands[index].x0)
      x1 = max(x1, bands[index].x1)
    }
    if let first = touched.first, let last = touched.last { bands.removeSubrange(first...last) }
    let place = bands.firstIndex { $0.x0 > x0 } ?? bands.count
    bands.insert((x0, x1), at: place)
  }

  /// The columns that the segment stands in or touches, from the left.
  func columns(of segment: VisualRow.Segment) -> [Int] {
    bands.indices.filter { segment.overlap(bands[$0].x0, bands[$0].x1) > -Self.touch }
  }

  /// Whether the segment crosses from one column to another.
  func crosses(_ segment: VisualRow.Segment) -> Bool { columns(of: segment).count > 1 }

  /// The column that holds most of the segment; nil where it stands between columns.
  func column(of segment: VisualRow.Segment) -> Int? {
    columns(of: segment).max { segment.overlap(bands[$0].x0, bands[$0].x1) < segment.overlap(bands[$1].x0, bands[$1].x1) }
  }
}
