import Rules
import Testing

/// A municipality's own rules: a few lines over the general rules, for its documents alone.
@Suite struct OverlayTests {
  static let general = """
    - id: rubrik.tecken
      about: Paragraftecknet.
      source: provet
      scope: paragraf_heading
      pattern: "^§ ?(?<number>\\\\d+)(?: (?<rest>.*))?$"
      examples: ["§ 12"]
      counterexamples: ["12"]
    - id: rubrik.beslut
      about: Beslutet.
      source: provet
      scope: section_heading
      pattern: "^{ordet}$"
      gives: { section: decision }
      examples: ["Beslut"]
      counterexamples: ["Beslutet"]
    """
  static let vocabulary = """
    - id: ordet
      about: Ett ord.
      words: [Beslut]
      examples: [Beslut]
      counterexamples: [Ord]
    """

  static func rules(_ overlay: String, file: String = "municipality/bjorkmala.yaml") throws -> RuleSet {
    try load(["structure/a.yaml": general, "vocabulary/a.yaml": vocabulary, file: overlay])
  }

  /// The rules with Björkmåla's over them.
  static func own(_ overlay: String) throws -> RuleSet {
    let general = try rules("municipality: Björkmåla kommun\n" + overlay)
    return general.with(try #require(general.overlays["Björkmåla kommun"]))
  }

  /// The first rule of a scope that takes a line, and its groups.
  private func taken(_ scope: Scope, _ line: String, _ rules: RuleSet) -> (rule: Rule, groups: [String: String])? {
    let text = Array(line.utf8)
    for rule in rules.rules(in: scope, near: text) {
      guard let match = rule.firstMatch(in: text) else { continue }
      let names = ["number", "rest", "value", "label"]
      let groups = names.compactMap { name in match.range(name).map { (name, String(decoding: text[$0], as: UTF8.self)) } }
      return (rule, Dictionary(uniqueKeysWithValues: groups))
    }
    return nil
  }

  @Test(arguments: [
    ("Ärende {nummer}: {titel}", "Ärende 12: Taxa", "12", "Taxa"), ("Ärende {nummer}", "ÄRENDE 12", "12", nil),
    ("Punkt {år}.{nummer} {titel}", "Punkt 2024.7 Val av justerare", "7", "Val av justerare"),
    ("{titel}, ärende {nummer}", "Taxa för vatten, ärende 12", "12", "Taxa för vatten"), ("{nummer} {titel}", "12 Taxa", "12", "Taxa"),
  ])
  func aHeadingIsWrittenAsItStands(form: String, line: String, number: String, title: String?) throws {
    let rules = try Self.own("headings: [\"\(form)\"]")
    #expect(rules.problems.isEmpty && rules.hasOwnHeadings)
    let found = try #require(taken(.paragrafHeading, line, rules))
    #expect(found.rule.file == "municipality/bjorkmala.yaml" && found.rule.id == "bjorkmala.headings")
    #expect(found.groups["number"] == number && found.groups["rest"] == title)
  }

  @Test func aFormTakesNothingElse() throws {
    let rules = try Self.own("headings: [\"Ärende {nummer}: {titel}\"]\nfurniture: [\"Blad {nummer}\"]")
    for line in ["Ärende: Taxa", "ärende 12: taxan gäller", "Se Ärende 12: Taxa"] { #expect(taken(.paragrafHeading, line, rules) == nil) }
    #expect(taken(.furniture, "Blad 3", rules) != nil && taken(.furniture, "Blad 3 av boken", rules) == nil)
  }

  @Test(arguments: [
    ("Akt {dnr}", "Akt KS 2024/12", "KS 2024/12", false), ("Akt {bokstäver}_{nummer}_{år}", "Akt SN_12_2024", "SN_12_2024", true),
    ("Nr {nummer}/{dnr}", "Nr 12/KS 2024/7", "KS 2024/7", false), ("KS{nummer}", "Taxa KS123", "KS123", true),
    ("({bokstäver} {nummer} -{år})", "(Mn 118 -24)", "Mn 118 -24", true), ("(Mn {text})", "Taxa (Mn 118 -24)", "118 -24", true),
    ("{text} {nummer} -{år}", "(Mn 118 -24)", "Mn 118 -24", true), ("(Mn {nummer} -{år})", "(Mn 118 -24)", "118 -24", true),
    ("{bokstäver}{nummer}-{bokstäver}-{nummer}", "N24-KS-188", "N24-KS-188", true),
  ])
  func aDiarienummerIsWrittenAsItStands(form: String, line: String, value: String, isWhole: Bool) throws {
    let found = try #require(taken(.caseNumber, line, try Self.own("case_numbers: [\"\(form)\"]")))
    #expect(found.groups["value"] == value && (found.rule.gives["as_written"] == "ja") == isWhole)
  }

  @Test func aLabelTakesItsColonAndWhatFollows() throws {
    let rules = try Self.own("sections: { motion: [\"Vad som yrkades:\"], decision: Så blev det }")
    #expect(taken(.sectionHeading, "Vad som yrkades", rules)?.rule.gives["section"] == "motion")
    #expect(taken(.sectionHeading, "Vad som yrkades: Karin yrkar bifall", rules)?.groups["rest"] == "Karin yrkar bifall")
    #expect(taken(.sectionHeading, "Så blev det", rules)?.rule.gives["section"] == "decision")
    #expect(taken(.sectionHeading, "Så blev det i fjol", rules) == nil)
  }

  @Test func aGeneralRuleIsSwitchedOffByItsName() throws {
    #expect(taken(.sectionHeading, "Beslut", try Self.own("without: [rubrik.beslut]")) == nil)
  }

  @Test func aRuleOfTheSameNameTakesThePlaceOfTheGeneralOne() throws {
    let rules = try Self.own(
      """
      rules:
        - id: rubrik.tecken
          about: Ett annat tecken.
          source: provet
          scope: paragraf_heading
          pattern: "^¶ ?(?<number>\\\\d+)$"
          examples: ["¶ 12"]
          counterexamples: ["§ 12"]
      """)
    #expect(rules.problems.isEmpty && rules.rules.map(\.id) == ["rubrik.tecken", "rubrik.beslut"])
    #expect(taken(.paragrafHeading, "§ 12", rules) == nil && taken(.paragrafHeading, "¶ 12", rules) != nil)
    #expect(RuleTester(rules).run().allSatisfy { $0.failure == nil })
  }

  @Test func wordsAreAddedToAFragmentOfTheGeneralRules() throws {
    let rules = try Self.own("words: { ordet: [Utslag] }")
    #expect(rules.problems.isEmpty)
    for line in ["Utslag", "Beslut"] { #expect(taken(.sectionHeading, line, rules)?.rule.id == "rubrik.beslut") }
  }

  @Test func theGeneralRulesStayAsTheyAre() throws {
    let general = try Self.rules("municipality: Björkmåla kommun\nwithout: [rubrik.beslut]")
    _ = general.with(try #require(general.overlays["Björkmåla"]))
    #expect(general.rules.map(\.id) == ["rubrik.tecken", "rubrik.beslut"] && general.problems.isEmpty && general.overlay == nil)
    #expect(general.fileHashes["municipality/bjorkmala.yaml"] != nil)
  }

  @Test(arguments: ["Björkmåla kommun", "BJÖRKMÅLA KOMMUN", "Björkmålas kommun", "Björkmåla", "Björkmåla stad"])
  func aMunicipalityIsKnownByItsNameHoweverInflected(name: String) throws {
    #expect(try Self.rules("municipality: Björkmåla kommun").overlays[name] != nil)
    #expect(try Self.rules("municipality: Björkby kommun").overlays[name] == nil)
  }

  @Test func examplesOfAFormAreTried() throws {
    let rules = try Self.own("headings: [{ form: \"Ärende {nummer}\", examples: [\"Ärende 12: Taxa\"], counterexamples: [\"Ärende 7\"] }]")
    let failures = RuleTester(rules).run().compactMap(\.failure)
    #expect(failures == ["exemplet fångas inte av regeln", "motexemplet fångas av regeln"])
    #expect(RuleTester(rules).problems().isEmpty)
  }
}
