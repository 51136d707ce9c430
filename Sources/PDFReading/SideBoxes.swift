import Pages

/// Finds boxes of text beside the running text (faktarutor, marginaltext), which its lines must not be mixed with.
///
/// A box is some close lines beside lines of prose. What tells it from a column of a table or from values beside labels: its lines stand at other
/// heights than those of the text, or the text goes round it, its lines being wider right above or below.
struct SideBoxes {
  let prose: ProseTest
  let gutters: Gutters
  /// Lines of a text stand at most so far apart (baselines, in sizes of type), and paragraphs of a box with one left edge.
  private static let widestLeading = 1.6
  private static let widestGap = 2.8
  /// Lines whose heights differ by less (ems) stand at the same one.
  private static let sameHeight = 0.12
  /// Text goes round a box with its usual distance between the lines, or up to this much more.
  private static let widerLeading = 1.25
  /// A box is narrower than the text beside it, by this factor.
  private static let widest = 0.9
  /// A page has no more places where a box could begin.
  private static let mostGutters = 10

  /// Takes the boxes out of the rows.
  /// - Returns: the boxes, each its rows from the top.
  func remove(from rows: inout [Row]) -> [[Row]] {
    var boxes: [[Row]] = []
    for gutter in gutters.candidates(rows, atLeast: 2, within: 0.06...1).prefix(Self.mostGutters) {
      for run in gutters.runs(of: rows, at: gutter).reversed() where gutters.areBeside(rows, run, at: gutter, left: 2, right: 2) {
        var sides = [true, false].map { gutters.parts(of: rows, run, at: gutter, isLeft: $0) }
        let left = remove(sides[0], beside: sides[1], from: &rows, run: run, at: gutter, isLeft: true)
        if !left.isEmpty { sides = [true, false].map { gutters.parts(of: rows, run, at: gutter, isLeft: $0) } }
        boxes += left + remove(sides[1], beside: sides[0], from: &rows, run: run, at: gutter, isLeft: false)
      }
      rows.removeAll { $0.pieces.isEmpty }
    }
    return boxes
  }

  /// The text beside which a box may stand.
  private struct Text {
    var lines: [Row]
    var gutter: Double
    /// The rows right above and below, which cross the gutter.
    var above: Row?
    var below: Row?
  }

  /// - Parameters:
  ///   - side: the parts of the run's rows on the side where boxes are sought.
  ///   - other: those on the other one.
  private func remove(
    _ side: [Gutters.Part], beside other: [Gutters.Part], from rows: inout [Row], run: Range<Int>, at gutter: Double, isLeft: Bool
  ) -> [[Row]] {
    guard side.count > 1, other.count > 2 else { return [] }
    let text = Text(
      lines: other.map { $0.row }, gutter: gutter,
      above: run.lowerBound > 0 ? rows[run.lowerBound - 1] : nil, below: run.upperBound < rows.count ? rows[run.upperBound] : nil)
    let blocks = blocks(side)
    if isLeft, areLabels(blocks.map { $0[0].row }, beside: text) { return [] }
    let found = blocks.filter { isBox($0.map(\.row), beside: text) }
    for part in found.joined() {
      let rest = rows[part.index].pieces.filter { ($0.box.x0 < gutter) != isLeft }
      if rest.isEmpty { rows[part.index].pieces = [] } else { rows[part.index] = Row(rest) }
    }
    return found.map { $0.map(\.row) }
  }

  private func blocks(_ parts: [Gutters.Part]) -> [[Gutters.Part]] {
    var blocks: [[Gutters.Part]] = []
    for part in parts {
      let last = blocks.last?.last?.row
      let widest = last.map { abs($0.box.x0 - part.row.box.x0) < 1.5 } ?? false ? Self.widestGap : Self.widestLeading
      if let last, part.row.baseline - last.baseline < max(part.row.em, last.em) * widest {
        blocks[blocks.count - 1].append(part)
      } else {
        blocks.append([part])
      }
    }
    return blocks
  }

