import Pages

/// Tells running text from labels, lists and figures by how its lines end: where the next word did not fit.
struct ProseTest {
  /// The `GlyphPage`'s.
  let bytes: [UInt8]
  /// Lines of prose have this many words at the median; names and labels have fewer.
  private static let fewestWords = 4
  /// The share of lines that must end where the next word did not fit.
  private static let brokenShare = 0.6

  /// Whether most pieces hold letters.
  func isWords(_ rows: [Row]) -> Bool {
    let (words, all) = countWords(rows)
    return words * 10 >= all * 7
  }

  /// How many pieces hold letters, and how many there are.
  func countWords(_ rows: [Row]) -> (words: Int, all: Int) {
    var (words, all) = (0, 0)
    for row in rows.indices {
      all += rows[row].pieces.count
      words += rows[row].pieces.count(where: isWord)
    }
    return (words, all)
  }

  func isWord(_ piece: Piece) -> Bool {
    for index in piece.range where Self.isLetter(bytes[index]) { return true }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0xC3 }

  /// Whether the line begins in the middle of a sentence, with a small letter of Swedish.
  func goesOn(_ row: Row) -> Bool {
    let text = bytes[row.pieces[0].range]
    guard let first = text.first else { return false }
    return (0x61...0x7A).contains(first) || ["å", "ä", "ö", "é"].contains { text.starts(with: $0.utf8) }
  }

  /// Whether the line ends with a full stop.
  func endsSentence(_ row: Row) -> Bool { row.pieces.last.map { bytes[$0.range.upperBound - 1] == UInt8(ascii: ".") } ?? false }

  /// Whether most lines have several words: the median does where no more than half have fewer.
  func isLong(_ rows: [Row]) -> Bool { !rows.isEmpty && rows.count { $0.pieces.count < Self.fewestWords } <= rows.count / 2 }

  /// Whether the lines were broken by the margin.
  /// - Parameter rows: the lines of one column, from the top.
  func isBroken(_ rows: [Row]) -> Bool {
    guard rows.count > 2, let edge = Self.edge(of: rows) else { return false }
    let broken = rows.indices.dropLast().count { isBroken(rows[$0], before: rows[$0 + 1], edge: edge) }
    return Double(broken) >= Double(rows.count - 1) * Self.brokenShare
  }

  /// Whether the next line's first word did not fit on the line.
  func isBroken(_ row: Row, before next: Row, edge: Double) -> Bool {
    row.box.x1 + row.em * 0.25 + (next.pieces.first?.box.width ?? 0) > edge - 0.5
  }

  /// How far to the right a column goes; a page number may stand beyond it.
  static func edge(of rows: [Row]) -> Double? {
    let ends = rows.map(\.box.x1).sorted()
    return ends.isEmpty ? nil : ends[(ends.count - 1) * 9 / 10]
  }
}
