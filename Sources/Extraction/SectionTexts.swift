public import Documents
public import Facts
internal import Pages

/// The searchable text of a document: one section a §, or one a heading of a report.
public struct SectionTexts {
  private let document: MunicipalDocument

  public init(_ document: MunicipalDocument) { self.document = document }

  /// - Parameter facts: those of the same document, for the decisions' text.
  public func sections(with facts: FactsDocument) -> [TextSection] {
    document.paragrafer.isEmpty ? reportSections() : frontPage() + paragrafSections(facts) + closing()
  }

  private func paragrafSections(_ facts: FactsDocument) -> [TextSection] {
    zip(document.paragrafer.indices, facts.paragraphs).map { index, known in
      let paragraf = document.paragrafer[index]
      let next = index + 1 < document.paragrafer.count ? document.paragrafer[index + 1].heading : nil
      let lines = paragraf.sections.flatMap { [$0.heading].compactMap { $0 } + $0.lines } + document.notes(from: paragraf.heading, to: next)
      var (text, spans) = joined(lines)
      // A § that is nothing but its heading stands where that stands.
      if spans.isEmpty { spans = [span(of: paragraf.heading, start: 0)] }
      let decision = ([known.lead].compactMap { $0 } + known.decisions.map(\.text)).joined(separator: "\n")
      return TextSection(
        kind: .paragraf, number: paragraf.number, heading: paragraf.title ?? "", decision: decision, text: text, spans: spans)
    }
  }

  // What stands before the first § (attendance, notice) is searched too.
  private func frontPage() -> [TextSection] {
    guard let first = document.paragrafer.first?.heading, let end = document.body.firstIndex(of: first), end > 0 else { return [] }
    let (text, spans) = joined(Array(document.body[..<end]) + document.notes(from: document.body[0], to: first))
    return [TextSection(kind: .section, heading: "Försättsblad", text: text, spans: spans)]
  }

  private func closing() -> [TextSection] {
    let (text, spans) = joined(document.closing)
    return text.isEmpty ? [] : [TextSection(kind: .section, heading: "Underskrifter och anslag", text: text, spans: spans)]
  }

  /// Prominent headings part a report; where it has none, each page is a section.
  private func reportSections() -> [TextSection] {
    let headings = document.headings.filter(\.isProminent)
    guard !headings.isEmpty else { return pageSections() }
    var starts: [(index: Int, heading: Heading?)] = []
    var position: [LineReference: Int] = [:]
    for (index, line) in document.body.enumerated() { position[line] = index }
    if let first = position[headings[0].line], first > 0 { starts.append((0, nil)) }
    for heading in headings { if let index = position[heading.line] { starts.append((index, heading)) } }
    return starts.enumerated().compactMap { order, start in
      let end = order + 1 < starts.count ? starts[order + 1].index : document.body.count
      let notes = document.notes(from: document.body[start.index], to: end < document.body.count ? document.body[end] : nil)
      let (text, spans) = joined(Array(document.body[start.index..<end]) + notes)
      guard !text.isEmpty else { return nil }
      let title = start.heading?.text ?? document.frontMatter.title ?? "Inledning"
      return TextSection(kind: .section, heading: title, level: start.heading?.level ?? 1, text: text, spans: spans)
    }
  }

  private func pageSections() -> [TextSection] {
    document.pages.indices.compactMap { page in
      let (text, spans) = joined(document.body.filter { $0.page == page } + document.notes.filter { $0.page == page })
      guard !text.isEmpty else { return nil }
      let title = document.frontMatter.title.map { "\($0), sida \(page + 1)" } ?? "Sida \(page + 1)"
      return TextSection(kind: .section, heading: title, text: text, spans: spans)
    }
  }

  private func span(of line: LineReference, start: Int) -> TextSection.Span {
    let shown = document.line(line).box.map(document.pages[line.page].shown)
    let box = shown.map { box in [box.x0, box.y0, box.x1, box.y1].map { ($0 * 10).rounded() / 10 } }
    return TextSection.Span(start: start, page: document.pages[line.page].number, box: box)
  }

  /// Blocks as running text, one a line, with the place of each printed line.
  private func joined(_ lines: [LineReference]) -> (String, [TextSection.Span]) {
    var text: [UInt8] = []
    var spans: [TextSection.Span] = []
    for block in document.blocks(lines) {
      if !text.isEmpty { text.append(0x0A) }
      for (line, start) in zip(block.lines, block.passage.lineStarts) {
        spans.append(span(of: line, start: text.count + start))
      }
      text += block.passage.text
    }
    return (String(decoding: text, as: UTF8.self), spans)
  }
}
