import Pages

/// Pieces on one baseline, from left to right.
struct Row {
  var pieces: [Piece]
  /// The box of the pieces in the row's main size: a footnote mark or a large bullet does not move it.
  private(set) var body: Box
  /// The union of all boxes.
  private(set) var box: Box
  /// Of most glyphs.
  private(set) var fontSize: Double
  private(set) var isBold: Bool
  /// Whether the row begins a column or page, or lies across the others: what stands above it says nothing.
  var beginsColumn = false
  /// Whether it is the first of a column beside which the rows before it stand.
  var startsNextColumn = false
  /// What it is apart from the running text.
  var stream = Line.Stream.text
  /// Whether it is printed across the text.
  var isOverprint = false

  /// - Parameter pieces: at least one.
  init(_ pieces: [Piece]) {
    self.pieces = pieces
    var (box, bold, isEven) = (pieces[0].box, 0, true)
    for piece in pieces {
      box = box.union(piece.box)
      bold += piece.isBold ? piece.count : -piece.count
      isEven = isEven && abs(piece.fontSize - pieces[0].fontSize) < 0.3
    }
    (self.box, isBold) = (box, bold > 0)
    guard !isEven else {
      (fontSize, body) = (pieces[0].fontSize, box)
      return
    }
    let size = Row.mainSize(of: pieces)
    let main = pieces.filter { abs($0.fontSize - size) < 0.3 }
    (fontSize, body) = (size, main.dropFirst().reduce(main.first?.box ?? box) { $0.union($1.box) })
  }

  /// A watermark, as one word.
  /// - Parameter overprint: its letters, at least one, in order.
  init(overprint: [Piece]) {
    self.init(overprint)
    for index in pieces.indices.dropFirst() { pieces[index].joinsPrevious = true }
    (beginsColumn, isOverprint) = (true, true)
  }

  private static func mainSize(of pieces: [Piece]) -> Double {
    var counts: [(size: Double, count: Int)] = []
    for piece in pieces {
      if let known = counts.firstIndex(where: { abs($0.size - piece.fontSize) < 0.3 }) {
        counts[known].count += piece.count
      } else {
        counts.append((piece.fontSize, piece.count))
      }
    }
    return counts.max { $0.count < $1.count }?.size ?? 0
  }

  /// The size that distances are measured by; some fonts claim none.
  var em: Double { fontSize > 0.5 ? fontSize : max(body.height, 1) }

  /// The height that its letters stand at.
  var baseline: Double { body.y1 - 0.22 * fontSize }

  /// White space before a piece, in points.
  func gap(before index: Int) -> Double { pieces[index].box.x0 - pieces[index - 1].box.x1 }
}

/// The size in which most of a page is set, in points; 0 where there is nothing.
struct BodySize {
  let points: Double

  init(_ pieces: [Piece]) {
    var counts: [Int: Int] = [:]
    // Most words are of the size of the one before: only a run of them is counted in the table.
    var run = (size: 0, count: 0)
    for piece in pieces {
      let size = Int((piece.fontSize * 2).rounded())
      if size != run.size {
        counts[run.size, default: 0] += run.count
        run = (size, 0)
      }
      run.count += piece.count
    }
    counts[run.size, default: 0] += run.count
    points = Double(counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0) / 2
  }
}
