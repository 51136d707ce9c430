internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Takes key figures (nyckeltal) told in running text and in lines of lists: "94 % av kvinnorna känner sig trygga", "Antal brukare 2022: 345".
struct IndicatorText {
  let rules: RuleSet
  let evidence: EvidenceMaker
  /// The goals of the document: their own words are no results, and a result under one belongs to it.
  let goals: [GoalExtractor.Located]

  /// The parts of a sentence with several figures are named name, name2, name3.
  private static let parts = ["", "2", "3"]

  func indicators(in document: MunicipalDocument) -> [Indicator] {
    let inTables = Set(document.tables.flatMap(\.lines))
    let years = IndicatorYears(rules: rules, document: document)
    let names = IndicatorNames(rules: rules, goals: goals, document: document)
    let running = document.body.filter { document.cellCount($0) <= 2 && !inTables.contains($0) }
    let (listed, lines) = IndicatorLines(rules: rules, evidence: evidence).indicators(in: document, lines: running)
    let counts = CaptionedCounts(rules: rules, evidence: evidence)
    let (counted, counting) = counts.indicators(in: document, lines: running.filter { !lines.contains($0) })
    var found = listed + counted
    var label: String?
    let rest = running.filter { !lines.contains($0) && !counting.contains($0) }
    for block in document.blocks(rest).flatMap({ names.parted($0, in: document) }) {
      let text = block.passage.text
      let next = names.label(text)
      label = next ?? label
      guard text.contains(where: { (0x30...0x39).contains($0) }), !names.goals.isGoal(text) else {
        label = next
        continue
      }
      let told = indicators(block, years)
      if told.isEmpty { label = nil }
      found += told.compactMap { names.completed($0, label: label, at: block.lines[0]) }
    }
    return unique(found)
  }

  /// What the sentences of a block tell, an earlier year's value with the figure that it goes back to.
  private func indicators(_ block: Block, _ years: IndicatorYears) -> [Indicator] {
    let line = block.lines[0]
    var figures = ToldFigures(rules: rules)
    for sentence in rules.shared.sentences.split(block.passage.text) {
      let text = Array(block.passage.text[sentence])
      let found = indicators(block.passage, sentence, text, years, at: line)
      if found.isEmpty, !figures.groups.isEmpty { figures.goBack(text, reported: years.year(of: text, at: line)) }
      for group in found { figures.add(group) }
    }
    return figures.groups.flatMap(\.indicators)
  }

  /// What the rules find in a sentence; the first that takes a stretch of it has it.
  private func indicators(
    _ passage: Passage, _ sentence: Range<Int>, _ text: [UInt8], _ years: IndicatorYears, at line: LineReference
  ) -> [ToldFigures.Group] {
    let signature = TextSignature(text)
    var taken: [Range<Int>] = []
    var found: [ToldFigures.Group] = []
    for rule in rules.rules(in: .indicatorText, near: signature) {
      let patterns = rule.patterns.filter { $0.mayMatch(signature) }
      for match in patterns.flatMap({ $0.allMatches(in: text) }) where !taken.contains(where: match.range.overlaps) {
        if rule.isForbidden(text) { break }
        let values = rules.values(of: rule, for: match, in: text)
        let range = match.range.lowerBound + sentence.lowerBound..<match.range.upperBound + sentence.lowerBound
        let source = evidence.evidence(passage, range, rule: rule.id)
        let year = years.year(of: Self.blanking(Self.earlier, of: match, in: text), at: line)
        let figures = Self.parts.compactMap { indicator(values, part: $0, year: year, source: source) }.filter(years.isTold)
        guard !figures.isEmpty else { continue }
        taken.append(match.range)
        found.append(ToldFigures.Group(indicators: figures, hasWhole: values["whole"] != nil))
      }
    }
    return found
  }

  private static let earlier = parts.map { "earlier_year" + $0 }

  /// The text without what some groups of a match took: an earlier year is not the one that the sentence is of.
  private static func blanking(_ groups: [String], of match: Pattern.Match, in text: [UInt8]) -> [UInt8] {
    var text = text
    for range in groups.compactMap(match.range) { text.replaceSubrange(range, with: repeatElement(0x20, count: range.count)) }
    return text
  }

  private func indicator(_ values: [String: String], part: String, year: String?, source: Evidence) -> Indicator? {
    guard let name = values["name" + part] else { return nil }
    let label = values["label"].map { "\($0) - " } ?? ""
    var found = Indicator(name: label + name, values: [:], target: values["target"], assessment: nil, source: source)
    if let series = values["series"] { found.values = pairs(series) }
    if let value = values["value" + part], let year = values["year"] ?? year {
      found.values[year] = value
      if let earlier = values["earlier" + part], let before = IndicatorYears.year(values["earlier_year" + part], before: year) {
        found.values[before] = found.values[before] ?? earlier
      }
    }
    return found.values.isEmpty ? nil : found
  }

  /// Year -> value of a row of such: "2022: 345, 2021: 320"; the first form that reads a year has it.
  private func pairs(_ series: String) -> [String: String] {
    let text = Array(series.utf8)
    var found: [String: String] = [:]
    for rule in rules.rules(in: .indicatorPair, near: text) {
      for pattern in rule.patterns {
        for match in pattern.allMatches(in: text) {
          let values = rules.values(of: rule, for: match, in: text)
          for year in [values["year"], values["year2"]].compactMap(\.self) where found[year] == nil { found[year] = values["value"] }
        }
      }
    }
    return found
  }

  /// A figure that is told again says nothing new.
  private func unique(_ indicators: [Indicator]) -> [Indicator] {
    var kept: [Indicator] = []
    for next in indicators where !kept.contains(where: { $0.name == next.name && $0.values == next.values }) { kept.append(next) }
    return kept
  }
}
