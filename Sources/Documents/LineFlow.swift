public import Pages

/// Whether a line goes on from the one before it: a line breaks where the next word did not fit; where it would have fitted, the writer broke it.
public struct LineFlow: Sendable {
  /// For each page and line: how far to the right its column's text goes (points; characters in plain text).
  private let rightEdges: [[Double]]
  /// For each page: where its text begins (points; 0 in plain text).
  private let leftEdges: [Double]
  /// Where many of the document's lines begin, in steps of `columnStep`: the text of a column beside another, or beside its headings.
  private let columnStarts: Set<Int>

  /// Whether the lines of a list item stand to the right of its mark: then a line below the mark is none of them.
  private let itemsHang: Bool

  /// The distance in which most lines of the document follow on the one above.
  private let usualLeading: Double

  /// White space above a paragraph in this document (in usual line distances), where it is less than a blank line; nil where paragraphs are parted
  /// otherwise.
  private let paragraphGap: Double?

  /// More white space than this above a line (in usual line distances) begins a new block.
  static let blockGap = 1.3
  /// The white space above paragraphs that office programs set, and the share of lines that have it where they do.
  private static let paragraphGaps = 1.15...1.75
  private static let paragraphShare = 0.05
  /// The share of a line's neighbours that end left of the edge: a few may stick out.
  private static let edgePercentile = 0.9

  public init(pages: [Page]) {
    let plain = pages.contains { $0.size == nil } ? Self.plainTextEdge(of: pages) : 0
    usualLeading = Self.usualLeading(of: pages)
    paragraphGap = Self.paragraphGap(of: pages, usual: usualLeading)
    itemsHang = Self.itemsHang(in: pages)
    leftEdges = pages.map { page in page.lines.filter { !$0.isFurniture }.compactMap { $0.box?.x0 }.min() ?? 0 }
    let columns = Self.columnEdges(of: pages)
    columnStarts = Set(columns.keys)
    rightEdges = pages.map { page in
      page.size == nil ? Array(repeating: plain, count: page.lines.count) : Self.edges(of: page, columns: columns)
    }
  }

  /// Told from the items whose second line goes on with a small letter.
  private static func itemsHang(in pages: [Page]) -> Bool {
    var (hanging, flush) = (0, 0)
    for page in pages {
      for (first, second) in zip(page.lines, page.lines.dropFirst()) {
        guard let mark = ListMark(page.text[first.range]), mark.length > 0,
          startsInLowerCase(page.text[second.range].prefix(12)),
          let start = page.start(of: (first.range.lowerBound + mark.length)..<first.range.upperBound), let left = second.box?.x0
        else { continue }
        if abs(left - start) < itemSlack { hanging += 1 } else { flush += 1 }
      }
    }
    return hanging > 3 * flush
  }

  /// How far (points) a line may be off the place where its item's text begins.
  private static let itemSlack = 3.0

  /// Whether the line stands to the left of the item whose last line is `line`.
  private func leavesItem(_ line: LineReference, to next: LineReference, in pages: [Page]) -> Bool {
    guard itemsHang, line.page == next.page, let left = pages.line(next).box?.x0 else { return false }
    let page = pages[line.page]
    let own = ListMark(pages.slice(of: line))?.length ?? 0
    let range = page.lines[line.line].range
    guard let start = page.start(of: (range.lowerBound + own)..<range.upperBound) else { return false }
    return left < start - Self.itemSlack
  }

  /// Whether a line stands to the left of the mark of the item above it: then it goes on with the list that the item is inside of.
  private func isLeftOfMark(_ line: LineReference, _ next: LineReference, in pages: [Page]) -> Bool {
    guard line.page == next.page, let own = ListMark(pages.slice(of: line)), own.length > 0, let mark = pages.line(line).box?.x0,
      let left = pages.line(next).box?.x0
    else { return false }
    return left < mark - Self.itemSlack
  }

  private static func usualLeading(of pages: [Page]) -> Double {
    if pages.contains(where: { $0.size == nil }) { return 1 }
    var counts: [Double: Int] = [:]
    for page in pages {
      for line in page.lines where line.leading > 0 && !line.isFurniture { counts[(line.leading * 20).rounded() / 20, default: 0] += 1 }
    }
    return max(counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1, 0.1)
  }

