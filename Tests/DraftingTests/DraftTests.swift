import Documents
import Drafting
import Foundation
import Pages
import Rules
import Testing

/// A draft proposes what the general rules do not read, leaves out what they do, and says what it is unsure of.
@Suite struct DraftTests {
  private static let rules = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try RuleSet(folder: root.appendingPathComponent("rules").path, hash: { _ in "" })
  }

  private func draft(_ texts: [String], own: String? = nil) throws -> OverlayDraft {
    let rules = try own.map(Self.rules(with:)) ?? Self.rules.get()
    let words = WordList()
    let samples = texts.enumerated().map { index, text in
      let pages = TextPages(Array(text.utf8), words: words).pages
      let document = Segmenter(rules: rules, hyphenation: Hyphenation(words: words)).segment(pages)
      return SampleDocument(document, name: "prov-\(index + 1).txt")
    }
    return OverlayDraft("Björkmåla kommun", samples: samples, rules: rules)
  }

  /// The general rules with Björkmåla's over them.
  private static func rules(with overlay: String) throws -> RuleSet {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("draft-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: root.appendingPathComponent("rules"), to: folder)
    let municipality = folder.appendingPathComponent("municipality")
    try FileManager.default.createDirectory(at: municipality, withIntermediateDirectories: true)
    try Data("municipality: Björkmåla kommun\n\(overlay)".utf8).write(to: municipality.appendingPathComponent("bjorkmala.yaml"))
    let general = try RuleSet(folder: folder.path, hash: { _ in "" })
    return general.with(try #require(general.overlays["Björkmåla kommun"]))
  }

  /// Minutes of six §.
  /// - Parameters:
  ///   - heading: the heading's line, with % for the number.
  ///   - number: the line with the diarienummer.
  private func minutes(_ heading: String, number: String, decision: String = "Beslut") -> String {
    let paragrafer = (31...36).map { paragraf in
      """
      \(heading.replacing("%", with: "\(paragraf)")) Taxa för vatten, del \(paragraf - 30)
      \(number.replacing("%", with: "\(paragraf + 7)"))

      Bakgrund
      Förvaltningen har räknat om taxan för år 2025 och lämnar ett förslag.

      \(decision)
      Miljönämnden beslutar
      att anta taxan.

      Beslutet skickas till
      Ekonomikontoret
      """
    }
    return "Björkmåla kommun\nSammanträdesprotokoll\nMiljönämnden\n2024-03-12\n\n" + paragrafer.joined(separator: "\n\n")
  }

  @Test func whatTheGeneralRulesReadIsLeftOut() throws {
    let draft = try draft([minutes("§ %", number: "Dnr MN 2024/%")])
    #expect(draft.count == 0, "\(draft.yaml)")
    #expect(draft.yaml.contains("läser redan 6 paragrafrubriker") && draft.yaml.contains("municipality: \"Björkmåla kommun\""))
  }

  @Test(arguments: [
    ("Ärende %:", "\"Ärende {nummer}: {titel}\""), ("Punkt 2024.%", "\"Punkt {år}.{nummer} {titel}\""),
    ("ÄRENDE NR %/24 –", "\"ÄRENDE NR {nummer}/{år} – {titel}\""),
    ("Punkt % (MN 4)", "\"Punkt {nummer} ({bokstäver} {nummer}) {titel}\""),
  ])
  func headingsOfAnotherFormAreProposed(heading: String, form: String) throws {
    let draft = try draft([minutes(heading, number: "Dnr MN 2024/%")])
    #expect(draft.yaml.contains("headings:\n  - \(form)  # 6 träffar"), "\(draft.yaml)")
  }

  @Test(arguments: [
    ("Akt MN 2024/%", "\"Akt {dnr}\""), ("Beteckning MN_%_2024", "\"Beteckning {bokstäver}_{nummer}_{år}\"  # osäkert"),
    ("(Mn % -24)", "\"{bokstäver} {nummer} -{nummer}\""),
  ])
  func diarienummerOfAnotherFormAreProposed(number: String, form: String) throws {
    let draft = try draft([minutes("§ %", number: number)])
    #expect(draft.yaml.contains("case_numbers:\n  - \(form)"), "\(draft.yaml)")
  }

  @Test func labelsAreProposedUnderWhatStandsBelowThem() throws {
    let draft = try draft([minutes("§ %", number: "Dnr MN 2024/%", decision: "Så blev det")])
    #expect(draft.yaml.contains("  decision:\n    - \"Så blev det\""), "\(draft.yaml)")
  }

  @Test func aNumberBehindTheTitleIsAHeadings() throws {
    let text = minutes("", number: "Dnr MN 2024/%").split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains("Taxa för vatten, del")
        ? "Taxa för vatten, del \(line.suffix(1)) [\(line.last?.wholeNumberValue.map { $0 + 30 } ?? 0)]" : String(line)
    }
    let draft = try draft([text.joined(separator: "\n")])
    #expect(draft.yaml.contains("headings:\n  - \"{titel} [{nummer}]\"  # 6 träffar"), "\(draft.yaml)")
  }

  @Test func aNumberLastOnTheHeadingsLineIsProposed() throws {
    let text = minutes("Ärende %:", number: "").replacing("Taxa för vatten, del", with: "Taxa N24-MN-18")
    let lines = text.replacing(#/N24-MN-18 (\d)/#) { "N24-MN-18\($0.output.1)" }
    #expect(try draft([lines]).yaml.contains("  - \"{bokstäver}{nummer}-{bokstäver}-{nummer}\""))
  }

  @Test func aLabelWithItsTextOnTheLineIsProposed() throws {
    let text = minutes("§ %", number: "Dnr MN 2024/%").replacing("Beslutet skickas till\n", with: "Får detta i brevlådan: ")
    let draft = try draft([text])
    #expect(draft.yaml.contains("  recipients:\n    - \"Får detta i brevlådan\""), "\(draft.yaml)")
  }

  @Test func whatNobodyCanPlaceIsRightYAMLOnceItsSignIsTakenAway() throws {
    let text = minutes("Ärende %:", number: "Dnr MN 2024/%", decision: "Så blev det").replacing(
      "\nSå blev det", with: "\nAtt veta\nGällande regler är oförändrade sedan i fjol och gäller alla.\n\nSå blev det")
    let draft = try draft([text])
    let line = "  #background: [\"Att veta\"]"
    #expect(draft.yaml.contains(line), "\(draft.yaml)")
    let own = draft.yaml.replacing(line, with: "  background: [\"Att veta\"]").split(separator: "\n").dropFirst(4).filter {
      !$0.hasPrefix("municipality")
    }
    #expect(try Self.rules(with: own.joined(separator: "\n")).problems.isEmpty)
  }

  @Test func whatTheMunicipalitysOwnRulesReadIsLeftOutAndTheRestIsProposed() throws {
    let text = minutes("Fråga %.", number: "Akt MN_%_2024", decision: "Så blev det")
    let draft = try draft([text], own: "headings: [\"Fråga {nummer}. {titel}\"]")
    #expect(draft.yaml.contains("läser redan 6 paragrafrubriker") && !draft.yaml.contains("headings:"), "\(draft.yaml)")
    #expect(draft.yaml.contains("Akt {bokstäver}_{nummer}_{år}") && draft.yaml.contains("- \"Så blev det\""), "\(draft.yaml)")
  }

  @Test func whereNoParagrafIsFoundLinesThatMayBeHeadingsAreTold() throws {
    let lines = ["A1B", "A7B", "A3B"].map { "Fråga \($0) om taxan\nFörvaltningen lämnar ett förslag.\n" }
    let draft = try draft(["Björkmåla kommun\nProtokoll\n" + lines.joined(separator: "\n")])
    #expect(draft.paragrafer == 0 && draft.yaml.contains("#   Fråga A1B om taxan"), "\(draft.yaml)")
  }

  @Test func whatIsProposedLoadsWithoutMistakes() throws {
    let draft = try draft([minutes("Ärende %:", number: "Akt MN_%_2024", decision: "Så blev det")])
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("draft-\(UUID().uuidString)/municipality")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(draft.yaml.utf8).write(to: folder.appendingPathComponent("bjorkmala.yaml"))
    let rules = try RuleSet(folder: folder.deletingLastPathComponent().path, hash: { _ in "" })
    let overlay = try #require(rules.overlays["Björkmåla kommun"])
    #expect(rules.problems.isEmpty && rules.with(overlay).problems.isEmpty)
    #expect(rules.with(overlay).rules.count == draft.count)
  }

  @Test func aDocumentOfAnotherMunicipalityIsDoubted() throws {
    let other = minutes("§ %", number: "Dnr MN 2024/%").replacing("Björkmåla kommun", with: "Björkby kommun")
    #expect(try draft([other]).yaml.contains("# osäkert: dokument säger sig höra till Björkby kommun"))
  }

  @Test func numberedPointsAndPagesAreNoHeadings() throws {
    let pages = (1...8).map { "\u{0C}1. Första punkten\n2. Andra punkten\n3. Tredje punkten\nen rad text\nSida \($0)" }
    #expect(try !draft(["Björkmåla kommun\n" + pages.joined(separator: "\n")]).yaml.contains("headings:"))
  }

  @Test func anEmptyDocumentGivesNoRules() throws { #expect(try draft([""]).count == 0) }
}
