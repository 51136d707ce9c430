internal import Documents
internal import Facts
internal import Foundation
internal import Language
internal import Pages
internal import Rules

/// Takes sums of money in running text, with what they are and of what.
struct MoneyExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// What the rules say of one sum.
  private struct Reading {
    var rule: String
    var values: [String: String]
  }

  /// Words before and after a sum that its quote keeps.
  private static let wordsBefore = 8
  private static let wordsAfter = 4

  func amounts(in document: MunicipalDocument) -> (amounts: [Money], doubts: [Doubt]) {
    var amounts: [Money] = []
    var doubts: [Doubt] = []
    let headings = HeadingIndex(document)
    let inTables = Set(document.tables.flatMap { $0.rows.flatMap(\.lines) + $0.headLines })
    let lines = document.body.filter { document.line($0).cells.count <= 2 && !inTables.contains($0) }
    for block in document.blocks(lines) + document.blocks(document.notes) {
      guard !AmountScanner.scan(block.passage.text, units: rules.shared.moneyUnits).isEmpty else { continue }
      let heading = headings.nearest(to: block.lines[0])
      for sentence in rules.shared.sentences.split(block.passage.text) {
        let found = sentenceAmounts(block.passage, sentence, heading: heading, document: document)
        amounts += found.amounts
        doubts += found.doubts
      }
    }
    return (amounts, doubts)
  }

  private func sentenceAmounts(
    _ passage: Passage, _ sentence: Range<Int>, heading: Heading?, document: MunicipalDocument
  ) -> (amounts: [Money], doubts: [Doubt]) {
    let masked = MaskedSentence(Array(passage.text[sentence]), units: rules.shared.moneyUnits)
    let readings = readings(of: masked)
    var result: (amounts: [Money], doubts: [Doubt]) = ([], [])
    for (index, amount) in masked.amounts.enumerated() {
      guard let reading = readings[index], reading.values["kind"] != "inget" else { continue }
      let range = amount.range.lowerBound + sentence.lowerBound..<amount.range.upperBound + sentence.lowerBound
      let source = evidence.evidence(passage, range, rule: reading.rule)
      if let doubt = amount.doubt, amount.doubt != .tableHead || amount.value == nil {
        let written = String(decoding: passage.text[range], as: UTF8.self)
        result.doubts.append(Doubt(message: "Beloppet \"\(written)\": \(doubt.message).", page: source.page))
      }
      if amount.doubt == .year || amount.doubt == .tableHead { continue }
      result.amounts.append(
        Money(
          quote: quote(around: range, in: passage.text, sentence), asWritten: String(decoding: passage.text[range], as: UTF8.self),
          valueSEK: amount.value, kind: reading.values["kind"] ?? "annat",
          subject: reading.values["subject"] ?? subject(of: sentence, before: range, passage.text, heading: heading),
          year: year(of: sentence, passage.text, document), source: source))
    }
    return result
  }

  /// For each sum the rule whose words stand nearest before it; of two as near the first. One that needs no words counts last.
  private func readings(of sentence: MaskedSentence) -> [Int: Reading] {
    var readings: [Int: (reading: Reading, distance: Int)] = [:]
    for rule in rules.rules(in: .runningText, near: sentence.text) {
      for pattern in rule.patterns {
        for match in pattern.allMatches(in: sentence.text) {
          guard let (index, distance) = distance(of: match, in: sentence), distance < readings[index]?.distance ?? .max,
            !rule.isForbidden(Array(sentence.text[match.range]))
          else { continue }
          let values = rules.values(of: rule, for: match, in: sentence.text)
          readings[index] = (Reading(rule: rule.id, values: values), distance)
        }
      }
    }
    return readings.mapValues(\.reading)
  }

  /// The sum that a match is about, and how many bytes before it the match begins.
  private func distance(of match: Pattern.Match, in sentence: MaskedSentence) -> (index: Int, distance: Int)? {
    guard let mask = match.range("belopp") ?? match.range("minusbelopp"), let index = sentence.index(ofMaskAt: mask.lowerBound)
    else { return nil }
    let distance = mask.lowerBound - match.range.lowerBound
    return (index, match.range == mask ? .max - 1 : distance)
  }

  private func quote(around range: Range<Int>, in text: [UInt8], _ sentence: Range<Int>) -> String {
    var start = range.lowerBound
    var end = range.upperBound
    for _ in 0..<Self.wordsBefore where start > sentence.lowerBound {
      start = text[sentence.lowerBound..<max(start - 1, sentence.lowerBound)].lastIndex(of: 0x20).map { $0 + 1 } ?? sentence.lowerBound
    }
    for _ in 0..<Self.wordsAfter where end < sentence.upperBound {
      end = text[min(end + 1, sentence.upperBound)..<sentence.upperBound].firstIndex(of: 0x20) ?? sentence.upperBound
    }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// The words before the clause's verb; the heading where the sum is all there is.
  private func subject(of sentence: Range<Int>, before range: Range<Int>, _ text: [UInt8], heading: Heading?) -> String? {
    let clause = Array(text[sentence.lowerBound..<range.lowerBound])
    if let pattern = rules.shared.subject, let match = pattern.allMatches(in: clause).last, let subject = match.range("subject") {
      return String(decoding: clause[subject], as: UTF8.self)
    }
    return heading?.text
  }

  private func year(of sentence: Range<Int>, _ text: [UInt8], _ document: MunicipalDocument) -> Int? {
    let words = Array(text[sentence])
    let years = rules.shared.year?.allMatches(in: words) ?? []
    let named = Set(years.compactMap { Int(String(decoding: words[$0.range], as: UTF8.self)) })
    if named.count == 1 { return named.first }
    return named.isEmpty && document.frontMatter.type != "protokoll" ? document.frontMatter.year : nil
  }
}

/// Finds the heading above a line.
struct HeadingIndex {
  private let headings: [(line: LineReference, heading: Heading)]

  init(_ document: MunicipalDocument) { headings = document.headings.map { ($0.line, $0) } }

  func nearest(to line: LineReference) -> Heading? {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      let other = headings[middle].line
      if (other.page, other.line) < (line.page, line.line) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? headings[low - 1].heading : nil
  }
}
