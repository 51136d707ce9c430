/// What is worth knowing of the overlays and is no mistake: names that no municipality has, forms that the general rules know already.
public struct OverlayRemarks {
  public let remarks: [RuleProblem]

  public init(_ general: RuleSet) {
    remarks = general.overlays.all.flatMap { overlay in
      let own = general.with(overlay)
      let forms = own.rules.flatMap { rule in rule.form.map { Self.doubts(of: rule, $0) } ?? [] }
      let found =
        Self.unknown(overlay, general.vocabulary) + Self.garbled(overlay) + forms + Self.known(own, general)
        + Self.withoutLetters(own, general) + Self.fields(own, general)
      return found.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
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

  /// Letters that have been taken for others when the file was saved.
  private static func garbled(_ overlay: Overlay) -> [RuleProblem] {
    let lines = overlay.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().first { $0.element.contains(#/Ã[\u{80}-\u{BF}]/#) }.map { index, line in
      RuleProblem(
        file: overlay.file, line: index + 1, column: line.prefix { $0 != "Ã" }.count + 1,
        message: "å, ä och ö är förvanskade (\"Ã¤\"); skriv om dem och spara filen som UTF-8")
    }.map { [$0] } ?? []
  }

  /// What a form hardly means as it is written.
  private static func doubts(of rule: Rule, _ form: String) -> [RuleProblem] {
    var found: [String] = []
    if form.hasPrefix("-"), form.dropFirst().first.map(quotes.contains) == true {
      found.append("ett blanksteg saknas efter strecket, som nu är en del av formen \(form)")
    } else if form.first.map(quotes.contains) == true || form.last.map(quotes.contains) == true
      || form.count(where: { $0 == "\"" }) % 2 == 1
    {
      found.append("citattecknen är en del av formen \(form), så de måste stå på raden; omge texten med raka citattecken (\") i båda ändar")
    }
    if rule.scopes == [.paragrafHeading], form.contains("{text}"), !form.contains("{titel}"),
      rule.patterns.contains(where: { $0.hasGroup("rest") })
    {
      found.append("formen \"\(form)\" har ingen {titel}, så rubriken blir allt från {text}; skriv {titel} där rubriken står")
    }
    return found.map { RuleProblem(file: rule.file, line: rule.line, column: 1, message: $0) }
  }

  private static let quotes: Set<Character> = ["\"", "”", "“", "„", "’", "‘"]

  /// Fields of whole rules that no general rule of the same scope gives.
  private static func fields(_ own: RuleSet, _ general: RuleSet) -> [RuleProblem] {
    own.rules.filter { $0.file == own.overlay?.file && $0.form == nil }.flatMap { rule in
      let known = Set(rule.scopes.flatMap { general.rules(in: $0) }.flatMap(\.gives.keys)).sorted()
      return rule.gives.keys.sorted().filter { !known.isEmpty && !known.contains($0) }.map { field in
        let guess =
          Nearest.guess(at: field, in: known.map { ($0, $0) }).map { "menades \"\($0)\"?" } ?? "de ger \(known.joined(separator: ", "))"
        return RuleProblem(
          file: rule.file, line: rule.line, column: 1,
          message: "\(rule.id): fältet \"\(field)\" ger ingen allmän regel av samma slag; \(guess)")
      }
    }
  }

  /// Forms whose line a general rule takes as the same thing.
  private static func known(_ own: RuleSet, _ general: RuleSet) -> [RuleProblem] {
    own.rules.compactMap { rule in
      guard let sample = rule.sample, let form = rule.form, let scope = rule.scopes.first, let other = general.first(scope, taking: sample),
        scope != .caseNumber, other.gives["section"] == rule.gives["section"]
      else { return nil }
      return RuleProblem(
        file: rule.file, line: rule.line, column: 1,
        message:
          "\(sample == form ? "" : "formen \"\(form)\": en rad som ")\"\(sample)\" känner den allmänna regeln \(other.id) redan igen; raden kan tas bort om allt läses rätt utan den."
      )
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

extension Rule {
  /// What follows on a line that begins as a form of a heading without title has it; nil where the line is another, or the form has a title.
  public func rest(ofHeading text: [UInt8]) -> String? {
    guard form != nil, let source = patterns.first?.source, source.hasSuffix(LineForm.headingEnd),
      let match = (try? Pattern("\(source.dropLast(LineForm.headingEnd.count))[.:]?\\s+"))?.firstMatch(in: text),
      match.range.upperBound < text.count
    else { return nil }
    return String(decoding: text[match.range.upperBound...], as: UTF8.self)
  }
}
