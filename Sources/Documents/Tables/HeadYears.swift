/// The years in the name of a column, four digits that no digit stands beside.
struct HeadYears {
  private let text: [UInt8]
  /// Where the years stand.
  private let places: [Range<Int>]

  init(_ name: String) {
    text = Array(name.utf8)
    var places: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let run = text[index...].prefix(while: CellShape.isDigit)
      if CellShape(run) == .year { places.append(run.indices) }
      index = max(run.endIndex, index + 1)
    }
    self.places = places
  }

  var count: Int { places.count }
  var isEmpty: Bool { places.isEmpty }

  /// The text cut after each year; nil where words stand after the last, and where some of the pieces have words beside the year and others none.
  var parts: [String]? {
    guard let last = places.last, last.upperBound == text.count else { return nil }
    let starts = [0] + places.dropLast().map(\.upperBound)
    let parts = zip(starts, places).map { start, place in
      String(decoding: text[start..<place.upperBound].drop { $0 == 0x20 }, as: UTF8.self)
    }
    let hasWords = parts.map { $0.utf8.count > 4 }
    return Set(hasWords).count == 1 ? parts : nil
  }
}
