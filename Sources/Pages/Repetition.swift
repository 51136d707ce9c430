/// Rows of several pages that say the same at the same height: their numbers are equal, but for one that may follow the page's number.
struct Repetition {
  /// A row, by its place among those compared, and which of its texts repeats.
  struct Member {
    let row: Int
    let text: Int
    let page: Int
    let distance: Double
  }

  /// What the members share.
  struct Signature: Hashable {
    let edge: Edge
    let kind: FoldedText.Kind
    /// Which of the row's cells it is: from 0 at the left, from -1 at the right; 0 for the row as a whole.
    let place: Int
    let key: [UInt8]
    /// The position among the text's numbers of the one that follows the page's number; nil where all are equal.
    let following: Int?
    /// The numbers; the following one less the page's index.
    let numbers: [Int]

    /// What nearly all signatures differ by. The text goes in as a whole: an array of bytes would be hashed byte by byte.
    func hash(into hasher: inout Hasher) {
      key.withUnsafeBytes { hasher.combine(bytes: $0) }
      numbers.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(place)
    }
  }

  let signature: Signature
  /// By page.
  let members: [Member]
  /// Rows whose distances from the edge differ by no more than this from their neighbour's, in points, are at the same height.
  private static let tolerance = 4.0
  /// Numbers that are years, not those of pages.
  private static let years = 1900...2100

  var pages: ClosedRange<Int> { members[0].page...members[members.count - 1].page }

  /// All repetitions among the rows, single rows included.
  static func all(among rows: [EdgeRow]) -> [Repetition] {
    var groups: [(signature: Signature, members: [Member])] = []
    var places: [Signature: Int] = [:]
    for (index, row) in rows.enumerated() {
      for text in row.texts.indices {
        let member = Member(row: index, text: text, page: row.page, distance: row.distance)
        for signature in signatures(of: text, in: row) {
          let place = places[signature, default: groups.count]
          if place < groups.count {
            groups[place].members.append(member)
          } else {
            places[signature] = place
            groups.append((signature, [member]))
          }
        }
      }
    }
    return groups.flatMap { group in atSameHeight(group.members).map { Repetition(signature: group.signature, members: $0) } }
  }

  /// What the text could have in common with others.
  /// - Parameter text: index into the row's texts.
  static func signatures(of text: Int, in row: EdgeRow) -> [Signature] {
    let folded = row.texts[text]
    let place = text * 2 < row.texts.count ? max(0, text - 1) : text - row.texts.count
    let signature = { (following: Int?, numbers: [Int]) in
      Signature(edge: row.edge, kind: folded.kind, place: place, key: folded.key, following: following, numbers: numbers)
    }
    var signatures = folded.isListMark ? [] : [signature(nil, folded.numbers)]
    for position in folded.numbers.indices where !years.contains(folded.numbers[position]) {
      var numbers = folded.numbers
      numbers[position] -= row.page
      signatures.append(signature(position, numbers))
    }
    return signatures
  }

  /// Whether a row says the same at the same height.
  func holds(_ row: EdgeRow) -> Bool {
    guard let low = members.map(\.distance).min(), let high = members.map(\.distance).max() else { return false }
    return (low - Repetition.tolerance...high + Repetition.tolerance).contains(row.distance)
  }

  private static func atSameHeight(_ members: [Member]) -> [[Member]] {
    guard members.count > 1 else { return [members] }
    var groups: [[Member]] = []
    var last = -Double.infinity
    for member in members.sorted(by: { $0.distance < $1.distance }) {
      if member.distance - last > tolerance { groups.append([]) }
      groups[groups.count - 1].append(member)
      last = member.distance
    }
    return groups.map { onePerPage($0.sorted { $0.page < $1.page }) }
  }

  private static func onePerPage(_ members: [Member]) -> [Member] {
    var kept: [Member] = []
    for member in members where kept.last?.page != member.page { kept.append(member) }
    return kept
  }
}
