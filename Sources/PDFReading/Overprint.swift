import Pages

/// Finds what is printed across the text: a watermark ("UTKAST", "KOPIA"), straight or askew.
struct Overprint {
  /// Its letters are larger than those of the text by this factor, and larger than those they lie across by the second.
  private static let size = 1.8
  private static let sizeOverText = 2.0
  /// A page has no more large sizes.
  private static let mostSizes = 8
  /// So many words of the text must lie under it.
  private static let fewestCovered = 2
  /// So many letters beside each other, each higher or lower than the one before by this much (ems), are set askew.
  private static let fewestLetters = 3
  private static let step = 0.2...1.5

  /// Takes the watermark's pieces out.
  /// - Returns: them, in the order of its letters; none where there is no watermark.
  static func remove(from pieces: inout [Piece], bodySize: Double) -> [Piece] {
    let sizes = Set(pieces.lazy.filter { $0.fontSize > bodySize * size }.map(\.fontSize))
    for size in sizes.sorted(by: >).prefix(mostSizes) {
      let isOf = { (piece: Piece) in abs(piece.fontSize - size) < size * 0.02 }
      let letters = pieces.filter(isOf).sorted { $0.box.x0 < $1.box.x0 }
      guard isAskew(letters) || covered(by: letters, pieces) >= fewestCovered else { continue }
      pieces.removeAll(where: isOf)
      return letters
    }
    return []
  }

  private static func covered(by letters: [Piece], _ pieces: [Piece]) -> Int {
    pieces.count { piece in
      let (x, y) = ((piece.box.x0 + piece.box.x1) / 2, (piece.box.y0 + piece.box.y1) / 2)
      return letters.contains { letter in
        // The letter itself is lower than its box.
        let inset = letter.box.height * 0.15
        return piece.fontSize * sizeOverText < letter.fontSize && letter.box.x0 < x && x < letter.box.x1
          && letter.box.y0 + inset < y && y < letter.box.y1 - inset
      }
    }
  }

  private static func isAskew(_ letters: [Piece]) -> Bool {
    guard letters.count >= fewestLetters, letters.allSatisfy({ $0.count <= 2 }) else { return false }
    let pairs = zip(letters, letters.dropFirst())
    guard pairs.allSatisfy({ ($1.box.x0 - $0.box.x0) / $1.fontSize < step.upperBound }) else { return false }
    let steps = pairs.map { ($1.box.y0 - $0.box.y0) / $1.fontSize }
    return steps.allSatisfy(step.contains) || steps.allSatisfy { step.contains(-$0) }
  }
}
