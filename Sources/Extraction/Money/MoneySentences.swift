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

  let sentences: [Sentence]

  init(_ document: MunicipalDocument, rules: RuleSet) {
    let units = rules.shared.moneyUnits
    let inTables = Set(document.tables.flatMap { $0.rows.flatMap(\.lines) + $0.headLines })
    let headings = Set(document.headings.map(\.line))
    var sentences: [Sentence] = []
    var lead: [UInt8] = []
    var unfinished: [UInt8] = []
    var begins = true
    for block in document.blocks(document.body.filter { document.line($0).cells.count <= 2 && !inTables.contains($0) }) {
      let text = block.passage.text
      let isHeading = headings.contains(block.lines[0])
      if block.mark == nil, !text.goesOn || isHeading { unfinished = [] }
      if isHeading || block.mark == nil { lead = [] }
      if isHeading || unfinished.isEmpty { begins = true }
      let ranges = rules.shared.sentences.split(text)
      if !AmountScanner.scan(text, units: units).isEmpty {
        for range in ranges {
          let prefix = range.lowerBound == ranges.first?.lowerBound && !unfinished.isEmpty ? unfinished + [0x20] : []
          let masked = MaskedSentence(prefix + Array(text[range]), units: units)
          guard !masked.amounts.isEmpty else { continue }
          let led = lead.isEmpty ? nil : MaskedSentence(lead + [0x20] + Array(text[range]), units: units)
          sentences.append(
            Sentence(
              passage: block.passage, range: range, line: block.lines[0], masked: masked, prefix: prefix.count, led: led,
              beginsStretch: begins))
          begins = false
        }
      }
      let last = ranges.last.map { Array(text[$0]) } ?? []
      if last.endsInColon { lead = last }
      unfinished = isHeading || block.mark != nil || last.isFinished ? [] : last
    }
    self.sentences = sentences
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