  /// Plain text with a blank line between all lines as it would be without them; other pages as they are.
  static func singleSpaced(_ pages: [Page]) -> [Page] {
    guard pages.allSatisfy({ $0.size == nil }), isDoubleSpaced(pages) else { return pages }
    return pages.map { page in
      var page = page
      for line in page.lines.indices { page.lines[line].leading /= 2 }
      return page
    }
  }

  private static func paragraphGap(of pages: [Page], usual: Double) -> Double? {
    var counts: [Double: Int] = [:]
    var all = 0
    for page in pages where page.size != nil {
      for line in page.lines where line.leading > 0 && !line.isFurniture {
        all += 1
        let gap = (line.leading / usual * 20).rounded() / 20
        if paragraphGaps.contains(gap) { counts[gap, default: 0] += 1 }
      }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { Double($0.value) > Double(all) * paragraphShare ? $0.key : nil }
  }

  /// Whether plain text has a blank line between all lines: then lines that go on with a sentence stand below one too.
  private static func isDoubleSpaced(_ pages: [Page]) -> Bool {
    var (apart, goingOn, all) = (0, 0, 0)
    for page in pages {
      for line in page.lines where line.leading > 0 && !line.isFurniture {
        all += 1
        guard line.leading == 2 else { continue }
        apart += 1
        if startsInLowerCase(page.text[line.range].prefix(12)) { goingOn += 1 }
      }
    }
    return apart * 10 > all * 6 && goingOn * 6 > apart || apart * 20 > all * 19 && isWrapped(pages)
  }

  /// Whether the margin has broken plain text: no line is long, and some begin with a small letter below a line that is full. A list's items ("att ...")
  /// stand below one another too where each paragraph is one line.
  private static func isWrapped(_ pages: [Page]) -> Bool {
    let lines = pages.flatMap { page in page.lines.filter { !$0.isFurniture }.map { page.text[$0.range] } }
    guard let longest = lines.map(\.count).max(), longest <= longestWrapped else { return false }
    let broken = zip(lines, lines.dropFirst()).count { before, line in
      startsInLowerCase(line.prefix(12)) && !line.starts(with: item) && before.count * 10 > longest * 7 && !endsSentence(Array(before))
    }
    return broken >= fewestBroken && broken * 50 > lines.count
  }

  /// Bytes.
  private static let longestWrapped = 180
  /// Fewer lines say nothing.
  private static let fewestBroken = 3
  private static let item = Array("att ".utf8)

  /// Points; lines of one column begin no farther apart.
  private static let columnStep = 4.0

  private static func column(of box: Box) -> Int { Int(box.x0 / columnStep) }

  /// For each left edge (in steps of `columnStep`) how far to the right the document's lines go that begin there.
  private static func columnEdges(of pages: [Page]) -> [Int: Double] {
    var ends: [Int: [Double]] = [:]
    for page in pages {
      for line in page.lines where !line.isFurniture { if let box = line.box { ends[column(of: box), default: []].append(box.x1) } }
    }
    return ends.filter { $0.value.count >= 8 }.mapValues { ends in ends.sorted()[Int(Double(ends.count - 1) * edgePercentile)] }
  }

  // A page with few lines does not show its own edge: the rest of the document does.
  private static func edges(of page: Page, columns: [Int: Double]) -> [Double] {
    let boxes = page.lines.filter { !$0.isFurniture }.compactMap(\.box).sorted { $0.x1 < $1.x1 }
    let starts = boxes.map(\.x0)
    var ends = [Double](repeating: 0, count: boxes.count)
    return page.lines.map { line in
      guard let box = line.box else { return 0 }
      // Those that end left of the line come first: they are none of its neighbours.
      var count = 0
      for index in (boxes.firstIndex { $0.x1 > box.x0 } ?? boxes.count)..<boxes.count where starts[index] < box.x1 {
        ends[count] = boxes[index].x1
        count += 1
      }
      let own = count == 0 ? box.x1 : ends[Int(Double(count - 1) * edgePercentile)]
      return max(own, columns[column(of: box)] ?? 0)
    }
  }

  private static func plainTextEdge(of pages: [Page]) -> Double {
    let lengths = pages.flatMap { page in page.lines.map { characterCount(page.text[$0.range]) } }.filter { $0 > 40 }.sorted()
    return lengths.isEmpty ? 80 : Double(lengths[Int(Double(lengths.count - 1) * edgePercentile)])
  }

  static func characterCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }

