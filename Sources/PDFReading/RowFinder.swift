import Pages

/// Sorts a page's pieces into visual rows.
struct RowFinder {
  /// Pieces stand on one baseline when theirs differ by less than this share of the lower one's height.
  private static let baselineTolerance = 0.3
  /// A raised or lowered mark is lower than this share of its row, and has so few letters.
  private static let markHeight = 0.8
  /// A mark that touches its word and is raised beyond doubt may be this large: "smaller" of a browser is five sixths.
  private static let tallestMark = 0.87
  /// Such a mark stands so far above the line (ems), at most so far behind its word, or before the first word of a footnote.
  private static let raisedStep = 0.25
  private static let touchingGap = 0.1
  private static let gapOfNote = 0.35
  private static let longestMark = 4
  /// Characters of several marks one after the other ("1, 2, 3").
  private static let mostOfMarks = 7
  /// Pieces on each side of one that tell whether it is a mark.
  private static let looked = 4
  /// It stands so far above or below the line (ems).
  private static let leastStep = 0.08
  /// It belongs to the word before it where it stands this close (ems).
  private static let gapOfMark = 0.25

  func rows(_ pieces: [Piece]) -> [Row] {
    var across: [BasedPiece] = []
    across.reserveCapacity(pieces.count)
    var marks: [(mark: Piece, word: Piece)] = []
    for index in pieces.indices where pieces[index].direction == .across {
      if let word = word(of: index, in: pieces) {
        marks.append((pieces[index], pieces[word]))
      } else {
        across.append((pieces[index].baseline, index))
      }
    }
    var rows = onBaselines(across, of: pieces)
    attach(marks, to: &rows)
    rows = attachingMarks(rows)
    for index in rows.indices { rows[index].sort { $0.box.x0 < $1.box.x0 } }
    return rows.map { withLevels(Row($0)) } + turned(pieces.filter { $0.direction != .across })
  }

  /// A piece's index and its baseline, which alone is needed to sort them: a piece is many times as large.
  private typealias BasedPiece = (baseline: Double, index: Int)

  /// The word before or after a piece of which it is a raised or lowered mark: in another column its height may be that of a line.
  private func word(of index: Int, in pieces: [Piece]) -> Int? {
    let mark = pieces[index]
    guard mark.count <= Self.longestMark else { return nil }
    if index > 0, isStep(mark, from: pieces[index - 1]) { return index - 1 }
    return index + 1 < pieces.count && isStep(mark, from: pieces[index + 1]) ? index + 1 : nil
  }

  /// Whether the mark is smaller than the word beside it, and raised or lowered.
  private func isStep(_ mark: Piece, from word: Piece) -> Bool {
    guard word.fontSize * Self.tallestMark > mark.fontSize else { return false }
    return isMark(mark, of: word) && abs(mark.baseline - word.baseline) > word.fontSize * Self.leastStep
  }

  private func attach(_ marks: [(mark: Piece, word: Piece)], to rows: inout [[Piece]]) {
    guard !marks.isEmpty else { return }
    var rowOfWord: [Int: Int] = [:]
    for (index, row) in rows.enumerated() { for piece in row { rowOfWord[piece.range.lowerBound] = index } }
    for (mark, word) in marks {
      if let row = rowOfWord[word.range.lowerBound] { rows[row].append(mark) } else { rows.append([mark]) }
    }
  }

  private func onBaselines(_ across: [BasedPiece], of pieces: [Piece]) -> [[Piece]] {
    var sorted = across
    sorted.sort { $0.baseline < $1.baseline }
    var rows: [[Piece]] = []
    var start = 0
    for index in sorted.indices where !isOnBaseline(sorted[index], of: sorted[start], pieces) {
      rows.append(sorted[start..<index].map { pieces[$0.index] })
      start = index
    }
    if start < sorted.count { rows.append(sorted[start...].map { pieces[$0.index] }) }
    return rows
  }

  private func isOnBaseline(_ piece: BasedPiece, of first: BasedPiece, _ pieces: [Piece]) -> Bool {
    let height = min(pieces[piece.index].box.height, pieces[first.index].box.height)
    return piece.index == first.index || piece.baseline - first.baseline < height * Self.baselineTolerance
  }

