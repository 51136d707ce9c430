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

  /// - Parameter pieces: at least one.
  init(_ pieces: [Piece]) {
    self.pieces = pieces
    fontSize = Row.mainSize(of: pieces)
    isBold = pieces.reduce(0) { $0 + ($1.isBold ? $1.count : -$1.count) } > 0
    box = pieces.dropFirst().reduce(pieces[0].box) { $0.union($1.box) }
    let size = fontSize
    let main = pieces.filter { abs($0.fontSize - size) < 0.3 }
    body = main.dropFirst().reduce(main.first?.box ?? box) { $0.union($1.box) }
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
}

/// Sorts a page's pieces into visual rows.
struct RowFinder {
  /// Pieces stand on one baseline when their lower edges differ by less than this share of their height.
  private static let baselineTolerance = 0.3
  /// A raised or lowered mark is lower than this share of its row.
  private static let markHeight = 0.8

  func rows(_ pieces: [Piece]) -> [Row] {
    let across = pieces.filter { $0.direction == .across }
    return attachingMarks(onBaselines(across)).map { Row($0.sorted { $0.box.x0 < $1.box.x0 }) }
      + turned(pieces.filter { $0.direction != .across })
  }

  private func onBaselines(_ pieces: [Piece]) -> [[Piece]] {
    var rows: [[Piece]] = []
    for piece in pieces.sorted(by: { $0.box.y1 < $1.box.y1 }) {
      if let last = rows.indices.last, piece.box.y1 - rows[last][0].box.y1 < piece.box.height * Self.baselineTolerance {
        rows[last].append(piece)
      } else {
        rows.append([piece])
      }
    }
    return rows
  }

  /// A row of small raised or lowered pieces (footnote marks, m², CO₂) goes into the row that it touches.
  private func attachingMarks(_ rows: [[Piece]]) -> [[Piece]] {
    var result = rows
    for index in rows.indices where rows[index].allSatisfy({ $0.count <= 3 }) {
      let rest = rows[index].filter { mark in
        let hosts = [index + 1, index - 1].filter { rows.indices.contains($0) }
        guard let host = hosts.first(where: { isMark(mark, in: rows[$0]) }) else { return true }
        result[host].append(mark)
        return false
      }
      result[index].removeAll { piece in rows[index].contains { $0.range == piece.range } && !rest.contains { $0.range == piece.range } }
    }
    return result.filter { !$0.isEmpty }
  }

  private func isMark(_ mark: Piece, in row: [Piece]) -> Bool {
    row.contains { piece in
      let overlap = min(mark.box.y1, piece.box.y1) - max(mark.box.y0, piece.box.y0)
      let gap = max(mark.box.x0 - piece.box.x1, piece.box.x0 - mark.box.x1)
      return mark.box.height < piece.box.height * Self.markHeight && overlap > mark.box.height * 0.5 && gap < piece.fontSize * 0.5
    }
  }

  /// Text that runs up or down the page is kept apart, each run a row of its own after the others.
  private func turned(_ pieces: [Piece]) -> [Row] {
    var runs: [[Piece]] = []
    for piece in pieces {
      if let last = runs.indices.last, let first = runs[last].first, first.direction == piece.direction,
        abs(first.box.x0 - piece.box.x0) < first.box.width * Self.baselineTolerance
      {
        runs[last].append(piece)
      } else {
        runs.append([piece])
      }
    }
    return runs.map { run in
      var row = Row(run.sorted { run[0].direction == .up ? $0.box.y1 > $1.box.y1 : $0.box.y0 < $1.box.y0 })
      row.beginsColumn = true
      return row
    }
  }
}