  /// Whether the first word of `next` would not have fitted on `line`.
  public func isFull(_ line: LineReference, before next: LineReference, in pages: [Page]) -> Bool {
    let (first, second) = (pages.line(line), pages.line(next))
    let edge = rightEdges[line.page][line.line]
    guard let box = first.box, let firstWord = second.words.first else {
      let length = Double(Self.characterCount(pages[line.page].text[first.range]))
      let word = pages[next.page].text[second.range].prefix { $0 != 0x20 }
      return length + 1 + Double(Self.characterCount(word)) > edge
    }
    let space = 0.25 * max(first.fontSize, 1)
    return box.x1 + space + pages[next.page].words[firstWord].box.width > edge - 0.5
  }

  /// What the lines are, which tells how long one must be to have been broken by the margin.
  public enum Setting: Sendable {
    /// Sentences: a line without a full stop that fills this much of its column goes on.
    case prose
    /// Items, one a line: only a line that is full goes on.
    case list

    fileprivate var fillOfBrokenLine: Double { self == .prose ? 0.6 : 0.86 }
  }

  /// The share of its column that the line fills.
  public func fill(_ line: LineReference, in pages: [Page]) -> Double {
    let edge = rightEdges[line.page][line.line]
    guard let box = pages.line(line).box else {
      return edge > 0 ? Double(Self.characterCount(pages.slice(of: line))) / edge : 1
    }
    let left = columnStarts.contains(Self.column(of: box)) ? box.x0 : leftEdges[line.page]
    return edge > left ? (box.x1 - left) / (edge - left) : 1
  }

  /// Whether `next` goes on with the sentence or item of `line`, in a block that began with `mark`.
  /// - Parameter isRunIn: whether the line begins with a heading ("Beslut: Nämnden antar ..."), which may be bold where the rest is not.
  public func continues(
    _ line: LineReference, to next: LineReference, in pages: [Page], setting: Setting = .prose, mark: ListMark? = nil, isRunIn: Bool = false
  ) -> Bool {
    let text = pages.slice(of: line)
    let following = pages.slice(of: next)
    if goesOnInSentence(line, next, text, following, in: pages) { return true }
    // The two halves of a word are never apart.
    if text.last == UInt8(ascii: "-"), startsInLowerCase(following), line.page == next.page { return true }
    if isApart(pages.line(line), pages.line(next), samePage: line.page == next.page, asBold: !isRunIn) { return false }
    if let mark, mark.length > 0, leavesItem(line, to: next, in: pages) { return false }
    if LineBreaks.cannotPart(text, following) { return true }
    if let own = ListMark(following) {
      // "§" at the end of a line has its number on the next.
      if own.kind == .number, text.suffix(2).elementsEqual("§".utf8) { return true }
      guard own.kind == .clause, !isLeftOfMark(line, next, in: pages) else { return false }
      if isHowItIsDone(following, after: text) { return true }
      return isInside(mark, text: text, isFull: isFull(line, before: next, in: pages), gap: gap(above: pages.line(next)))
    }
    if text.last == UInt8(ascii: "-") || startsInLowerCase(following) { return true }
    if isFull(line, before: next, in: pages) { return !(setting == .list && endsSentence(text)) }
    return !endsSentence(text) && fill(line, in: pages) >= setting.fillOfBrokenLine
  }

  /// Whether a small letter goes on with an unfinished sentence: then a change of weight or a little air between the lines parts nothing.
  private func goesOnInSentence(
    _ line: LineReference, _ next: LineReference, _ text: ArraySlice<UInt8>, _ following: ArraySlice<UInt8>, in pages: [Page]
  ) -> Bool {
    guard startsInLowerCase(following), !endsSentence(text), ListMark(following) == nil else { return false }
    let (first, second) = (pages.line(line), pages.line(next))
    return abs(first.fontSize - second.fontSize) < 1.6 && (line.page != next.page || gap(above: second) < 1.9)
  }