  /// A row of small raised or lowered pieces (footnote marks, m², CO₂) goes into the rows that they touch.
  private func attachingMarks(_ rows: [[Piece]]) -> [[Piece]] {
    var result = rows
    for index in rows.indices where rows[index].allSatisfy({ $0.count <= Self.longestMark }) {
      var rest: [Piece] = []
      for mark in rows[index] {
        if let host = host(of: mark, at: index, in: rows) { result[host].append(mark) } else { rest.append(mark) }
      }
      // What it got of other rows stays.
      result[index] = rest + result[index].dropFirst(rows[index].count)
    }
    return result.filter { !$0.isEmpty }
  }

  /// The nearest row that the mark touches: between them stand rows of the column beside.
  private func host(of mark: Piece, at index: Int, in rows: [[Piece]]) -> Int? {
    var (below, above) = (index + 1, index - 1)
    while true {
      let isBelow = below < rows.count && rows[below][0].box.y0 < mark.box.y1
      let isAbove = above >= 0 && rows[above][0].box.y1 > mark.box.y0
      if isBelow, isMark(mark, in: rows[below]) { return below }
      if isAbove, isMark(mark, in: rows[above]) { return above }
      guard isBelow || isAbove else { return nil }
      below += isBelow ? 1 : 0
      above -= isAbove ? 1 : 0
    }
  }

  private func isMark(_ mark: Piece, in row: [Piece]) -> Bool { row.contains { isMark(mark, of: $0) } }

  private func isMark(_ mark: Piece, of word: Piece) -> Bool {
    let overlap = min(mark.box.y1, word.box.y1) - max(mark.box.y0, word.box.y0)
    let gap = max(mark.box.x0 - word.box.x1, word.box.x0 - mark.box.x1)
    guard overlap > mark.box.height * 0.5, gap < word.fontSize * 0.5 else { return false }
    return mark.box.height < word.box.height * Self.markHeight || isRaisedBeside(mark, word)
  }

  /// Whether the mark is hardly smaller than the word, but stands close beside it and far above the line: nothing but what is raised does.
  private func isRaisedBeside(_ mark: Piece, _ word: Piece) -> Bool {
    guard mark.fontSize < word.fontSize * Self.tallestMark, word.baseline - mark.baseline > word.fontSize * Self.raisedStep else {
      return false
    }
    let before = word.box.x0 - mark.box.x1
    return abs(mark.box.x0 - word.box.x1) < word.fontSize * Self.touchingGap || before > 0 && before < word.fontSize * Self.gapOfNote
  }

  /// Tells the row's raised and lowered marks, and joins them to their words.
  private func withLevels(_ row: Row) -> Row {
    guard row.pieces.contains(where: { isSmall($0, in: row) }) else { return row }
    var row = row
    for index in row.pieces.indices where isSmall(row.pieces[index], in: row) {
      let step = (row.baseline - row.pieces[index].baseline) / row.em
      guard abs(step) > Self.leastStep, !isOfSmallWords(index, in: row) else { continue }
      row.pieces[index].level = step > 0 ? .raised : .lowered
      if index > 0, row.gap(before: index) < row.em * Self.gapOfMark { row.pieces[index].joinsPrevious = true }
    }
    // The mark of a footnote's own text is no part of its first word.
    if row.pieces[0].level == .raised, row.pieces.count > 1 { row.pieces[1].joinsPrevious = false }
    return row
  }

  /// Whether the piece stands among others set like it that are no marks: a label in smaller type beside its value ("Plats och tid").
  private func isOfSmallWords(_ index: Int, in row: Row) -> Bool {
    let isAlike = { (other: Piece) in
      abs(other.fontSize - row.pieces[index].fontSize) < 0.1 && abs(other.baseline - row.pieces[index].baseline) < row.em * Self.leastStep
    }
    let before = row.pieces[..<index].suffix(Self.looked).reversed().prefix(while: isAlike)
    let run = before + row.pieces[index...].prefix(Self.looked).prefix(while: isAlike)
    return run.contains { $0.count > Self.longestMark } || run.count > 2 && run.reduce(0) { $0 + $1.count } > Self.mostOfMarks
  }

  private func isSmall(_ piece: Piece, in row: Row) -> Bool {
    guard piece.count <= Self.longestMark, piece.fontSize < row.fontSize * Self.tallestMark else { return false }
    return piece.fontSize < row.fontSize * Self.markHeight || row.baseline - piece.baseline > row.fontSize * Self.raisedStep
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
