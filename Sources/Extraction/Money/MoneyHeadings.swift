internal import Documents
internal import Language
internal import Pages
internal import Rules

/// What the headings above a line say that its sums are of.
struct MoneyHeadings {
  private let headings: [(line: LineReference, heading: Heading)]
  private let titles: [(line: LineReference, title: String)]
  private let reader: ClauseReader
  private let classes: SubjectWords
  /// The organ whose document it is.
  let body: String?

  init(_ document: MunicipalDocument, rules: RuleSet) {
    reader = ClauseReader(rules, ofHeadings: true)
    classes = SubjectWords(rules)
    let taken = Set(document.paragrafer.flatMap { $0.sections.compactMap(\.heading) + $0.titleLines + [$0.heading] })
    headings = document.headings.filter { !taken.contains($0.line) }.map { ($0.line, $0) }
    titles = document.paragrafer.map { ($0.heading, $0.title ?? "") }
    body = document.frontMatter.body
  }

  /// The nearest heading that names something, upwards; else what the § is of.
  func subject(at line: LineReference) -> String? {
    chain(above: line).lazy.compactMap { subject(of: headings[$0].heading.text) }.first ?? title(above: line).flatMap(subject(of:))
  }

  private func subject(of text: String) -> String? {
    // A line with a diarienummer names the matter's papers.
    guard CaseNumber.scan(in: Array(text.utf8), after: ["dnr", "diarienummer"]).isEmpty else { return nil }
    return SubjectFinder(words: reader.words(of: Array(text.utf8)), classes: classes).subjectOfHeading
  }

  /// The headings above a line in order upwards, that of the § last.
  func texts(at line: LineReference) -> [String] {
    chain(above: line).map { headings[$0].heading.text } + (title(above: line).map { [$0] } ?? [])
  }

  private func title(above line: LineReference) -> String? {
    let index = titles.partitioningIndex { ($0.line.page, $0.line.line) > (line.page, line.line) }
    return index > 0 ? titles[index - 1].title : nil
  }

  /// The nearest heading and those that it stands under.
  private func chain(above line: LineReference) -> [Int] {
    let index = headings.partitioningIndex { ($0.line.page, $0.line.line) > (line.page, line.line) }
    let start = titles.last { ($0.line.page, $0.line.line) <= (line.page, line.line) }?.line
    var chain: [Int] = []
    var level = Int.max
    for place in (0..<index).reversed() {
      // The headings of another § say nothing.
      if let start, (headings[place].line.page, headings[place].line.line) < (start.page, start.line) { break }
      guard headings[place].heading.level < level else { continue }
      level = headings[place].heading.level
      chain.append(place)
    }
    return chain
  }
}

extension Array {
  /// The first index whose element holds, in an array whose elements that hold come last.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
