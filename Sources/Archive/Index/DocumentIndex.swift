internal import Facts
internal import Language
internal import SearchIndex

/// A document as the index takes it.
enum DocumentIndex {
  static func builder(_ facts: FactsDocument, _ sections: [TextSection], _ analyzer: Analyzer) -> SegmentBuilder {
    var builder = SegmentBuilder(source: AnalyzedWords(analyzer: analyzer))
    let known = SectionKnowledge(facts, sections)
    var headings = HeadingFacts(facts.paragraphs)
    for (index, section) in sections.enumerated() {
      builder.add(
        SectionText(
          heading: section.heading, caseNumber: headings.next(for: section)?.diarienummer ?? "", decision: section.decision,
          text: section.text, attributes: known.attributes[index], amounts: known.amounts[index], marks: known.marks[index].bits))
    }
    return builder
  }
}
