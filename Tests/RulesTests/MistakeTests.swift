import Foundation
import Rules
import Testing

/// A mistake in a rule file is reported with file, line, column and what was meant, and stops nothing but its own rule.
@Suite struct MistakeTests {
  /// A file with one mistake, whose place is marked with 📍, and what the report says.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var yaml: String
    var says: [String]
    var testDescription: String { name }
  }

  static let mistakes = [
    Mistake(
      name: "unknown key",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          📍patern: "abc"
          pattern: "abc"
        """, says: ["\"patern\"", "menades \"pattern\"?"]),
    Mistake(
      name: "unknown key in a rule of structure's words",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: "abc"
          📍motexempel: ["x"]
        """, says: ["okänd nyckel \"motexempel\"", "menades \"counterexamples\"?"]),
    Mistake(
      name: "unknown scope",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: 📍decisions
          pattern: "abc"
        """, says: ["\"decisions\"", "menades \"decision\"?"]),
    Mistake(
      name: "unknown scope in a list",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: [decision, 📍beslut]
          pattern: "abc"
        """, says: ["\"beslut\"", "menades \"decision\"?"]),
    Mistake(
      name: "unknown fragment",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: 📍"på {belop}"
        """, says: ["{belop}", "menades {belopp}?"]),
    Mistake(
      name: "unknown fragment in the second pattern of a list",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern:
            - "abc"
            - 📍"på {belop}"
        """, says: ["{belop}"]),
    Mistake(
      name: "a pattern that cannot be compiled",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: 📍"ab(c"
        """, says: ["vid tecken 4", "parentes ( är inte stängd"]),
    Mistake(
      name: "an unless that cannot be compiled",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: "abc"
          unless: [📍"[a-"]
        """, says: ["unless", "vid tecken"]),
    Mistake(
      name: "a missing pattern",
      yaml: """
        - 📍id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
        """, says: ["\"pattern\" saknas"]),
    Mistake(
      name: "a missing id",
      yaml: """
        - 📍about: Ett prov.
          source: provet
          scope: decision
          pattern: "abc"
        """, says: ["\"id\" saknas"]),
    Mistake(
      name: "a missing scope",
      yaml: """
        - 📍id: prov.fel
          about: Ett prov.
          source: provet
          pattern: "abc"
        """, says: ["\"scope\" saknas"]),
    Mistake(
      name: "a missing source",
      yaml: """
        - 📍id: prov.fel
          about: Ett prov.
          scope: decision
          pattern: "abc"
        """, says: ["\"source\" saknas"]),
    Mistake(
      name: "gives that is no table",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: "abc"
          gives: 📍underskott
        """, says: ["\"gives\"", "fält"]),
    Mistake(
      name: "a pattern with a mistake after a fragment",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: 📍"på {belopp} [a-"
        """, says: ["vid tecken 15", "hakparentes"]),
    Mistake(
      name: "a group that the pattern does not have",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: "(?<who>abc)"
          gives: 📍{ who: "{vem}" }
        """, says: ["{vem} är ingen grupp", "{who}"]),
    Mistake(
      name: "an example without text",
      yaml: """
        - id: prov.fel
          about: Ett prov.
          source: provet
          scope: decision
          pattern: "abc"
          examples:
            - 📍gives: { kind: x }
        """, says: ["\"text:\""]),
  ]

  @Test(arguments: mistakes)
  func isReportedAtItsPlaceAndStopsOnlyItsOwnRule(_ mistake: Mistake) throws {
    let rules = try load(facts: mistake.yaml.replacing("📍", with: "") + "\n" + soundRule)
    let problem = try #require(rules.problems.first)
    #expect(rules.problems.count == 1, "\(rules.problems)")
    #expect(problem.file == "facts/prov.yaml")
    #expect("\(problem.line):\(problem.column)" == place(of: "📍", in: mistake.yaml), "\(problem)")
    for word in mistake.says { #expect(problem.message.contains(word), "\(problem)") }
    #expect(rules.rules.map(\.id) == ["prov.hel"])
  }

  private func place(of mark: Character, in text: String) -> String {
    let before = text.prefix { $0 != mark }
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(line.count):\((line.last?.count ?? 0) + 1)"
  }

  @Test func aProblemReadsAsFilePlaceAndSentence() throws {
    let rules = try load(facts: "- id: prov.fel\n  about: Ett prov.\n  source: provet\n  scope: decision\n  patern: abc")
    #expect(rules.problems.contains { $0.description.hasPrefix("facts/prov.yaml:5:3: okänd nyckel \"patern\"") }, "\(rules.problems)")
  }

  @Test func ofTwoRulesOfOneNameTheSecondIsReportedWithTheFileOfTheFirst() throws {
    let rules = try load(["facts/a.yaml": rule("abc"), "facts/b.yaml": soundRule + rule("def")])
    let problem = try #require(rules.problems.first)
    #expect(rules.problems.count == 1)
    #expect(problem.file == "facts/b.yaml" && problem.line == 9)
    #expect(problem.message.contains("\"prov.ett\"") && problem.message.contains("facts/a.yaml"), "\(problem)")
    #expect(rules.rules.map(\.id) == ["prov.ett", "prov.hel"])
    #expect(try find("prov.ett", in: rules).file == "facts/a.yaml")
  }

  @Test func aFileThatIsNoYAMLIsReportedAndTheOthersAreRead() throws {
    let rules = try load(["facts/a.yaml": "- id: prov.fel\n  about: [öppen\n  scope: decision\n", "facts/b.yaml": soundRule])
    let problem = try #require(rules.problems.first)
    #expect(rules.problems.count == 1)
    #expect(problem.file == "facts/a.yaml" && problem.line == 2 && problem.message.contains("slutar inte med ]"), "\(problem)")
    #expect(rules.rules.map(\.id) == ["prov.hel"])
  }

  @Test(arguments: [("\tabout: Ett prov.", "tabb"), ("  about:Ett prov.", "blanksteg saknas efter kolonet"), ("  about", "kolon saknas")])
  func aLineThatNoYAMLHasIsTold(line: String, says: String) throws {
    let rules = try load(["facts/a.yaml": "- id: prov.fel\n\(line)\n  source: provet\n", "facts/b.yaml": soundRule])
    let problem = try #require(rules.problems.first)
    #expect(rules.problems.count == 1 && problem.line == 2 && problem.message.contains(says), "\(rules.problems)")
    #expect(rules.rules.map(\.id) == ["prov.hel"])
  }

  @Test(arguments: [
    (Array("# hj\u{E4}lp\n".unicodeScalars.map { UInt8($0.value) }), "Latin-1"), ([0xFF, 0xFE, 0x23, 0x00, 0x0A, 0x00], "UTF-16"),
    ([0x23, 0x20, 0x8A, 0x8C, 0x0A], "Mac OS Roman"), ([0x50, 0x4B, 0x03, 0x04, 0xFF], "ingen textfil"),
  ])
  func aFileInAnotherEncodingSaysWhich(bytes: [UInt8], says: String) throws {
    let mistake = try #require(throws: WrittenText.Mistake.self) { try WrittenText.text(bytes) }
    #expect(mistake.line == 1 && mistake.message.contains(says), "\(mistake)")
  }

  @Test func lettersThatAFileHasTakenApartArePutTogether() throws {
    let rules = try load(["facts/a.yaml": rule("ga\u{30A}r a\u{308}ven"), "facts/b.yaml": soundRule])
    #expect(try find("prov.ett", in: rules).firstMatch(in: Array("Det g\u{E5}r \u{E4}ven".utf8)) != nil)
  }

  @Test func aFileWithoutItsKindOfNameIsRemarked() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("unread-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in ["municipality/a.yml", "municipality/b.yaml.txt", "c.yaml", "README.md"] {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("municipality: Björkmåla kommun".utf8).write(to: file)
    }
    let rules = try RuleSet(folder: folder.path, hash: { _ in "" })
    let remarks = UnreadFiles(folder: folder.path, rules: rules).remarks
    #expect(remarks.map(\.file) == ["c.yaml", "municipality/a.yml", "municipality/b.yaml.txt"], "\(remarks)")
    #expect(
      remarks[0].message.contains("mappen municipality") && remarks[1].message.contains("a.yaml") && remarks[2].message.contains("b.yaml"))
    #expect(rules.lack?.message.contains("vocabulary, structure, facts") == true)
  }

  @Test func aFileThatIsAMappingIsReportedWithWhatWasMeant() throws {
    let rules = try load(["facts/a.yaml": "id: prov.fel\nabout: Ett prov.\n", "facts/b.yaml": soundRule])
    let problem = try #require(rules.problems.first)
    #expect(problem.file == "facts/a.yaml" && problem.line == 1 && problem.column == 1)
    #expect(problem.message.contains("lista") && problem.message.contains("- id:"), "\(problem)")
    #expect(rules.rules.map(\.id) == ["prov.hel"])
  }

  @Test func anEntryThatIsNoMappingStopsOnlyItself() throws {
    let rules = try load(facts: "- bara text\n" + soundRule)
    let problem = try #require(rules.problems.first)
    #expect(problem.line == 1 && problem.message.contains("nycklar"), "\(problem)")
    #expect(rules.rules.map(\.id) == ["prov.hel"])
  }

  @Test func anUnlessOfTheWrongShapeIsReportedAndNotDropped() throws {
    let rules = try load(facts: rule("abc", more: "unless: { a: b }"))
    #expect(rules.problems.contains { $0.message.contains("unless") }, "\(rules.problems)")
  }

  @Test func anEmptyFileHasNoRulesAndNoMistakes() throws {
    let rules = try load(["facts/a.yaml": "", "facts/b.yaml": "# bara en anmärkning\n"])
    #expect(rules.rules.isEmpty && rules.problems.isEmpty)
  }

  @Test func aMissingFolderIsSaidWithItsName() throws {
    let problem = try #require(throws: RuleProblem.self) { try RuleSet(folder: "/finns/inte", hash: { _ in "" }) }
    #expect(problem.file == "/finns/inte" && problem.message.contains("finns inte"), "\(problem)")
  }

  @Test func aFileInPlaceOfTheFolderIsSaid() throws {
    #expect(throws: RuleProblem.self) { try RuleSet(folder: #filePath, hash: { _ in "" }) }
  }

  @Test func otherFilesInTheFolderAreLeftAlone() throws {
    let rules = try load(["facts/a.yaml": soundRule, "facts/LÄSMIG.txt": "{{{", "facts/.a.yaml": "{{{", "annat/b.yaml": "{{{"])
    #expect(rules.problems.isEmpty && rules.rules.map(\.id) == ["prov.hel"])
  }

  @Test func eachRuleKnowsItsFileItsLineAndItsFilesHash() throws {
    let rules = try load(["facts/a.yaml": "# överst\n" + soundRule])
    let rule = try find("prov.hel", in: rules)
    #expect(rule.file == "facts/a.yaml" && rule.line == 3)
    #expect(rules.fileHashes == ["facts/a.yaml": "\(("# överst\n" + soundRule).utf8.count)"])
  }

  @Test func rulesAreTriedInTheOrderOfTheirFilesAndOfTheFilesLines() throws {
    let named = { (id: String) in soundRule.replacing("prov.hel", with: id) }
    let rules = try load(["facts/b.yaml": named("tre"), "facts/a.yaml": named("ett") + named("två")])
    #expect(rules.rules(in: .decision).map(\.id) == ["ett", "två", "tre"])
    #expect(rules.rules(in: .motion).isEmpty)
  }
}
