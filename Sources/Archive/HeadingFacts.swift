internal import Facts

/// What the facts know of a section's heading: the case number of a § and where the heading stands.
struct HeadingFacts {
  private var paragraphs: ArraySlice<ParagrafFacts>

  init(_ paragraphs: [ParagrafFacts]) { self.paragraphs = paragraphs[...] }

  struct Heading {
    var diarienummer: String?
    var spans: [TextSection.Span]
  }

  /// Sections and § come in the same order, so that a number that occurs twice (two meetings in one file) meets its own §.
  mutating func next(for section: TextSection) -> Heading? {
    guard section.kind == .paragraf, let index = paragraphs.firstIndex(where: { $0.number == section.number }) else { return nil }
    let paragraf = paragraphs[index]
    paragraphs = paragraphs[(index + 1)...]
    let page = paragraf.source?.page ?? 1
    let spans = (paragraf.source?.boxes ?? []).map { TextSection.Span(start: 0, page: page, box: $0) }
    return Heading(diarienummer: paragraf.diarienummer, spans: spans)
  }
}
