internal import Language
internal import Rules

/// Finds running headers and footers that the general rules leave in the text: lines at the edge of page after page, alike but for figures.
struct FurnitureDraft {
  let proposals: [Proposal]

  /// On fewer pages a line is no furniture.
  private static let fewestPages = 3

  /// - Parameter others: forms that are proposed as something else.
  init(_ samples: [SampleDocument], rules: RuleSet, headings: [[Int]], except others: [String]) {
    var found: [String: (pages: Int, example: String)] = [:]
    var order: [String] = []
    for (index, sample) in samples.enumerated() {
      for (form, lines) in Self.forms(sample, rules: rules, headings: Set(headings[index])) {
        let pages = Set(lines.map(\.page)).count
        let places = lines.compactMap(\.edge)
        let usual = places.count { $0 == places.mostCommon }
        guard pages >= Self.fewestPages, pages * 2 >= sample.pages, usual * 5 >= lines.count * 4, !others.contains(lines[0].text) else {
          continue
        }
        if found[form] == nil { order.append(form) }
        found[form, default: (0, lines[0].text)].pages += pages
      }
    }
    proposals = order.sorted().compactMap { form in
      found[form].map { Proposal(form: form, count: $0.pages, example: $0.example, doubt: nil) }
    }
  }

  private static func forms(_ sample: SampleDocument, rules: RuleSet, headings: Set<Int>) -> [String: [SampleDocument.Line]] {
    let lines = sample.lines.indices.filter { !headings.contains($0) }.map { sample.lines[$0] }.filter { line in
      let isText: Bool = if case .label = line.standing { true } else { line.standing == .furniture || line.standing == .heading }
      return !isText && line.edge != nil && line.text.count < 100 && line.text.contains(where: \.isLetter)
    }
    return Dictionary(grouping: lines) { form(of: $0.text) }.filter { rules.first(.sectionHeading, taking: $0.value[0].text) == nil }
  }

  /// The line with days and figures made placeholders.
  private static func form(of text: String) -> String {
    let bytes = Array(text.utf8)
    var (form, end) = ("", 0)
    for hit in DateScanner.scan(bytes) where hit.range.lowerBound >= end {
      form += String(decoding: bytes[end..<hit.range.lowerBound], as: UTF8.self) + "{datum}"
      end = hit.range.upperBound
    }
    return (form + String(decoding: bytes[end...], as: UTF8.self)).replacing(#/\d+/#, with: "{nummer}")
  }
}
