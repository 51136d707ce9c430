internal import Rules

/// Finds the headings of sections that the general rules do not know: short lines that come back in § after §.
struct LabelDraft {
  /// Section -> forms. The section is nil where what stands below does not tell it.
  let proposals: [(section: String?, proposal: Proposal)]

  /// A line that may be the heading of a section.
  private struct Candidate {
    var sample: Int
    var line: Int
    /// Which § it stands in, counted over all samples.
    var paragraf: Int
    var label: String
    /// Whether text follows it before the next heading.
    var hasText: Bool
    var isProminent: Bool
    /// What follows on the label's own line, after a colon: "Avskrift: miljöenheten". Nil where nothing does.
    var inline: String?
    /// Whether it stands right below the title and the diarienummer.
    var isFirst: Bool
  }

  private static let longest = 50

  init(_ samples: [SampleDocument], rules: RuleSet, headings: [[Int]]) {
    let reader = LabelReader(rules: rules)
    var candidates: [Candidate] = []
    var paragraf = 0
    for (index, sample) in samples.enumerated() {
      for (start, end) in zip(headings[index], headings[index].dropFirst() + [sample.lines.count]) {
        paragraf += 1
        candidates += Self.candidates(sample, index, (start + 1)..<end, paragraf, reader)
      }
    }
    let total = paragraf
    let families = Dictionary(grouping: candidates) { $0.label.lowercased() }.values.sorted { $0[0].label < $1[0].label }
    proposals = families.compactMap { family -> (String?, Proposal)? in
      let count = Set(family.map(\.paragraf)).count
      // A word with a colon before running text comes back more easily than a line of its own.
      let isInline = family.count { $0.inline != nil } * 2 > family.count
      guard count >= 2, count * (isInline ? 2 : 8) >= total, family.count(where: { $0.hasText }) * 5 >= family.count * 4 else { return nil }
      let contents = family.map { label in label.inline.map { [$0] } ?? reader.content(below: label.line, in: samples[label.sample]) }
      // In a document with bold type a heading is bold; in plain type recipients come back as often as headings.
      guard family.allSatisfy(\.isProminent) || !reader.areRecipients(family.map(\.label)) else { return nil }
      let isFirst = family.count(where: \.isFirst) * 2 > family.count
      let kind = reader.kind(label: family[0].label, contents: contents, isFirst: isFirst)
      return (
        kind.section,
        Proposal(form: family.map(\.label).mostCommon ?? "", count: count, example: contents.first?.first ?? "", doubt: kind.doubt)
      )
    }
  }

  private static func candidates(
    _ sample: SampleDocument, _ index: Int, _ lines: Range<Int>, _ paragraf: Int, _ reader: LabelReader
  ) -> [Candidate] {
    let text = lines.filter { sample.lines[$0].standing != .furniture }
    return text.enumerated().compactMap { position, line in
      let content = sample.lines[line]
      if let candidate = inline(content.text, reader) {
        return Candidate(
          sample: index, line: line, paragraf: paragraf, label: candidate.label, hasText: true, isProminent: content.isProminent,
          inline: candidate.text, isFirst: false)
      }
      guard position > 0 || content.isProminent,
        case let label = content.text.hasSuffix(":") ? String(content.text.dropLast()) : content.text,
        isLabel(label), !reader.isKnown(content.text), !reader.isKnown(label)
      else { return nil }
      let next = position + 1 < text.count ? sample.lines[text[position + 1]] : nil
      let hasText = next.map { !$0.isProminent || !content.isProminent } ?? false
      return Candidate(
        sample: index, line: line, paragraf: paragraf, label: label, hasText: hasText, isProminent: content.isProminent,
        isFirst: position < 2)
    }
  }

  /// A label with what it is for on the same line.
  private static func inline(_ text: String, _ reader: LabelReader) -> (label: String, text: String)? {
    guard let match = text.wholeMatch(of: #/(?<label>\p{Lu}[^:]*):\s+(?<text>\S.*)/#), isLabel(String(match.label)), !reader.isKnown(text)
    else {
      return nil
    }
    return (String(match.label), String(match.text))
  }

  private static func isLabel(_ text: String) -> Bool {
    guard text.count >= 3, text.count <= longest, let first = text.first, first.isUppercase, let last = text.last else { return false }
    return !text.contains(where: \.isNumber) && (last.isLetter || last == ")") && text.split(separator: " ").count <= 6
  }
}
