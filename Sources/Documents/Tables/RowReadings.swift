/// The ways to read the words of a row as one cell a column.
///
/// A row may have thousands of ways, which are made of the same few cells: a way holds for each column the number of its cell.
struct RowReadings {
  /// For each column an index into the cells; nil where it is empty.
  typealias Way = [Int16?]

  private(set) var cells: [String] = []
  var ways: [Way] = []

  var isEmpty: Bool { ways.isEmpty }

  /// The number that stands for a cell of the text.
  mutating func add(cell text: String) -> Int16 {
    cells.append(text)
    return Int16(cells.count - 1)
  }

  /// The cells' texts, one a column.
  func texts(of way: Way) -> [String?] { way.map { $0.map { cells[Int($0)] } } }
}
