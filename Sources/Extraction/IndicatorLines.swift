internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes key figures told line by line: the name, then a line a year ("Utfall 2022: 84 %"), the target and the assessment.
struct IndicatorLines {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// A key figure that may still grow.
  private struct Open {
    var indicator: Indicator
    var lines: [LineReference]
    var rule: String
    /// Whether a line says that it is the name of a key figure; else years below one another have to.
    var isNamed: Bool

    /// Whether it says enough to be one.
    var isWhole: Bool { isNamed ? !indicator.values.isEmpty : indicator.values.count > 1 }
  }

  private static let longestName = 140

  /// The key figures, and the lines that they stand on.
  func indicators(in document: MunicipalDocument, lines: [LineReference]) -> (indicators: [Indicator], lines: Set<LineReference>) {
    var found: [Open] = []
    var open: Open?
    var above: LineReference?
    for line in lines {
      let text = document.text(line)
      if let (values, rule) = part(text, document.signatures[line]) {
        if let name = values["name"] {
          found += [open].compactMap(\.self)
          open = begin(name, line, rule: rule, isNamed: true)
        } else {
          if open == nil, values["year"] != nil, let above { open = begin(name(above, in: document), above, rule: rule, isNamed: false) }
          if var grown = open {
            add(values, to: &grown, year: document.frontMatter.year)
            grown.lines.append(line)
            open = grown
          }
        }
        above = nil
      } else {
        found += [open].compactMap(\.self)
        open = nil
        above = text.count < Self.longestName && !text.endsAsSentence ? line : nil
      }
    }
    let whole = (found + [open].compactMap(\.self)).filter(\.isWhole)
    return (whole.map { finished($0, in: document) }, Set(whole.flatMap(\.lines)))
  }

  private func name(_ line: LineReference, in document: MunicipalDocument) -> String {
    String(decoding: document.text(line), as: UTF8.self)
  }

  private func begin(_ name: String, _ line: LineReference, rule: String, isNamed: Bool) -> Open {
    Open(indicator: Indicator(name: name, values: [:], target: nil, assessment: nil), lines: [line], rule: rule, isNamed: isNamed)
  }

  private func part(_ text: [UInt8], _ signature: TextSignature) -> (values: [String: String], rule: String)? {
    guard text.count < Self.longestName else { return nil }
    for rule in rules.rules(in: .indicatorLine, near: signature) {
      if let match = rule.firstMatch(in: text) { return (rules.values(of: rule, for: match, in: text), rule.id) }
    }
    return nil
  }

  private func add(_ values: [String: String], to open: inout Open, year: Int?) {
    if let value = values["value"], let year = values["year"] ?? year.map(String.init) {
      open.indicator.values[year] = open.indicator.values[year] ?? value
    }
    open.indicator.target = open.indicator.target ?? values["target"]
    open.indicator.assessment = open.indicator.assessment ?? values["assessment"]
  }

  private func finished(_ open: Open, in document: MunicipalDocument) -> Indicator {
    let passage = document.passage(open.lines)
    var indicator = open.indicator
    indicator.source = evidence.evidence(passage, 0..<passage.text.count, rule: open.rule)
    return indicator
  }
}
