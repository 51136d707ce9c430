internal import Documents
internal import Language
internal import Pages
internal import Rules

/// The sentences of a document that have sums in them, tables left out, each with what goes before it in its block or list.
struct MoneySentences {
  /// One sentence with sums.
  struct Sentence {
    var passage: Passage
    /// Bytes of the passage.
    var range: Range<Int>
    /// The first line of its block.
    var line: LineReference
    /// The sentence with each sum as a mask; before it the beginning of it that stands in an earlier block.
    var masked: MaskedSentence
    /// Bytes of that beginning, as unmasked.
    var prefix: Int
    /// For an item of a list: the words that lead the list in and the item.
    var led: MaskedSentence?
    /// Whether nothing that was said before goes for it.
    var beginsStretch: Bool

    /// From an offset in the unmasked text to one in the passage.
    var offset: Int { range.lowerBound - prefix }
  }

  /// What a block leaves to the next one.
  private struct Rest {
    /// A sentence that leads a list in.
    var lead: [UInt8] = []
    /// A sentence that ends in none of the signs that end sentences.
    var unfinished: [UInt8] = []
    /// Whether a heading or the end of a sentence parts it from the next sum.
    var isParted = true
  }

  private(set) var sentences: [Sentence] = []
  private let units: MoneyUnits
  private let splitter: SentenceSplitter

  init(_ document: MunicipalDocument, rules: RuleSet) {
    units = rules.shared.moneyUnits
    splitter = rules.shared.sentences
    let inTables = Set(document.tables.flatMap { $0.rows.flatMap(\.lines) + $0.headLines })
    let headings = Set(document.headings.map(\.line))
    let labels = Self.labels(in: document)
    var rest = Rest()
    for block in document.blocks(document.body.filter { document.cellCount($0) <= 2 && !inTables.contains($0) }) {
      let start = labels[block.lines[0]] ?? (block.mark?.kind == .number ? block.textStart : 0)
      add(block, from: start, isHeading: headings.contains(block.lines[0]), &rest)
    }
  }

  /// The section headings with text after them, and where it begins: the label is none of the sentence.
  private static func labels(in document: MunicipalDocument) -> [LineReference: Int] {
    var labels: [LineReference: Int] = [:]
    for section in document.paragrafer.flatMap(\.sections) {
      if let heading = section.heading, let inline = section.inline { labels[heading] = inline.lowerBound }
    }
    return labels
  }

  private mutating func add(_ block: Block, from start: Int, isHeading: Bool, _ rest: inout Rest) {
    let text = block.passage.text
    let start = min(start, text.count)
    if isHeading || block.mark == nil && !text.goesOn { rest.unfinished = [] }
    if isHeading || block.mark == nil { rest.lead = [] }
    if isHeading || rest.unfinished.isEmpty { rest.isParted = true }
    let ranges = splitter.split(Array(text[start...])).map { $0.lowerBound + start..<$0.upperBound + start }
    if !AmountScanner.scan(text, units: units).isEmpty {
      for (index, range) in ranges.enumerated() { add(range, of: block, isFirst: index == 0, &rest) }
    }
    let last = ranges.last.map { Array(text[$0]) } ?? []
    if last.endsInColon { rest.lead = last }
    rest.unfinished = isHeading || block.mark != nil || last.isFinished ? [] : last
  }

  private mutating func add(_ range: Range<Int>, of block: Block, isFirst: Bool, _ rest: inout Rest) {
    let own = Array(block.passage.text[range])
    let prefix = isFirst && !rest.unfinished.isEmpty ? rest.unfinished + [0x20] : []
    let masked = MaskedSentence(prefix + own, units: units)
    guard !masked.amounts.isEmpty else { return }
    let led = rest.lead.isEmpty ? nil : MaskedSentence(rest.lead + [0x20] + own, units: units)
    sentences.append(
      Sentence(
        passage: block.passage, range: range, line: block.lines[0], masked: masked, prefix: prefix.count, led: led,
        beginsStretch: rest.isParted))
    rest.isParted = false
  }
}

extension [UInt8] {
  /// Whether a sentence ends here.
  fileprivate var isFinished: Bool { last.map { ".:;!?".utf8.contains($0) } ?? true }

  /// Whether a sentence that began before goes on here: a small letter, a figure or a sign.
  fileprivate var goesOn: Bool {
    guard let character = String(decoding: prefix(8), as: UTF8.self).first else { return false }
    return !character.isUppercase
  }
}
