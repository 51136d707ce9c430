/// Tells furniture from what repeats by chance.
struct RepetitionJudge {
  /// For each page the number of pages with text up to it, itself included: of all, of those at even and of those at odd indices.
  private let counts: [[Int]]
  /// For each page its top and its bottom.
  private let edges: [PageEdge]
  /// Whether white space sets next to nothing apart at the pages' edges.
  private let isDense: Bool
  /// Stretches of pages with page numbers of their own.
  private var parts: [ClosedRange<Int>] = []

  /// - Parameter edges: for each page its top and its bottom.
  init(_ edges: [PageEdge], hasText: [Bool]) {
    self.edges = edges
    let inner = edges.flatMap { $0.rows.dropLast() }
    isDense = inner.count(where: \.isApart) * 20 < inner.count
    counts = [{ _ in true }, { $0 % 2 == 0 }, { $0 % 2 == 1 }].map { (isCounted: (Int) -> Bool) in
      var count = 0
      return hasText.indices.map { page in
        if hasText[page], isCounted(page) { count += 1 }
        return count
      }
    }
  }

  /// The rows that are furniture, as indices, rising, and what repeats in them.
  mutating func repeated(among rows: [EdgeRow]) -> (rows: [Int], repetitions: [Repetition]) {
    var found = Set<Int>()
    var kept: [Repetition] = []
    let repetitions = Repetition.all(among: rows)
    for repetition in repetitions where isPageNumber(repetition, rows) {
      if repetition.members.count > 1 { parts.append(repetition.pages) }
      found.formUnion(repetition.members.map(\.row))
      kept.append(repetition)
    }
    parts = Array(Set(parts)).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    for repetition in repetitions where repetition.signature.following == nil {
      let members = repeatedText(repetition, rows)
      if !members.isEmpty { kept.append(repetition) }
      found.formUnion(members)
    }
    return (found.sorted(), kept)
  }

  // MARK: Page numbers

  private func isPageNumber(_ repetition: Repetition, _ rows: [EdgeRow]) -> Bool {
    guard let position = repetition.signature.following else { return false }
    let first = repetition.members[0]
    let text = rows[first.row].texts[first.text]
    let hasTotal = repetition.members.allSatisfy { rows[$0.row].texts[$0.text].hasTotal(after: position) }
    switch repetition.members.count {
    case 1: return hasTotal && !text.hasLetters && text.numbers == [1, 1] && rows[first.row].depth == 0
    case 2: return isPageNumberOfTwo(repetition, first: text.numbers[position], hasTotal: hasTotal, rows)
    default: break
    }
    if text.hasLetters, text.cellCount == 1, !hasTotal, isOftenTiedToBody(repetition.members, rows), !isOwnNumber(repetition) {
      return false
    }
    if isShare(0.5, repetition.members, of: whole) { return true }
    let isPlain = text.kind == .row && (repetition.signature.edge == .bottom || text.cellCount > 1)
    return (hasTotal || isPlain) && isShare(0.5, repetition.members, of: repetition.pages)
  }

  /// Text copied out of a file has no white space that sets anything apart: there it tells that nearly all pages bear their own number behind the same
  /// words, which are more than those of a numbered heading ("Bilaga 3").
  private func isOwnNumber(_ repetition: Repetition) -> Bool {
    guard isDense, let position = repetition.signature.following, repetition.signature.key.count > Self.longestHeading else { return false }
    return repetition.signature.numbers[position] == 1 && isShare(0.9, repetition.members, of: whole)
  }

  /// Bytes, without spaces.
  private static let longestHeading = 10

  /// Two pages say little: their numbers have to be the pages' own, or begin a part that tells its number of pages.
  private func isPageNumberOfTwo(_ repetition: Repetition, first: Int, hasTotal: Bool, _ rows: [EdgeRow]) -> Bool {
    let members = repetition.members
    let isAtEdge = members.allSatisfy { rows[$0.row].depth < 2 }
    guard isAtEdge, members.allSatisfy({ rows[$0.row].texts.count > 1 || rows[$0.row].texts[$0.text].endsInNumber }) else { return false }
    if first == 1, hasTotal, repetition.pages.count == 2 { return true }
    return first == repetition.pages.lowerBound + 1 && repetition.pages.count < 4 && textPages(whole) <= 5
  }

