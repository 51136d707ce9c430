internal import Pages

/// The title above a table, with the line that says the unit.
struct TableCaption {
  private(set) var title: String?
  private(set) var lines: [LineReference] = []
  /// The running text right above a table without title: it may say the unit.
  private(set) var lead: [LineReference] = []

  /// White space (ems) between the title and the table.
  private static let widestGap = 3.4
  private static let mostLetters = 160
  private static let mostLeadLines = 6
  /// The widest distance (ems) of lines in one paragraph.
  private static let leadLine = 1.7

  /// - Parameters:
  ///   - rows: the page's rows.
  ///   - top: index of the table's first row.
  ///   - limit: index of the first row that is not part of the table before.
  ///   - words: tell a unit, and what is no title.
  init(_ rows: [VisualRow], above top: Int, limit: Int, words: TableWords) {
    var index = top - 1
    var titles: [VisualRow] = []
    while index >= limit, titles.count < 3, isNear(rows, index) {
      let row = rows[index]
      if titles.isEmpty, row.segments.count == 1, words.isUnit(row.segments[0].text) {
        lines += row.lines
      } else {
        guard isTitle(row, before: titles.last) || words.titleOfContinued(row.text) != nil && titles.isEmpty,
          !words.isPictureText(Array(row.text.utf8)), !words.isAssessment(row.text)
        else { break }
        titles.append(row)
      }
      index -= 1
    }
    lines += titles.flatMap(\.lines)
    if titles.isEmpty {
      lead = Self.lead(rows, endingAt: index, limit: limit)
    } else {
      title = titles.reversed().map(\.text).joined(separator: " ")
    }
  }

  /// Lines of running text that stand close above one another, the last of them close above the table.
  private static func lead(_ rows: [VisualRow], endingAt last: Int, limit: Int) -> [LineReference] {
    var top = last + 1
    while top > limit, last - top < mostLeadLines, rows[top - 1].segments.count == 1,
      (rows[top].y - rows[top - 1].y) / max(rows[top].fontSize, 1) < (top > last ? widestGap : leadLine)
    { top -= 1 }
    return top > last ? [] : rows[top...last].flatMap(\.lines)
  }

  private func isNear(_ rows: [VisualRow], _ index: Int) -> Bool {
    (rows[index + 1].y - rows[index].y) / max(rows[index].fontSize, 1) < Self.widestGap
  }

  /// A line without full stop; a second one above it is part of it where both look the same and stand close.
  private func isTitle(_ row: VisualRow, before below: VisualRow?) -> Bool {
    guard row.text.utf8.count < Self.mostLetters, !endsSentence(Array(row.text.utf8)) else { return false }
    guard let below else { return true }
    let looksAlike = row.isBold == below.isBold && abs(row.fontSize - below.fontSize) < 0.6
    return looksAlike && (below.y - row.y) / max(row.fontSize, 1) < 1.6 && !startsInUpperCase(Array(below.text.utf8))
  }
}
