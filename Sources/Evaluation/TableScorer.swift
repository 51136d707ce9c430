internal import Foundation

/// Compares tables by their cells: a cell is right where its row's label, its column's place and its value are.
struct TableScorer {
  var board = Board()

  /// A table's cells that hold something, each with its row's label and the number of its column.
  private struct Grid {
    struct Place {
      var label: ComparedText
      var column: Int
      var cell: Cell
    }

    let title: String
    let places: [Place]

    init(_ table: JSONValue) {
      title = table["title"].text
      places = table["rows"].items.flatMap { row -> [Place] in
        let label = ComparedText(row["label"].text)
        return row["values"].items.enumerated().filter { !$0.element.text.isEmpty }.map {
          Place(label: label, column: $0.offset, cell: Cell($0.element.text))
        }
      }
    }

    /// How many cells of this table stand in the other too.
    func hits(in other: Grid) -> Int {
      var left = other.places
      var hits = 0
      for place in places {
        let same = left.firstIndex {
          $0.column == place.column && $0.cell.equals(place.cell) && place.label.similarity(to: $0.label) >= 0.7
        }
        guard let same else { continue }
        hits += 1
        left.remove(at: same)
      }
      return hits
    }

    func likeness(to other: Grid) -> Double {
      guard !places.isEmpty, !other.places.isEmpty else { return 0 }
      return 2 * Double(hits(in: other)) / Double(places.count + other.places.count)
    }
  }

  /// Tables found beside the true ones are not counted against the program.
  mutating func compare(_ gold: [JSONValue], with found: [JSONValue]) {
    let legible = gold.filter { $0["legible"] != .bool(false) && !$0["rows"].items.isEmpty }
    let (wanted, have) = (legible.map(Grid.init), found.map(Grid.init))
    let pairs = Board.pairs(wanted, have, least: 0.2) { $0.likeness(to: $1) }
    board.count("tables", hit: pairs.count, gold: wanted.count, found: wanted.count)
    let partner = Dictionary(uniqueKeysWithValues: pairs.map { ($0.gold, have[$0.found]) })
    for (index, table) in wanted.enumerated() {
      let read = partner[index]
      board.count("tables.cells", hit: read.map(table.hits) ?? 0, gold: table.places.count, found: read?.places.count ?? 0)
      if read == nil { board.miss("tables", .missed, table.title) }
    }
  }
}

/// A cell of a table or a key figure: the same where it is written alike, or is the same number.
struct Cell {
  private let written: String
  private let number: Double?

  init(_ text: String) {
    written = ComparedText(text).normalised
    let plain = written.replacing(" ", with: "").replacing("%", with: "").replacing(",", with: ".")
    number = Double(plain)
  }

  func equals(_ other: Cell) -> Bool {
    if written == other.written { return true }
    guard let number, let second = other.number else { return false }
    return abs(number - second) < 1e-9
  }
}
