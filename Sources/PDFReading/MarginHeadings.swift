import Pages

/// Parts headings in the margin (marginalrubriker) from the text beside them: "Beslut" stands left of the decision, on its first line.
///
/// What tells them from the labels of a front page or a table: they are bold, few, and beside them stands running text.
struct MarginHeadings {
  let prose: ProseTest
  let gutters: Gutters
  /// So many headings of so many lines at most.
  private static let fewest = 3
  private static let mostLines = 3
  /// Its lines stand at most so far apart (baselines, in sizes of type).
  private static let widestLeading = 1.4
  /// The lines of one heading differ by less, in points.
  private static let sameSize = 0.6
  /// The share of what stands to the left of text that is bold.
  private static let boldShare = 0.6

  /// A heading and the text up to the next one.
  private struct Entry {
    var heading: [Gutters.Part] = []
    var text: [Gutters.Part] = []
  }

  func part(_ rows: [Row]) -> [Row] {
    for gutter in gutters.candidates(rows, atLeast: Self.fewest, within: 0.12...0.45).prefix(3) {
      let all = gutters.runs(of: rows, at: gutter).flatMap { entries(of: rows, $0, at: gutter) }
      let headed = all.filter(isHeaded)
      let labelled = all.filter { !$0.heading.isEmpty && !$0.text.isEmpty }
      guard headed.count >= Self.fewest, Double(headed.count) >= Double(labelled.count) * Self.boldShare, isProse(headed) else { continue }
      var parted = rows.map { [$0] }
      for entry in headed where stands(entry) { place(entry, in: &parted) }
      return parted.flatMap { $0 }
    }
    return rows
  }

  /// The headings of a run with their texts; what stands before the first has none.
  private func entries(of rows: [Row], _ run: Range<Int>, at gutter: Double) -> [Entry] {
    let left = gutters.parts(of: rows, run, at: gutter, isLeft: true)
    var entries = [Entry()]
    for part in left {
      // The heading of a § stands above the first label in larger type.
      if let last = entries.last?.heading.last?.row, part.row.baseline - last.baseline < last.em * Self.widestLeading,
        abs(part.row.fontSize - last.fontSize) < Self.sameSize
      {
        entries[entries.count - 1].heading.append(part)
      } else {
        entries.append(Entry(heading: [part]))
      }
    }
    var entry = 0
    for part in gutters.parts(of: rows, run, at: gutter, isLeft: false) {
      while entry + 1 < entries.count, entries[entry + 1].heading[0].index <= part.index { entry += 1 }
      entries[entry].text.append(part)
    }
    return entries
  }

  private func isHeaded(_ entry: Entry) -> Bool {
    (1...Self.mostLines).contains(entry.heading.count) && !entry.text.isEmpty && entry.heading.allSatisfy(\.row.isBold)
  }

  /// Whether most texts end as sentences do, and none is in columns.
  private func isProse(_ entries: [Entry]) -> Bool {
    let rows = entries.flatMap { $0.text.map(\.row) }
    guard rows.count(where: \.isBold) * 3 < rows.count, rows.count(where: gutters.isOnePart) * 5 >= rows.count * 4 else { return false }
    let ended = entries.count { $0.text.last.map { prose.endsSentence($0.row) } ?? false }
    return ended * 2 >= entries.count
  }

  /// Whether the heading gets a line of its own: a word or two beside one word stay with it.
  private func stands(_ entry: Entry) -> Bool {
    entry.text.count > 1 || prose.endsSentence(entry.text[0].row)
      || entry.heading.allSatisfy { $0.row.pieces.count > 1 && prose.isWords([$0.row]) }
  }

  /// Puts the heading, as one line, before its text.
  private func place(_ entry: Entry, in parted: inout [[Row]]) {
    for part in entry.heading + entry.text { parted[part.index] = [] }
    var heading = Row(entry.heading.flatMap(\.row.pieces))
    heading.beginsColumn = entry.heading.count > 1
    parted[entry.heading[0].index] = [heading]
    for part in entry.text { parted[part.index].append(part.row) }
  }
}
