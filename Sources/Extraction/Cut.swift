internal import Facts
internal import Pages

/// A stretch of text cut out of a document: one or more parts of passages, in order.
struct Cut {
  /// A part with the passage it was cut from.
  struct Part {
    var passage: Passage
    var range: Range<Int>
  }

  var parts: [Part]
  /// Whether the parts follow on each other without a space (a word broken between them).
  var isGlued = false

  /// - Parameter range: bytes of the passage; what lies outside it is left out.
  init(_ passage: Passage, _ range: Range<Int>) {
    parts = [Part(passage: passage, range: range.clamped(to: 0..<passage.text.count))]
  }

  /// The parts' text, joined by one space.
  var bytes: [UInt8] {
    var joined: [UInt8] = []
    for part in parts where !part.range.isEmpty {
      if !joined.isEmpty, !isGlued { joined.append(0x20) }
      joined += part.passage.text[part.range]
    }
    return joined
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ other: Cut) { parts += other.parts }

  /// Leaves out the first bytes of the first part.
  mutating func drop(prefix: Int) {
    guard let range = parts.first?.range else { return }
    parts[0].range = min(range.lowerBound + prefix, range.upperBound)..<range.upperBound
  }
}

/// Turns places into the evidence that a fact carries.
struct EvidenceMaker {
  let pages: [Page]

  func evidence(_ cut: Cut, rule: String) -> Evidence {
    evidence(at: cut.parts.flatMap { $0.passage.places(of: $0.range) }, quote: cut.text, rule: rule)
  }

  func evidence(_ passage: Passage, _ range: Range<Int>, rule: String) -> Evidence {
    evidence(Cut(passage, range), rule: rule)
  }

  func evidence(at places: [Place], quote: String, rule: String) -> Evidence {
    guard let first = places.first, let page = page(first.page) else { return Evidence(page: 1, quote: quote, rule: rule) }
    guard page.size != nil else {
      return Evidence(page: first.page, lines: lines(of: places), quote: quote, rule: rule)
    }
    let numbers = places.map(\.page)
    let boxes = { (number: Int) in places.filter { $0.page == number }.flatMap(self.boxes) }
    let later = Set(numbers).subtracting([first.page]).sorted()
    let continued = later.map { Evidence.Continuation(page: $0, boxes: boxes($0)) }
    var evidence = Evidence(
      page: first.page, boxes: boxes(first.page), quote: quote, rule: rule, continued: continued.isEmpty ? nil : continued)
    evidence.confidence = places.compactMap { place in self.page(place.page)?.confidence(of: place.range) }.min()
    evidence.recognised = evidence.confidence == nil ? nil : true
    return evidence
  }

  private func page(_ number: Int) -> Page? { pages.first { $0.number == number } }

  private func boxes(_ place: Place) -> [[Double]] {
    (page(place.page)?.boxes(of: place.range) ?? []).map { box in [box.x0, box.y0, box.x1, box.y1].map { ($0 * 10).rounded() / 10 } }
  }

  /// For plain text: the first and last line within the file.
  private func lines(of places: [Place]) -> [Int] {
    let numbers = places.compactMap { place -> ClosedRange<Int>? in
      guard let page = page(place.page) else { return nil }
      let touched = page.lines.indices.filter { page.lines[$0].range.overlaps(place.range) }
      guard let first = touched.first, let last = touched.last else { return nil }
      return lineNumber(first, page)...lineNumber(last, page)
    }
    return [numbers.map(\.lowerBound).min() ?? 1, numbers.map(\.upperBound).max() ?? 1]
  }

  // Blank lines have no line of their own: count the breaks in the text before it.
  private func lineNumber(_ index: Int, _ page: Page) -> Int {
    page.firstLineNumber + page.text[..<page.lines[index].range.lowerBound].count { $0 == 0x0A }
  }
}
