/// The rule manual (regelhandboken), written from the rule files so that it cannot drift from them.
public struct RuleManual {
  private let rules: RuleSet

  public init(_ rules: RuleSet) { self.rules = rules }

  /// Markdown, in Swedish.
  public var markdown: String {
    (["# Regelhandbok", intro] + ruleFiles() + ["## Fragment", fragmentIntro] + fragments()).joined(separator: "\n\n") + "\n"
  }

  private let intro = """
    Skriven av `paragraf rules docs` ur regelfilerna. Varje regel säger vilken ordalydelse den känner igen (`pattern`), var den letar (`scope`), vad \
    den ger (`gives`) och vad den inte gäller (`unless`, motexempel). Reglerna prövas i den ordning de står.
    """
  private let fragmentIntro = "`{namn}` i ett mönster står för orden nedan."

  private func ruleFiles() -> [String] {
    var sections: [String] = []
    var file = ""
    for rule in rules.rules {
      if rule.file != file {
        file = rule.file
        sections.append("## \(file)")
      }
      sections.append(section(rule))
    }
    return sections
  }

  private func section(_ rule: Rule) -> String {
    let gives = rule.gives.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    var lines = [
      "### \(rule.id)", "", rule.about, "", "Källa: \(rule.source). Letar i: \(rule.scopes.map(\.name).joined(separator: ", ")).",
    ]
    if !gives.isEmpty { lines += ["", "Ger: `\(gives)`"] }
    lines +=
      [""] + rule.examples.map { "- träffar: \(quoted($0.text))" } + rule.counterexamples.map { "- träffar inte: \(quoted($0.text))" }
    return lines.joined(separator: "\n")
  }

  private func fragments() -> [String] {
    let builtIn = Vocabulary.builtIn.sorted { $0.key < $1.key }.map { "### {\($0.key)}\n\n\($0.value.about)" }
    let own = rules.vocabulary.fragments.values.sorted { $0.id < $1.id }.map { fragment in
      let values = fragment.terms.compactMap(\.value)
      let meaning = values.isEmpty ? "" : "\n\nBetydelser: \(values.joined(separator: ", "))."
      let examples = fragment.examples.map { "- träffar: \(quoted($0))" } + fragment.counterexamples.map { "- träffar inte: \(quoted($0))" }
      return "### {\(fragment.id)}\n\n\(fragment.about)\(meaning)\n\n\(examples.joined(separator: "\n"))"
    }
    return builtIn + own
  }

  private func quoted(_ text: String) -> String { "`\(text.split(separator: "\n").joined(separator: " ⏎ "))`" }
}
