/// What is worth knowing of the overlays and is no mistake: names that no municipality has, forms that the general rules know already.
public struct OverlayRemarks {
  public let remarks: [RuleProblem]

  public init(_ general: RuleSet) {
    remarks = general.overlays.all.flatMap { overlay in
      Self.unknown(overlay, general.vocabulary) + Self.known(general.with(overlay), general)
        + Self.withoutLetters(general.with(overlay), general)
    }
  }

  private static func unknown(_ overlay: Overlay, _ vocabulary: Vocabulary) -> [RuleProblem] {
    let names = ["kommunnamn", "regionnamn"].flatMap { vocabulary.fragments[$0]?.words ?? [] }
    let keys = Set(names.flatMap { [Overlay.key($0), Overlay.key("Region \($0)")] })
    return overlay.municipalities.filter { !keys.contains(Overlay.key($0)) }.map { name in
      let guess = Nearest.guess(at: bare(name), in: names).map { "; menades \($0)?" } ?? "."
      return RuleProblem(
        file: overlay.file, line: overlay.line, column: 1,
        message: "\(name) är ingen av Sveriges kommuner och regioner\(guess) Reglerna gäller bara dokument som nämner just det namnet.")
    }
  }

  private static func bare(_ name: String) -> String {
    let words = name.split(separator: " ")
    return words.count > 1 ? words.dropLast().joined(separator: " ") : name
  }

  /// Forms whose line a general rule takes as the same thing.
  private static func known(_ own: RuleSet, _ general: RuleSet) -> [RuleProblem] {
    own.rules.filter { $0.sample != nil }.compactMap { rule in
      guard let sample = rule.sample, let scope = rule.scopes.first, let other = general.first(scope, taking: sample),
        scope != .caseNumber, other.gives["section"] == rule.gives["section"]
      else { return nil }
      return RuleProblem(
        file: rule.file, line: rule.line, column: 1,
        message: "\"\(sample)\" känner den allmänna regeln \(other.id) redan igen; raden kan tas bort om allt läses rätt utan den.")
    }
  }

  /// The registry's letters, written out in front of the number, are a label that is no part of it: "Mn" of "Mn {nummer} -{år}".
  private static func withoutLetters(_ own: RuleSet, _ general: RuleSet) -> [RuleProblem] {
    own.rules.filter { $0.sample != nil && $0.scopes == [.caseNumber] }.compactMap { rule in
      let text = Array((rule.sample ?? "").utf8)
      guard let match = rule.firstMatch(in: text), let label = match.range("label"), let value = match.range("value") else { return nil }
      let number = String(decoding: text[value], as: UTF8.self)
      guard !number.contains(where: \.isLetter), let letters = String(decoding: text[label], as: UTF8.self).split(separator: " ").last,
        letters.count <= mostLetters, letters.first?.isUppercase == true, letters.allSatisfy(\.isLetter), !isLabel(letters, general)
      else { return nil }
      return RuleProblem(
        file: rule.file, line: rule.line, column: 1,
        message:
          "av \"\(rule.sample ?? "")\" tas \"\(number)\" som diarienummer; hör \"\(letters)\" till numret, skriv {bokstäver} i stället.")
    }
  }

  /// More letters than a registry has that is written as {bokstäver} with small letters in it.
  private static let mostLetters = 3

  /// Whether the general rules know the word as what stands before a number ("Dnr").
  private static func isLabel(_ word: Substring, _ general: RuleSet) -> Bool {
    let line = Array("\(word) KS 2024/12".utf8)
    return general.rules(in: .caseNumber, near: line).contains { $0.firstMatch(in: line)?.range("label")?.lowerBound == 0 }
  }
}

extension RuleSet {
  /// The first rule of a scope that takes a line.
  public func first(_ scope: Scope, taking line: String) -> Rule? {
    let text = Array(line.utf8)
    return rules(in: scope, near: text).first { $0.firstMatch(in: text) != nil }
  }
}