  /// Whether most of what stands to the left of a text begins at the height of one of its lines: labels in the margin, of one line or more.
  private func areLabels(_ starts: [Row], beside text: Text) -> Bool {
    let level = starts.count { start in text.lines.contains { isLevel($0, with: start) } }
    return level >= Self.fewestLabels && level * 3 >= starts.count * 2
  }

  private static let fewestLabels = 3

  private func isBox(_ block: [Row], beside text: Text) -> Bool {
    guard block.count > 1, let top = block.first?.box.y0, let bottom = block.last?.box.y1, hasLetters(block) else { return false }
    let reach = (text.lines[0].em + block[0].em) * 1.5
    let beside = sameSize(text.lines.filter { $0.box.y1 > top - reach && $0.box.y0 < bottom + reach })
    guard isProse(beside), Self.width(of: block) < Self.width(of: beside) * Self.widest else { return false }
    let level = block.count { row in beside.contains { isLevel($0, with: row) } }
    if level == 0 || block.count > 2 && level * 2 <= block.count { return true }
    return goesRound(beside, text)
  }

  /// Whether the lines stand at one height: on one baseline, or of different type under one upper edge, as labels in a margin do.
  private func isLevel(_ line: Row, with row: Row) -> Bool {
    min(abs(line.baseline - row.baseline), abs(line.box.y0 - row.box.y0)) < row.em * Self.sameHeight
  }

  private func isProse(_ rows: [Row]) -> Bool {
    guard rows.count > 2, prose.isLong(rows), rows.allSatisfy(gutters.isOnePart), prose.isWords(rows) else { return false }
    let close = zip(rows, rows.dropFirst()).count { $1.baseline - $0.baseline < $1.em * Self.widestLeading }
    return prose.isBroken(rows) && close * 3 >= (rows.count - 1) * 2
  }

  /// The lines of the most common size among them.
  private func sameSize(_ rows: [Row]) -> [Row] {
    let sizes = rows.map { $0.em }.sorted()
    return rows.filter { abs($0.em - sizes[sizes.count / 2]) < 0.3 }
  }

  private static func width(of rows: [Row]) -> Double { (rows.map(\.box.x1).max() ?? 0) - (rows.map(\.box.x0).min() ?? 0) }

  private func hasLetters(_ block: [Row]) -> Bool {
    let (words, all) = prose.countWords(block)
    return words * 2 >= all
  }

  /// Whether the text goes on across the page right above or below the run.
  private func goesRound(_ lines: [Row], _ text: Text) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    let distances = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }.sorted()
    let widest = distances[distances.count / 2] * Self.widerLeading
    let isNext = { (row: Row, line: Row) in
      row.box.x0 < text.gutter && row.box.x1 > text.gutter && gutters.isOnePart(row) && abs(row.em - line.em) < 0.3
        && abs(row.baseline - line.baseline) < widest
    }
    return text.above.map { isNext($0, first) } ?? false || text.below.map { isNext($0, last) } ?? false
  }
}

extension SideBoxes {
  /// Puts the boxes into the ordered rows, each after the paragraph beside which it begins.
  static func insert(_ boxes: [[Row]], into rows: inout [Row]) {
    for box in boxes {
      guard var first = box.first else { continue }
      first.beginsColumn = true
      let beside = rows.lastIndex { $0.stream == .text && $0.baseline < first.baseline + first.em * 0.5 } ?? -1
      let next = rows.indices.first { $0 > beside && beginsBlock(at: $0, in: rows) } ?? rows.count
      var placed = [first] + box.dropFirst()
      for index in placed.indices { placed[index].stream = .box }
      if next < rows.count { rows[next].beginsColumn = rows[next].beginsColumn || next == 0 }
      rows.insert(contentsOf: placed, at: next)
    }
  }

  private static func beginsBlock(at index: Int, in rows: [Row]) -> Bool {
    guard index > 0, !rows[index].beginsColumn, rows[index].stream == rows[index - 1].stream else { return true }
    return rows[index].baseline - rows[index - 1].baseline > max(rows[index].em, rows[index - 1].em) * widestLeading
  }
}
