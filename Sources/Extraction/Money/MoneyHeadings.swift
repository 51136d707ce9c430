internal import Documents
internal import Pages
internal import Rules

/// What the headings above a line say that its sums are of.
struct MoneyHeadings {
  private let headings: [(line: LineReference, heading: Heading, subject: String?)]
  private let titles: [(line: LineReference, title: String, subject: String?)]
  private let body: String?

  init(_ document: MunicipalDocument, reader: ClauseReader, rules: RuleSet) {
    let empty = rules.vocabulary.pattern(for: "tom_rubrik", prefix: "\\A(?:", suffix: ")\\z")
    let sections = Set(document.paragrafer.flatMap { $0.sections.compactMap(\.heading) })
    func subject(_ text: String) -> String? {
      let words = reader.words(of: Array(text.utf8))
      guard empty?.matches(Array(text.utf8)) != true || text.contains(" ") else { return nil }
      let name = SubjectFinder(words: words, asides: nil).reduced(0..<words.words.count)
      return name.map(words.text)
    }
    headings = document.headings.map { heading in
      let isEmpty = sections.contains(heading.line) || empty?.matches(Array(heading.text.utf8)) == true
      return (heading.line, heading, isEmpty ? nil : subject(heading.text))
    }
    titles = document.paragrafer.map { ($0.heading, $0.title ?? "", $0.title.flatMap(subject)) }
    body = document.frontMatter.body
  }

  /// The nearest heading that names something, upwards; else the § or the organ whose document it is.
  func subject(at line: LineReference) -> String? {
    for index in chain(above: line) {
      if let subject = headings[index].subject { return subject }
    }
    return title(above: line)?.subject ?? body
  }

  /// The headings above a line in order upwards, that of the § last.
  func texts(at line: LineReference) -> [String] {
    chain(above: line).map { headings[$0].heading.text } + (title(above: line).map { [$0.title] } ?? [])
  }

  private func title(above line: LineReference) -> (title: String, subject: String?)? {
    let index = titles.partitioningIndex { ($0.line.page, $0.line.line) > (line.page, line.line) }
    return index > 0 ? (titles[index - 1].title, titles[index - 1].subject) : nil
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
