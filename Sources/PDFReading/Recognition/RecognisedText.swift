import Pages

/// The words of a page's image as pieces, in points: what a `GlyphPage` gives for a text layer.
struct RecognisedText {
  /// The words, parted by spaces and line breaks; pieces are ranges of it.
  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []
  /// The mean of the words, 0 to 1; 0 where there are none.
  let confidence: Double

  /// How far the boxes of a line reach above and below its baseline (font sizes), as those of fonts do.
  private static let above = 0.8
  private static let below = 0.22

  /// - Parameter pixelsPerPoint: of the image that the words were found in.
  init(_ found: [RecognisedWord], pixelsPerPoint: Double) {
    let words = Self.withoutSpecks(found.filter(Self.isPlaced))
    confidence = words.isEmpty ? 0 : words.reduce(0) { $0 + Double($1.confidence) } / Double(words.count) / 100
    let sizes = LetterSizes(words, pixelsPerPoint: pixelsPerPoint)
    var line = words.first?.line
    for word in words {
      if !bytes.isEmpty { bytes.append(word.line == line ? 0x20 : 0x0A) }
      line = word.line
      append(word, size: sizes.size(ofLine: word.line), pixelsPerPoint)
    }
  }

  /// Whether the word stands on an image of any size: of one that lies on its side, recognition may give places past all measure.
  private static func isPlaced(_ word: RecognisedWord) -> Bool {
    let edges = [word.box.left, word.box.right, word.box.top, word.box.bottom].map(Double.init) + [word.baseline]
    return edges.allSatisfy { $0.isFinite && abs($0) < 100_000 }
  }

  private mutating func append(_ word: RecognisedWord, size: Double, _ pixelsPerPoint: Double) {
    let start = bytes.count
    bytes += word.text
    let baseline = word.baseline / pixelsPerPoint
    let box = Box(
      x0: Double(word.box.left) / pixelsPerPoint, y0: baseline - size * Self.above, x1: Double(word.box.right) / pixelsPerPoint,
      y1: baseline + size * Self.below)
    var piece = Piece(range: start..<bytes.count, box: box, fontSize: size, count: word.text.count { $0 & 0xC0 != 0x80 }, isBold: false)
    piece.confidence = word.confidence
    pieces.append(piece)
  }

  /// What is left without dust, rules and pictures: signs that stand alone, and lines of which recognition is sure of nothing.
  private static func withoutSpecks(_ words: [RecognisedWord]) -> [RecognisedWord] {
    let surest = words.reduce(into: [Int: UInt8]()) { $0[$1.line] = max($0[$1.line] ?? 0, $1.confidence) }
    return words.filter { word in
      let limit: UInt8 = word.text.contains(where: isLetterOrDigit) ? leastSure : leastSureSign
      return !word.text.allSatisfy { "|_".utf8.contains($0) } && surest[word.line] ?? 0 >= limit
    }
  }

  /// In percent. A word may be right though recognition gives it nothing, but hardly a whole line.
  private static let leastSure: UInt8 = 30
  private static let leastSureSign: UInt8 = 50

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || (0x30...0x39).contains(byte) || byte == 0xC3
  }
}
