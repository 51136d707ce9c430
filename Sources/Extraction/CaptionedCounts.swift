internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes counts told line by line under a line that names what is counted and the year: "Pågående ärenden den 31 december 2022" / "Högst fyra månader
/// 59 st.".
struct CaptionedCounts {
  let rules: RuleSet
  let evidence: EvidenceMaker

  private static let longestLine = 110
  private static let fewestCounts = 2

  /// The key figures, and the lines that they stand on.
  func indicators(in document: MunicipalDocument, lines: [LineReference]) -> (indicators: [Indicator], lines: Set<LineReference>) {
    var found: [Indicator] = []
    var taken = Set<LineReference>()
    var caption: LineReference?
    var counts: [(line: LineReference, values: [String: String], rule: String)] = []
    func end() {
      defer { counts = [] }
      guard let caption, counts.count >= Self.fewestCounts, let (name, year) = named(document.text(caption)) else { return }
      for count in counts {
        guard let part = count.values["name"], let value = count.values["value"] else { continue }
        let passage = document.passage([caption, count.line])
        let source = evidence.evidence(passage, 0..<passage.text.count, rule: count.rule)
        found.append(Indicator(name: "\(name) - \(part)", values: [year: value], target: nil, assessment: nil, source: source))
      }
      taken.formUnion([caption] + counts.map(\.line))
    }
    for line in lines {
      if let (values, rule) = count(line, in: document) {
        counts.append((line, values, rule))
      } else {
        end()
        caption = line
      }
    }
    end()
    return (found, taken)
  }

  private func count(_ line: LineReference, in document: MunicipalDocument) -> (values: [String: String], rule: String)? {
    let near = document.signatures.rules(in: .indicatorCount, near: line)
    guard !near.isEmpty else { return nil }
    let text = document.text(line)
    guard text.count < Self.longestLine else { return nil }
    for rule in near {
      if let match = rule.firstMatch(in: text) { return (rules.values(of: rule, for: match, in: text), rule.id) }
    }
    return nil
  }

  /// What the caption names and the one year that it says; nil where it is a sentence or has no year or several.
  private func named(_ text: [UInt8]) -> (name: String, year: String)? {
    guard text.count < Self.longestLine, text.beginsWithCapital, !text.endsAsSentence, let year = rules.shared.year else { return nil }
    let years = year.allMatches(in: text)
    guard years.count == 1 else { return nil }
    let name = text[..<years[0].range.lowerBound] + text[years[0].range.upperBound...]
    let words = String(decoding: name, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == ":" })
    return (words.joined(separator: " "), String(decoding: text[years[0].range], as: UTF8.self))
  }
}
