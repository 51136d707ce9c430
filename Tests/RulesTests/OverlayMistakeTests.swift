import Rules
import Testing

/// A mistake in a municipality's rules is told with file, line, column and what to do, and stops nothing but its own line.
@Suite struct OverlayMistakeTests {
  /// An overlay with one mistake, marked with 📍, and what the report says.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var yaml: String
    var says: [String]
    var testDescription: String { name }
  }

  static let mistakes = [
    Mistake(name: "unknown key", yaml: "📍heading: [\"Ärende {nummer}\"]", says: ["\"heading\"", "menades \"headings\"?"]),
    Mistake(name: "heading without a number", yaml: "headings: [📍\"Ärende\"]", says: ["saknar {nummer}"]),
    Mistake(name: "unknown placeholder", yaml: "headings: [📍\"Ärende {numer}\"]", says: ["okänt {numer}", "menades {nummer}?"]),
    Mistake(name: "diarienummer in the heading", yaml: "headings: [📍\"Ärende {nummer} {dnr}\"]", says: ["case_numbers"]),
    Mistake(name: "diarienummer without a number", yaml: "case_numbers: [📍\"Akt\"]", says: ["saknar {dnr}"]),
    Mistake(name: "furniture that is anything", yaml: "furniture: [📍\"{text}\"]", says: ["vad som helst"]),
    Mistake(name: "unknown section", yaml: "sections: { 📍decison: [Utslag] }", says: ["\"decison\"", "menades \"decision\"?"]),
    Mistake(name: "a key in Swedish", yaml: "📍rubriker: [\"Ärende {nummer}\"]", says: ["menades \"headings\"?"]),
    Mistake(name: "a section in Swedish", yaml: "sections: { 📍mottagare: [Utslag] }", says: ["menades \"recipients\"?"]),
    Mistake(name: "a year by its whole name", yaml: "headings: [📍\"Ärende {nummer}/{artal}\"]", says: ["menades {år}?"]),
    Mistake(name: "a brace that is not closed", yaml: "headings: [📍\"Ärende {nummer: {titel}\"]", says: ["klammer saknas"]),
    Mistake(
      name: "a form without quotation marks", yaml: "headings:\n  - 📍Ärende {nummer}: {titel}", says: ["skriv \"Ärende {nummer}: {titel}\""]
    ),
    Mistake(name: "a misspelt key of a form", yaml: "headings:\n  - 📍from: \"Ärende {nummer}\"", says: ["menades \"form\"?"]),
    Mistake(name: "sections that are no table", yaml: "sections: 📍[Utslag]", says: ["decision: ["]),
    Mistake(name: "a rule that does not exist", yaml: "without: [📍rubrik.beslutt]", says: ["finns inte", "menades \"rubrik.beslut\"?"]),
    Mistake(name: "a fragment that does not exist", yaml: "words: { 📍orde: [Utslag] }", says: ["finns inte", "menades \"ordet\"?"]),
    Mistake(
      name: "a rule without its keys", yaml: "rules: [📍{ id: prov, about: x, source: y, scope: decision }]", says: ["\"pattern\" saknas"]),
    Mistake(name: "rules that are no list", yaml: "rules: 📍{ id: prov }", says: ["lista"]),
    Mistake(name: "a form that is nothing", yaml: "furniture: [📍[]]", says: ["furniture", "citattecken"]),
    Mistake(
      name: "a label as two things", yaml: "sections:\n  decision: [Utslag]\n📍  motion: [utslag]", says: ["både", "(decision)", "(motion)"]),
    Mistake(
      name: "a heading that is furniture too", yaml: "headings: [\"Blad {nummer}\"]\n📍furniture: [\"Blad {nummer}\"]",
      says: ["\"Blad 12\"", "paragrafrubrik", "sidhuvud"]),
    Mistake(
      name: "off and replaced",
      yaml: """
        without: [📍rubrik.beslut]
        rules:
          - { id: rubrik.beslut, about: x, source: y, scope: decision, pattern: z, examples: [z], counterexamples: [y] }
        """, says: ["både avstängd och ersatt"]),
  ]

  @Test(arguments: mistakes)
  func isReportedAtItsPlace(_ mistake: Mistake) throws {
    let rules = try OverlayTests.own(mistake.yaml.replacing("📍", with: ""))
    let problem = try #require(rules.problems.first)
    #expect(rules.problems.count == 1, "\(rules.problems)")
    #expect(problem.file == "municipality/bjorkmala.yaml" && "\(problem.line):\(problem.column)" == place(in: mistake.yaml), "\(problem)")
    for word in mistake.says { #expect(problem.message.contains(word), "\(problem)") }
  }

  // The line with the municipality stands before.
  private func place(in text: String) -> String {
    let lines = text.prefix { $0 != "📍" }.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(lines.count + 1):\((lines.last?.count ?? 0) + 1)"
  }

  @Test(arguments: [
    ("headings: [\"Ärende {nummer}\"]", "\"municipality: Namn kommun\""), ("- id: prov", "\"municipality: Namn kommun\""),
    ("municipality: Björkmåla kommun\nheadings: [\"a\n", "citattecken"),
    ("municipality: Björkmåla kommun\nwithout: []\nwithout: []", "står redan på rad 2"),
  ])
  func aFileThatCannotBeReadIsAMistakeOfAllRules(yaml: String, says: String) throws {
    let rules = try OverlayTests.rules(yaml)
    let problem = try #require(rules.problems.first)
    #expect(problem.file == "municipality/bjorkmala.yaml" && problem.message.contains(says), "\(problem)")
    #expect(rules.rules.count == 2 && rules.overlays.all.isEmpty)
  }

  /// What the parser stopped at below is told where it was forgotten; the place is marked with 📍.
  @Test(arguments: [
    ("headings:\n  - 📍\"Ärende {nummer}\ncase_numbers:\n  - \"Akt {dnr}\"\n", "citattecken saknas"),
    ("headings:\n  - 📍\"Ärende \"nr\" {nummer}\"\n", "skriv 'Ärende \"nr\" {nummer}'"),
    ("headings:\n  - 📍{titel} nr {nummer}\n", "skriv \"{titel} nr {nummer}\""),
    ("headings📍\n  - \"Ärende {nummer}\"\n", "kolon saknas efter \"headings\""),
    ("case_numbers:\n  - \"Akt {dnr}\"\n   📍- \"Dnr {dnr}\"\n", "lika långt in"),
    ("sections:\n📍\u{A0}\u{A0}decision: [Utslag]\n  motion: [Yrkat]\n", "hårda blanksteg"),
    ("sections:\n📍\tdecision: [Utslag]\n", "tabb"),
    ("without: []\n📍without: []\n", "står redan på rad 2"),
  ])
  func whereTheMistakeWasMadeIsTold(yaml: String, says: String) throws {
    let rules = try OverlayTests.rules("municipality: Björkmåla kommun\n" + yaml.replacing("📍", with: ""))
    let problem = try #require(rules.problems.first)
    #expect(rules.problems.count == 1 && "\(problem.line):\(problem.column)" == place(in: yaml), "\(problem)")
    #expect(problem.message.contains(says), "\(problem)")
  }

  @Test func aMisspeltMunicipalityIsToldAtItsKey() throws {
    let problem = try #require(try OverlayTests.rules("headings: []\nmunicipalty: Björkmåla kommun").problems.first)
    #expect(problem.line == 2 && problem.message.contains("menades \"municipality\"?"), "\(problem)")
  }

  @Test func aMistakeInAnotherMunicipalitysFileIsNoneOfADocument() throws {
    let rules = try OverlayTests.rules("municipality: Björkmåla kommun\nheadings: [\"a\n")
    #expect(rules.problems(for: "Björkmåla kommun").count == 1 && rules.problems.count == 1)
    #expect(rules.problems(for: "Granhults kommun").isEmpty && rules.problems(for: nil).isEmpty)
  }

  @Test(arguments: [
    ("headings:\n  - ”Ärende {nummer}”", "raka citattecken"), ("headings:\n  -\"Ärende {nummer}\"", "blanksteg saknas efter strecket"),
    ("furniture:\n  - Blad {text}\"", "raka citattecken"), ("headings: [\"Punkt {nummer} ({text}) {text}\"]", "ingen {titel}"),
    ("furniture: [\"FÃ¶redragning {nummer}\"]", "förvanskade"),
    (
      "rules: [{ id: prov, about: x, source: y, scope: section_heading, pattern: z, gives: { sektion: x }, examples: [z], counterexamples: [y] }]",
      "menades \"section\"?"
    ),
  ])
  func whatIsHardlyMeantIsRemarked(yaml: String, says: String) throws {
    let rules = try OverlayTests.rules("municipality: Björkmåla kommun\n" + yaml)
    let remarks = OverlayRemarks(rules).remarks
    #expect(rules.problems.isEmpty && remarks.contains { $0.line > 1 && $0.message.contains(says) }, "\(rules.problems) \(remarks)")
  }

  @Test func whatFollowsAFormWithoutTitleIsKnown() throws {
    let rule = try #require(try OverlayTests.own("headings: [\"Punkt {nummer} ({bokstäver} {nummer})\"]").rules.first)
    #expect(rule.rest(ofHeading: Array("Punkt 5 (KS 34) Taxa för vatten".utf8)) == "Taxa för vatten")
    #expect(rule.rest(ofHeading: Array("Punkt 5 (KS 34)".utf8)) == nil && rule.rest(ofHeading: Array("Ärende 5".utf8)) == nil)
  }

  @Test func ofTwoFilesForOneMunicipalityTheSecondIsReported() throws {
    let rules = try load([
      "municipality/a.yaml": "municipality: Björkmåla kommun", "municipality/b.yaml": "municipality: [Björkby, BJÖRKMÅLA]",
    ])
    let problem = try #require(rules.problems.first)
    #expect(rules.problems.count == 1 && problem.file == "municipality/b.yaml")
    #expect(problem.message.contains("municipality/a.yaml") && problem.message.contains("BJÖRKMÅLA"), "\(problem)")
  }

  @Test func aNameThatNoMunicipalityHasIsRemarkedWithTheNearest() throws {
    let names = "- { id: kommunnamn, about: x, words: [Björkmåla], examples: [Björkmåla], counterexamples: [x] }"
    let rules = try load([
      "vocabulary/a.yaml": names, "municipality/a.yaml": "municipality: Björkmåla kommun",
      "municipality/b.yaml": "municipality: Björkmola kommun",
    ])
    let remarks = OverlayRemarks(rules).remarks
    #expect(remarks.map(\.file) == ["municipality/b.yaml"] && remarks[0].message.contains("menades Björkmåla?"), "\(remarks)")
  }

  @Test func aFormThatTheGeneralRulesKnowIsRemarked() throws {
    let rules = try OverlayTests.rules("municipality: Björkmåla kommun\nsections: { decision: [Beslut], motion: [Yrkat] }")
    let remarks = OverlayRemarks(rules).remarks.filter { $0.line > 1 }
    #expect(remarks.count == 1 && remarks[0].message.contains("rubrik.beslut"), "\(remarks)")
  }

  @Test(arguments: [("(Mn {nummer} -{år})", true), ("{bokstäver} {nummer} -{år}", false), ("Beteckning {nummer}/{år}", false)])
  func lettersThatAreNoPartOfTheNumberAreRemarked(form: String, isRemarked: Bool) throws {
    let rules = try OverlayTests.rules("municipality: Björkmåla kommun\ncase_numbers: [\"\(form)\"]")
    let remarks = OverlayRemarks(rules).remarks.filter { $0.line > 1 }
    #expect(remarks.count == (isRemarked ? 1 : 0) && remarks.allSatisfy { $0.message.contains("hör \"Mn\" till numret") }, "\(remarks)")
  }
}