  /// Numbered headings stand at the top too, but with the text under them.
  private func isOftenTiedToBody(_ members: [Repetition.Member], _ rows: [EdgeRow]) -> Bool {
    rows[members[0].row].edge == .top && !isApart(members, rows)
  }

  // MARK: Running text

  /// The members of a repetition without page number that are furniture: in the document, in one of its parts, or on neighbouring pages.
  private func repeatedText(_ repetition: Repetition, _ rows: [EdgeRow]) -> [Int] {
    guard repetition.members.count > 1 else { return [] }
    let scopes = [whole] + parts.filter { $0.overlaps(repetition.pages) }
    let found = scopes.flatMap { scope -> [Repetition.Member] in
      let members = repetition.members.filter { scope.contains($0.page) }
      guard isFurniture(members, of: scope, rows) else { return [] }
      // The first page of a part often lacks its number.
      return repetition.members.filter { (scope.lowerBound - 1...scope.upperBound + 1).contains($0.page) }
    }
    if found.isEmpty, isRun(repetition, rows) { return repetition.members.map(\.row) }
    return found.map(\.row)
  }

  private func isFurniture(_ members: [Repetition.Member], of scope: ClosedRange<Int>, _ rows: [EdgeRow]) -> Bool {
    guard members.count > 1 else { return false }
    if members.count == 2 { return textPages(scope) == 2 && isApart(members, rows) }
    guard isOftenNearerBody(members, rows) else { return isShare(0.5, members, of: scope) }
    return isShare(0.8, members, of: scope) && rows[members[0].row].texts.count < 4
  }

  /// A header of neighbouring pages without page number: on nearly all of them, set apart alone or with the rows inside it that repeat too.
  private func isRun(_ repetition: Repetition, _ rows: [EdgeRow]) -> Bool {
    let members = repetition.members
    guard members.count > 3, isShare(0.8, members, of: repetition.pages), !isOftenNearerBody(members, rows) else { return false }
    return isApart(members, rows)
  }

  /// Whether white space mostly sets the members apart from the text, alone or with the rows inside them that repeat too.
  private func isApart(_ members: [Repetition.Member], _ rows: [EdgeRow]) -> Bool {
    var block = members.map { rows[$0.row] }
    while block.count(where: \.isApart) * 5 < members.count * 3 {
      block = block.compactMap(rowInside)
      guard let most = Self.commonest(block.map(\.texts[0].key)), most * 5 >= members.count * 4 else { return false }
    }
    return true
  }

  private func rowInside(_ row: EdgeRow) -> EdgeRow? {
    let rows = edges[row.page * 2 + (row.edge == .top ? 0 : 1)].rows
    return row.depth + 1 < rows.count ? rows[row.depth + 1] : nil
  }

  private static func commonest(_ keys: [[UInt8]]) -> Int? {
    var counts: [[UInt8]: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    return counts.values.max()
  }

  private func isOftenNearerBody(_ members: [Repetition.Member], _ rows: [EdgeRow]) -> Bool {
    members.count(where: { rows[$0.row].isNearerBody }) * 2 > members.count
  }

  // MARK: Shares

  private var whole: ClosedRange<Int> { 0...max(0, counts[0].count - 1) }

  /// Whether the members stand on that share of the pages with text in the scope, or of its odd or even ones.
  private func isShare(_ share: Double, _ members: [Repetition.Member], of scope: ClosedRange<Int>) -> Bool {
    if Double(members.count) >= share * Double(textPages(scope)) { return true }
    let isEven = members[0].page % 2 == 0
    guard members.allSatisfy({ ($0.page % 2 == 0) == isEven }) else { return false }
    return Double(members.count) >= share * Double(textPages(scope, counted: isEven ? 1 : 2))
  }

  private func textPages(_ scope: ClosedRange<Int>, counted: Int = 0) -> Int {
    counts[counted][scope.upperBound] - (scope.lowerBound > 0 ? counts[counted][scope.lowerBound - 1] : 0)
  }
}
