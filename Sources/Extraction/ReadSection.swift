internal import Documents
internal import Language
internal import Pages
internal import Rules

/// A section of a § as the rules of facts look at it: every extractor asks for the same sentences and list items, which are made once.
final class ReadSection {
  /// One sentence or one list item.
  struct Unit {
    /// The item's mark; nil for a sentence of running text.
    var mark: ListMark?
    let cut: Cut
    /// White space above, in line distances; 1 within a block.
    var leading: Double
    /// Whether it begins its block (a later sentence of a block does not).
    var beginsBlock: Bool
    /// The cut's text, and what tells which rules may match it.
    let text: [UInt8]
    let signature: TextSignature

    init(mark: ListMark?, cut: Cut, leading: Double, beginsBlock: Bool) {
      (self.mark, self.cut, self.leading, self.beginsBlock) = (mark, cut, leading, beginsBlock)
      text = cut.bytes
      signature = TextSignature(text)
    }

    /// The unit less the first bytes of its text.
    func without(prefix: Int) -> Unit {
      guard let part = cut.parts.first else { return self }
      let rest = Cut(part.passage, min(part.range.lowerBound + prefix, part.range.upperBound)..<part.range.upperBound)
      return Unit(mark: mark, cut: rest, leading: leading, beginsBlock: beginsBlock)
    }
  }

  let section: Section
  private let document: MunicipalDocument
  private let splitter: SentenceSplitter
  /// The lines that begin a point of a list whose marks are not in the text.
  private let points: Set<LineReference>
  /// Whether a line begins a block though the one above has no end: it leads in something new.
  private let leadsIn: (LineReference) -> Bool

  init(
    _ section: Section, in document: MunicipalDocument, splitter: SentenceSplitter, points: Set<LineReference> = [],
    leadsIn: @escaping (LineReference) -> Bool = { _ in false }
  ) {
    (self.section, self.document, self.splitter, self.points, self.leadsIn) = (section, document, splitter, points, leadsIn)
  }

  var kind: Section.Kind { section.kind }
  var heading: LineReference? { section.heading }
  var rule: String? { section.rule }
  var lines: [LineReference] { section.lines }

  /// The heading's own words; empty where it has none.
  var headingText: [UInt8] { section.heading.map { document.text($0) } ?? [] }

  private(set) lazy var blocks = parts().flatMap { document.blocks($0) }

  /// - Parameter first: the index of the first line to take.
  private func parts(below first: Int = 0) -> [[LineReference]] {
    section.lines.dropFirst(first).reduce(into: []) { parts, line in
      if parts.isEmpty || points.contains(line) || leadsIn(line) { parts.append([line]) } else { parts[parts.count - 1].append(line) }
    }
  }

  /// In order.
  private(set) lazy var units =
    inlineUnits + (runIn.isEmpty ? blocks : parts(below: runIn.count).flatMap { document.blocks($0) }).flatMap(units)

  /// Text on the heading's own line, with the lines that go on with it.
  private var inlineUnits: [Unit] {
    guard let inline = section.inline, let heading = section.heading else { return [] }
    let passage = document.passage([heading] + runIn)
    return sentences(of: passage, from: min(inline.lowerBound, passage.text.count), leading: 1)
  }

  /// The first lines below the heading that go on with the sentence on its line.
  private lazy var runIn: ArraySlice<LineReference> = {
    guard section.inline != nil, var last = section.heading else { return [] }
    return section.lines.prefix { line in
      defer { last = line }
      return !points.contains(line) && !leadsIn(line)
        && document.flow.continues(last, to: line, in: document.pages, isRunIn: last == section.heading)
    }
  }()

  // A list item is one unit however many sentences it has.
  private func units(of block: Block) -> [Unit] {
    let isPoint = block.lines.first.map(points.contains) ?? false
    guard let mark = block.mark ?? (isPoint ? ListMark(kind: .bullet, length: 0) : nil) else {
      return sentences(of: block.passage, from: 0, leading: block.leading)
    }
    let range = min(block.textStart, block.passage.text.count)..<block.passage.text.count
    return [Unit(mark: mark, cut: Cut(block.passage, range), leading: block.leading, beginsBlock: true)]
  }

  private func sentences(of passage: Passage, from start: Int, leading: Double) -> [Unit] {
    let text = Array(passage.text[start...])
    return splitter.split(text).enumerated().map { index, range in
      let cut = Cut(passage, range.lowerBound + start..<range.upperBound + start)
      return Unit(mark: nil, cut: cut, leading: index == 0 ? leading : 1, beginsBlock: index == 0)
    }
  }
}

extension [UInt8] {
  /// Whether the text ends in a colon: a list or the thing itself follows.
  var endsInColon: Bool { last { $0 != 0x20 } == UInt8(ascii: ":") }

  /// Whether the text ends as a sentence does: a line that does is no name or heading.
  var endsAsSentence: Bool { last { $0 != 0x20 }.map { [0x2E, 0x3A, 0x21, 0x3F].contains($0) } ?? true }

  /// Whether the text (UTF-8) begins with a small letter.
  var beginsWithSmallLetter: Bool { String(decoding: prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isLowercase ?? false }

  /// Whether the text (UTF-8) begins with a capital letter.
  var beginsWithCapital: Bool { String(decoding: prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false }
}
