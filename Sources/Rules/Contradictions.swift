/// Finds what contradicts itself in an overlay: one line that two of its forms or rules take as different things.
struct Contradictions {
  let problems: [RuleProblem]

  private struct Meaning {
    var rule: Rule
    /// "heading", "section decision".
    var says: String
    /// Lines that it takes.
    var lines: [String]
  }

  init(forms: [OverlayReader.Form], rules: [Rule]) {
    let own = forms.map { form in
      Meaning(rule: form.rule, says: Self.name(form.rule), lines: [form.rule.sample].compactMap { $0 } + form.rule.examples.map(\.text))
    }
    let written = rules.filter { $0.scopes.contains { Self.names[$0] != nil } }.map { rule in
      Meaning(rule: rule, says: Self.name(rule), lines: rule.examples.map(\.text))
    }
    let all = own + written
    problems = all.indices.flatMap { index in all[(index + 1)...].compactMap { Self.problem(all[index], $0) } }
  }

  private static func problem(_ first: Meaning, _ second: Meaning) -> RuleProblem? {
    guard first.says != second.says else { return nil }
    let taken = first.lines.first { takes(second.rule, $0) } ?? second.lines.first { takes(first.rule, $0) }
    guard let taken else { return nil }
    let both = "raden \"\(taken)\" är både \(first.says) (rad \(first.rule.line)) och \(second.says)"
    return RuleProblem(
      file: second.rule.file, line: second.rule.line, column: 1, message: "\(both); ta bort den ena eller gör formen noggrannare")
  }

  // A diarienummer is looked for on headings too, so the two go together.
  private static let names: [Scope: String] = [
    .paragrafHeading: "paragrafrubrik", .furniture: "sidhuvud eller sidfot", .sectionHeading: "avsnittsrubrik",
  ]

  private static func name(_ rule: Rule) -> String {
    let name = rule.scopes.lazy.compactMap { names[$0] }.first ?? ""
    return rule.gives["section"].map { "\(name) (\($0))" } ?? name
  }

  private static func takes(_ rule: Rule, _ line: String) -> Bool {
    !name(rule).isEmpty && rule.firstMatch(in: Array(line.utf8)) != nil
  }
}
