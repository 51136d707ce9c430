import Pages

/// Puts a drop cap (anfang) before the line that it begins: the large first letter of a text, some lines high.
struct DropCap {
  let bytes: [UInt8]
  /// The size in which most of the page is set.
  let bodySize: Double
  /// A page has no more of them.
  private static let most = 20
  /// It is larger than the text by this factor.
  private static let size = 1.9
  /// The text stands at most so far from it (in sizes of the text), and begins at most so far below its top (in its own size).
  private static let widestGap = 0.9
  private static let deepestStart = 0.5
  /// A letter that is a word by itself ("I skolan") has a word space after it (in sizes of the text).
  private static let wordSpace = 0.35

  func attach(_ pieces: inout [Piece]) {
    let caps = pieces.indices.filter { pieces[$0].count == 1 && pieces[$0].fontSize > bodySize * Self.size && isCapital(pieces[$0]) }
    for cap in caps.prefix(Self.most) {
      guard let first = firstPiece(beside: pieces[cap], in: pieces) else { continue }
      let gap = pieces[first].box.x0 - pieces[cap].box.x1
      pieces[first].joinsPrevious = !isWord(pieces[cap]) || gap < pieces[first].fontSize * Self.wordSpace
      pieces[cap].fontSize = pieces[first].fontSize
      pieces[cap].isBold = pieces[first].isBold
      pieces[cap].box.y0 = pieces[first].box.y0
      pieces[cap].box.y1 = pieces[first].box.y1
    }
  }

  /// The highest word at the cap's right side, if other lines stand there too.
  private func firstPiece(beside cap: Piece, in pieces: [Piece]) -> Int? {
    let beside = pieces.indices.filter { index in
      let piece = pieces[index]
      let middle = (piece.box.y0 + piece.box.y1) / 2
      let gap = piece.box.x0 - cap.box.x1
      return piece.fontSize < cap.fontSize / 1.5 && gap > -piece.fontSize * 0.5 && gap < piece.fontSize * Self.widestGap
        && cap.box.y0 < middle && middle < cap.box.y1
    }
    guard beside.count > 1, let first = beside.min(by: { pieces[$0].box.y0 < pieces[$1].box.y0 }) else { return nil }
    return pieces[first].box.y0 - cap.box.y0 < cap.fontSize * Self.deepestStart ? first : nil
  }

  private func isCapital(_ piece: Piece) -> Bool {
    String(decoding: bytes[piece.range], as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
  }

  private func isWord(_ piece: Piece) -> Bool { ["I", "Å", "Ö"].contains(String(decoding: bytes[piece.range], as: UTF8.self)) }
}
