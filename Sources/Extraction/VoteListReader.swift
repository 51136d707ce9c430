internal import Documents
internal import Pages
internal import Rules

/// Reads vote lists (omröstningslistor) by where their words stand: a cross in the column of each, a word at the end of each line, or the names of each
/// side below its head.
struct VoteListReader {
  let rules: RuleSet
  let document: MunicipalDocument

  /// A list as it stands.
  struct List {
    var ballots = Ballots()
    /// Index, in the lines given, of its first line and past its last.
    var lines: Range<Int>
    /// The § that the head of its column names.
    var paragraf: Int?
    /// How many each side has as the row of sums says, where the names are others.
    var sums: [VoteSide: Int] = [:]
    /// Whether a row of sums stands below it.
    var hasSums = false
  }

  /// So many rows in a row make a list where no head says that one begins.
  private static let fewestWithoutHead = 3

  func lists(in lines: [LineReference]) -> [List] {
    var found: [List] = []
    var index = 0
    let isLost = hasLostColumns(lines)
    while index < lines.count {
      let lists = isLost ? [] : listsBySection(at: index, lines)
      if let last = lists.last {
        found += lists
        index = last.lines.upperBound
      } else if let list = (isLost ? nil : listWithHead(at: index, lines)) ?? listOfWords(at: index, lines) {
        found.append(list)
        index = list.lines.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether the list's heading or head names another § of the document.
  func isOfOther(_ list: List, in lines: [LineReference], than number: Int) -> Bool {
    let heading = lines[max(0, list.lines.lowerBound - Self.linesOfOwnHeading)..<list.lines.lowerBound]
    guard let named = list.paragraf ?? heading.reversed().lazy.compactMap(paragraf).first, named != number else { return false }
    return document.paragrafer.contains { $0.number == named }
  }

  /// The heading of a list that stands in a § is nearer than that of an appendix: the § may name others.
  private static let linesOfOwnHeading = 2

  /// Whether a row below a list's head has two names with nothing but a space between them: in text copied out of a file it is not told which of the
  /// columns a name stood in, nor in the rows that have one name.
  private func hasLostColumns(_ lines: [LineReference]) -> Bool {
    guard document.pages.first?.size == nil else { return false }
    return zip(lines, lines.dropFirst()).contains { above, line in
      head(above) != nil
        && PlacedWord.cells(of: line, in: document.pages).contains { (rules.shared.person?.allMatches(in: $0.text).count ?? 0) > 1 }
    }
  }

  /// So many lines may stand between the head of a list, or the top of a page, and its next row.
  private static let linesOfHead = 2

  // MARK: Columns

  private func listWithHead(at start: Int, _ lines: [LineReference]) -> List? {
    guard var head = head(lines[start]) else { return nil }
    var list = List(lines: start..<(start + 1))
    var (rows, sums) = (MarkedRows(), [Int]())
    var patience = Self.linesOfHead
    let named = lines[max(0, start - Self.linesOfHeading)..<start].reversed().lazy.compactMap(paragraf).first
    for index in (start + 1)..<max(lines.count, start + 1) {
      if let again = self.head(lines[index]) {
        head = again
        patience = Self.linesOfHead
      } else if add(lines[index], head, to: &rows, or: &list.ballots) {
        patience = 0
      } else if let other = paragraf(lines[index]), other != named {
        // The list of another §.
        break
      } else if lines[index].page != lines[index - 1].page {
        patience = Self.linesOfHead
      } else if patience == 0 {
        sums = self.sums(lines[index], below: head)
        break
      } else {
        // The rest of a head that is broken over lines, or a heading repeated on a new page.
        patience -= 1
        continue
      }
      list.lines = start..<(index + 1)
    }
    list.hasSums = !sums.isEmpty
    if !rows.add(to: &list.ballots, sums: sums) { list.sums = VoteSide.counts(sums, below: head.columns) }
    return list.ballots.isEmpty ? nil : list
  }

  /// The numbers of the row below a list, from left to right; none where it has not a number for each side and a word before them.
  private func sums(_ line: LineReference, below head: VoteHead) -> [Int] {
    let words = PlacedWord.words(of: line, in: document.pages)
    let numbers = words.reversed().prefix { $0.text.allSatisfy { (0x30...0x39).contains($0) } }.reversed()
    guard numbers.count == head.columns.count, words.count > numbers.count, words.count <= 2 * numbers.count + 1 else { return [] }
    return numbers.compactMap { Int(String(decoding: $0.text, as: UTF8.self)) }
  }

  /// The columns that a line heads: two sides at least, in few words.
  private func head(_ line: LineReference) -> VoteHead? {
    let words = PlacedWord.words(of: line, in: document.pages)
    // Digits among them make it a tally.
    guard words.count <= 9, !words.contains(where: { $0.text.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    let columns = words.compactMap { word in side(word.text, inHead: true).map { VoteColumn(side: $0, place: word.place) } }
    guard columns.count >= 2, Set(columns.map(\.side)).count == columns.count, columns.contains(where: { $0.side == .yes }),
      !isProposition(words), let first = columns.map(\.place.lowerBound).min()
    else { return nil }
    let endOfName = words.map(\.place.upperBound).filter { $0 < first }.max()
    return VoteHead(columns: columns, endOfName: endOfName, substitutes: substituteColumn(words, before: first))
  }

  /// Where the column begins and ends that names who voted instead of the member beside, as far as the first of the sides; nil where there is none.
  private func substituteColumn(_ words: [PlacedWord], before edge: Double) -> ClosedRange<Double>? {
    guard let first = words.first?.place.lowerBound else { return nil }
    let isSubstitute = { (word: PlacedWord) in
      rules.rules(in: .attendanceColumn, near: word.text).contains {
        $0.gives["column"] == "substitute" && $0.firstMatch(in: word.text) != nil
      }
    }
    // Over the first column the word is of those who are listed.
    return words.first { $0.place.lowerBound > first && $0.place.lowerBound < edge && isSubstitute($0) }?.place
  }

  /// Whether the words say what a side stands for: "Ja för bifall. Nej för avslag."
  private func isProposition(_ words: [PlacedWord]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      next.text.beginsWithSmallLetter && side(next.text, inHead: true) == nil && side(word.text, inHead: true) != nil
    }
  }

  /// - Parameter inHead: whether the word stands in the head of a list, where a letter may be all of it.
  private func side(_ text: [UInt8], inHead: Bool = false) -> VoteSide? {
    for rule in rules.rules(in: .voteSide) where (inHead || rule.gives["where"] == nil) && rule.firstMatch(in: text) != nil {
      return rule.gives["side"].flatMap(VoteSide.init)
    }
    return nil
  }

  /// Adds the row; false where the line is none.
  private func add(_ line: LineReference, _ head: VoteHead, to rows: inout MarkedRows, or ballots: inout Ballots) -> Bool {
    let cells = PlacedWord.cells(of: line, in: document.pages)
    if let named = namesInColumns(cells, head.columns) {
      for (name, side) in named { ballots.add(name, side) }
      return true
    }
    return addMarks(line, head, to: &rows)
  }

  /// The names of a row whose cells each stand below the head of a side.
  private func namesInColumns(_ cells: [PlacedWord], _ columns: [VoteColumn]) -> [(String, VoteSide)]? {
    let named = cells.compactMap { cell -> (String, VoteSide)? in
      guard let name = person(cell.text), let column = columns.first(where: { abs($0.place.lowerBound - cell.place.lowerBound) < slack })
      else { return nil }
      return (name, column.side)
    }
    return named.isEmpty || named.count < cells.count ? nil : named
  }

  /// How far (points; characters in plain text) a cell may be off the place of its column.
  private var slack: Double { document.pages.first?.size == nil ? 2 : 6 }

  private func addMarks(_ line: LineReference, _ head: VoteHead, to rows: inout MarkedRows) -> Bool {
    guard let first = head.columns.map(\.place.lowerBound).min() else { return false }
    let words = PlacedWord.words(of: line, in: document.pages)
    let endOfName = head.endOfName ?? first
    let marks = words.filter { ($0.place.upperBound > first - slack || $0.place.lowerBound > endOfName) && isMark($0.text) }
    let rest = words.filter { word in
      word.place.upperBound <= first - slack / 2 && !marks.contains { $0.place == word.place }
    }
    guard marks.count + rest.count == words.count, let name = substitute(rest, head.substitutes) ?? name(rest) else { return false }
    rows.add(name, marks: marks.map(\.middle), below: head.columns)
    return true
  }

  /// Who voted instead of the member, as the column of the substitutes names them; nil where it names nobody.
  private func substitute(_ words: [PlacedWord], _ column: ClosedRange<Double>?) -> String? {
    guard let column else { return nil }
    let own = words.filter { $0.place.lowerBound >= column.lowerBound - slack }
    guard own.count > 1, own.count < words.count else { return nil }
    return name(own)
  }

  private func isMark(_ text: [UInt8]) -> Bool { rules.rules(in: .voteMark).contains { $0.firstMatch(in: text) != nil } }

  /// The member whom the words name: with party, or with the party's letters in a column of their own after or before the name.
  private func name(_ words: [PlacedWord]) -> String? {
    // A number of the seat may stand before the name.
    let texts = words.map(\.text).drop { $0.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } }
    return name(Array(texts)) ?? withoutRole(Array(texts)).flatMap(name)
  }

  private func name(_ words: [[UInt8]]) -> String? {
    let text = Array(words.joined(separator: [0x20]))
    if let person = person(text) { return person }
    guard words.count >= 3, let index = [words.count - 1, 0].first(where: { isParty(words[$0]) }) else { return fullName(text) }
    let own = index == 0 ? words.dropFirst() : words.dropLast()
    let bare = Array(own.joined(separator: [0x20]))
    return fullName(bare).map { "\($0) (\(String(decoding: words[index], as: UTF8.self)))" }
  }

  /// What a detail of an attendee says that may stand in a vote list too.
  private static let details: Set<String> = ["role", "standin", "serving"]

  /// The words without what someone is ("Karin Berg, ordförande | S"); nil where they say nothing of it.
  private func withoutRole(_ words: [[UInt8]]) -> [[UInt8]]? {
    var text = Array(words.joined(separator: [0x20]))
    let length = text.count
    for rule in rules.rules(in: .attendeeDetail, near: text) where Self.details.contains(rule.gives["detail"] ?? "") {
      if let match = rule.firstMatch(in: text) { text.replaceSubrange(match.range, with: [0x20]) }
    }
    guard text.count < length else { return nil }
    let marks: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":")]
    return text.split(separator: 0x20).map { word in Array(word.last == UInt8(ascii: ",") ? word.dropLast() : word) }
      .filter { !$0.allSatisfy(marks.contains) }
  }

  private func isParty(_ text: [UInt8]) -> Bool { rules.shared.party?.firstMatch(in: text) != nil }

  private func fullName(_ text: [UInt8]) -> String? {
    rules.shared.fullName?.firstMatch(in: text).map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  /// The person that the text is, but for a role after the name.
  private func person(_ text: [UInt8]) -> String? {
    guard let match = rules.shared.person?.firstMatch(in: text), match.range.lowerBound == 0 else { return nil }
    let rest = text[match.range.upperBound...].drop { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    guard rest.isEmpty || rest.count < text.count / 2, !rest.contains(UInt8(ascii: "(")) else { return nil }
    return String(decoding: text[match.range], as: UTF8.self)
  }

  // MARK: A column for each §

  /// So many lines above a list may be its heading, which names its § or its number.
  static let linesOfHeading = 4
  /// Bytes; a longer line is a sentence.
  static let longestHeading = 80

  /// The § that a heading or the head of a column names.
  private func paragraf(_ text: [UInt8]) -> Int? {
    guard text.count <= Self.longestHeading else { return nil }
    return rules.rules(in: .voteList, near: text).lazy.flatMap(\.patterns).compactMap { $0.firstMatch(in: text)?.range("paragraf") }.first
      .flatMap { Int(String(decoding: text[$0], as: UTF8.self)) }
  }

  private func paragraf(_ line: LineReference) -> Int? { paragraf(document.text(line)) }

  /// A list in which each column is of a vote, and its head names the § ("§ 40 | § 41"): one list for each column.
  private func listsBySection(at start: Int, _ lines: [LineReference]) -> [List] {
    guard document.cellCount(lines[start]) > 1, paragraf(lines[start]) != nil else { return [] }
    let columns = PlacedWord.cells(of: lines[start], in: document.pages).compactMap { cell in
      paragraf(cell.text).map { (number: $0, middle: cell.middle) }
    }
    guard columns.count > 1 else { return [] }
    var lists = columns.map { List(lines: start..<(start + 1), paragraf: $0.number) }
    var patience = Self.linesOfHead
    for index in (start + 1)..<max(lines.count, start + 1) {
      if let (name, sides) = sidesRow(lines[index]), sides.count <= columns.count {
        for (side, middle) in sides {
          let column = columns.indices.min { abs(columns[$0].middle - middle) < abs(columns[$1].middle - middle) } ?? 0
          lists[column].ballots.add(name, side)
        }
        for column in lists.indices { lists[column].lines = start..<(index + 1) }
        patience = 0
      } else {
        if lines[index].page != lines[index - 1].page { patience = Self.linesOfHead }
        guard patience > 0 else { break }
        patience -= 1
      }
    }
    return lists.contains { $0.ballots.total >= Self.fewestWithoutHead } ? lists : []
  }

  /// A member and, behind the name, what the member voted each time, with the middle of each word.
  private func sidesRow(_ line: LineReference) -> (String, [(VoteSide, Double)])? {
    let words = PlacedWord.words(of: line, in: document.pages)
    guard let first = words.firstIndex(where: { side($0.text) != nil }), let name = name(Array(words[..<first])) else { return nil }
    let sides = words[first...].compactMap { word in side(word.text).map { ($0, word.middle) } }
    return sides.count == words.count - first ? (name, sides) : nil
  }

  // MARK: Words

  private func listOfWords(at start: Int, _ lines: [LineReference]) -> List? {
    var ballots = Ballots()
    guard wordRow(lines[start]) != nil else { return nil }
    var end = start
    var patience = 0
    for index in start..<lines.count {
      if let (name, side) = wordRow(lines[index]) {
        ballots.add(name, side)
        end = index + 1
        patience = 0
      } else {
        // A list that goes on over a page may repeat its head there.
        if lines[index].page != lines[index - 1].page { patience = Self.linesOfHead }
        guard patience > 0 else { break }
        patience -= 1
      }
    }
    return ballots.total >= Self.fewestWithoutHead ? List(ballots: ballots, lines: start..<end) : nil
  }

  /// A member and, as the line's last word, what the member voted.
  private func wordRow(_ line: LineReference) -> (String, VoteSide)? {
    let words = PlacedWord.words(of: line, in: document.pages)
    guard words.count >= 3, words.count <= 9, let last = words.last, let side = side(last.text), let name = name(Array(words.dropLast()))
    else { return nil }
    return (name, side)
  }
}

/// A word or a cell of a line with the place where it stands: points from the page's left edge, in plain text characters, the spaces that the line begins
/// with among them.
struct PlacedWord {
  var text: [UInt8]
  var place: ClosedRange<Double>
  var middle: Double { (place.lowerBound + place.upperBound) / 2 }

  static func words(of line: LineReference, in pages: [Page]) -> [PlacedWord] {
    let page = pages[line.page]
    let content = page.lines[line.line]
    if content.words.isEmpty { return plain(page, content.range, parts: words(in: page, content.range)) }
    return content.words.map { index in
      let word = page.words[index]
      return PlacedWord(text: Array(page.text[word.range]), place: word.box.x0...max(word.box.x0, word.box.x1))
    }
  }

  static func cells(of line: LineReference, in pages: [Page]) -> [PlacedWord] {
    let page = pages[line.page]
    let content = page.lines[line.line]
    if content.words.isEmpty { return plain(page, content.range, parts: content.cells) }
    return content.cells.compactMap { cell in
      guard let start = page.start(of: cell), let end = page.end(of: cell) else { return nil }
      return PlacedWord(text: Array(page.text[cell]), place: start...max(start, end))
    }
  }

  private static func words(in page: Page, _ range: Range<Int>) -> [Range<Int>] {
    page.text[range].split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map { $0.startIndex..<$0.endIndex }
  }

  private static func plain(_ page: Page, _ line: Range<Int>, parts: [Range<Int>]) -> [PlacedWord] {
    let edge = page.text[..<line.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return parts.map { part in
      let start = Double(characterCount(page.text[edge..<part.lowerBound]))
      return PlacedWord(text: Array(page.text[part]), place: start...(start + Double(characterCount(page.text[part]))))
    }
  }

  private static func characterCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