  /// Whether an "att" at a line's start is a word of the sentence and no new att-sats: items of the list have other marks, or the sentence
  /// before it was broken only by the margin.
  /// - Parameter gap: white space above the line.
  private func isInside(_ mark: ListMark?, text: ArraySlice<UInt8>, isFull: Bool, gap: Double) -> Bool {
    if let mark, mark.kind != .clause { return true }
    return isFull && !endsSentence(text) && text.last != UInt8(ascii: ",") && gap < Self.itemGap
      && !Self.joiners.contains { text.suffix($0.count).elementsEqual($0) }
  }

  /// White space above an att-sats where the list's items are set a little apart.
  private static let itemGap = 1.2
  /// What the last att-sats but one ends with.
  private static let joiners = [", samt", ", och"].map { Array($0.utf8) }

  /// Whether an "att" tells how something is to be done ("..., att finansieras ur anslaget"): no att-sats begins with a verb in the passive.
  private func isHowItIsDone(_ following: ArraySlice<UInt8>, after text: ArraySlice<UInt8>) -> Bool {
    guard !endsSentence(text) else { return false }
    let verb = following.dropFirst(Self.item.count).prefix { $0 != 0x20 }
    return verb.count >= Self.shortestPassive && verb.suffix(2).elementsEqual("as".utf8) && startsInLowerCase(verb)
  }

  /// Letters of "betalas"; shorter words that end so may be nouns.
  private static let shortestPassive = 7

  /// Whether white space or type sets the lines apart.
  /// - Parameter asBold: whether a change of weight does.
  private func isApart(_ first: Line, _ second: Line, samePage: Bool, asBold: Bool) -> Bool {
    if samePage, gap(above: second) > Self.blockGap { return true }
    return asBold && first.isBold != second.isBold || abs(first.fontSize - second.fontSize) > 0.6
  }

  /// Whether more white space stands above the line than parts the document's paragraphs.
  func isSetApart(_ line: Line) -> Bool { gap(above: line) > max(Self.blockGap, (paragraphGap ?? 0) + 0.1) }

  /// White space above a line: 1 for the document's usual distance between lines, 0 where it cannot be told (the first line of a page).
  public func gap(above line: Line) -> Double { line.leading / usualLeading }
}

/// Whether the text's first letter is a small one. Brackets and quotes before it are passed over.
func startsInLowerCase(_ text: [UInt8]) -> Bool { startsInLowerCase(text[...]) }

func startsInLowerCase(_ text: ArraySlice<UInt8>) -> Bool {
  if let first = text.first, isPlain(first) { return first &- 0x61 < 26 }
  return firstScalar(text)?.properties.isLowercase ?? false
}

/// Whether the text's first letter is a capital.
func startsInUpperCase(_ text: [UInt8]) -> Bool { startsInUpperCase(text[...]) }

func startsInUpperCase(_ text: ArraySlice<UInt8>) -> Bool {
  if let first = text.first, isPlain(first) { return first &- 0x41 < 26 }
  return firstScalar(text)?.properties.isUppercase ?? false
}

/// Whether the byte is a character that is not passed over: nearly every line begins with such.
private func isPlain(_ byte: UInt8) -> Bool {
  byte < 0x80 && byte != UInt8(ascii: "(") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "'")
}

private func firstScalar(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
  String(decoding: text.prefix(12), as: UTF8.self).unicodeScalars.first { !"(\"”»['".unicodeScalars.contains($0) }
}

private let closingQuotes = ["”", "»"].map { Array($0.utf8) }

/// Whether the text ends as a sentence does.
func endsSentence(_ text: [UInt8]) -> Bool { endsSentence(text[...]) }

func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
  let text = closingQuotes.first { text.suffix($0.count).elementsEqual($0) }.map { text.dropLast($0.count) } ?? text
  guard let last = text.last(where: { $0 != 0x20 && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "\"") }) else { return true }
  return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || last == UInt8(ascii: ":")
}
