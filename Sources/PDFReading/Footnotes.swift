import Pages

/// Tells the footnotes of a page from its text, and takes their marks out of it: "1 753¹ tkr" is 1 753.
///
/// A footnote begins with a mark that stands raised in the text above it; the mark is raised there too, or the type is smaller than the text's.
struct Footnotes {
  /// The `GlyphPage`'s.
  let bytes: [UInt8]
  /// The size in which most of the page is set.
  let bodySize: Double
  /// Its type is smaller than this share of the text's.
  private static let size = 0.94
  /// Its lines stand at most so far apart (baselines, in sizes of its type).
  private static let widestLeading = 1.7

  /// - Parameter rows: in reading order.
  func mark(_ rows: inout [Row]) {
    let references = references(in: rows)
    guard !references.isEmpty else { return }
    var found = Set<[UInt8]>()
    for index in rows.indices {
      if let mark = mark(of: rows[index]), references[mark].map({ $0 < index }) ?? false {
        rows[index].stream = .note
        found.insert(mark)
      } else if index > 0, rows[index - 1].stream == .note, goesOn(rows[index], after: rows[index - 1]) {
        rows[index].stream = .note
      }
    }
    for index in rows.indices where !found.isEmpty && rows[index].stream != .note { dropReferences(to: found, in: &rows[index]) }
  }

  /// The raised marks of the text, each with the first row where it stands.
  private func references(in rows: [Row]) -> [[UInt8]: Int] {
    var references: [[UInt8]: Int] = [:]
    for (index, row) in rows.enumerated() {
      for piece in row.pieces.dropFirst() where piece.level == .raised {
        for number in numbers(of: piece) where references[number] == nil { references[number] = index }
      }
    }
    return references
  }

  /// The numbers of a mark ("1", "1)", "2,3"); none where it is something else.
  private func numbers(of piece: Piece) -> [[UInt8]] {
    let text = bytes[piece.range].last == UInt8(ascii: ")") ? bytes[piece.range].dropLast() : bytes[piece.range]
    guard text.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }) else { return [] }
    return text.split(separator: UInt8(ascii: ",")).map(Array.init)
  }

  /// The mark that the row begins with, as a footnote does; nil where it begins otherwise.
  private func mark(of row: Row) -> [UInt8]? {
    guard row.pieces.count > 1, row.pieces[0].count <= 3 else { return nil }
    guard row.pieces[0].level == .raised || row.fontSize < bodySize * Self.size else { return nil }
    let text = bytes[row.pieces[0].range]
    let digits = text.last == UInt8(ascii: ")") || text.last == UInt8(ascii: ".") ? text.dropLast() : text
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) } ? Array(digits) : nil
  }

  private func goesOn(_ row: Row, after above: Row) -> Bool {
    let distance = row.baseline - above.baseline
    return !row.beginsColumn && abs(row.fontSize - above.fontSize) < 0.4 && distance > 0 && distance < row.em * Self.widestLeading
  }

  private func dropReferences(to notes: Set<[UInt8]>, in row: inout Row) {
    var kept: [Piece] = []
    for (index, piece) in row.pieces.enumerated() {
      let numbers = piece.level == .raised && index > 0 ? numbers(of: piece) : []
      let isReference = !numbers.isEmpty && numbers.allSatisfy(notes.contains) && !isPower(piece, after: row.pieces[index - 1])
      if !isReference { kept.append(piece) }
    }
    row.pieces = kept
  }

  /// Whether the mark belongs to a unit: m², km³.
  private func isPower(_ mark: Piece, after word: Piece) -> Bool {
    let text = bytes[word.range]
    let units = ["m", "km", "cm", "dm", "mm"]
    return mark.joinsPrevious
      && units.contains { text.elementsEqual($0.utf8) || text.suffix($0.utf8.count).elementsEqual($0.utf8) && isFigure(text.first) }
  }

  private func isFigure(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
}
