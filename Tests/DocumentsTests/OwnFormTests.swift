import Documents
import Foundation
import Pages
import Rules
import Testing

/// A municipality's own forms: headings without a § sign, a diarienummer of its own kind, labels in its own words.
@Suite struct OwnFormTests {
  private static let minutes = """
    Björkmåla kommun
    Sammanträdesprotokoll
    Miljönämnden
    2024-03-12

    Ärende nr 31: Taxa för vatten
    Akt MN_7_2024

    Så blev det
    Miljönämnden antar taxan.

    Får del av detta
    Ekonomikontoret

    Ärende nr 32: Plan för tillsyn
    Akt MN_9_2024

    Så blev det
    Miljönämnden antar planen.
    """

  private func document(_ overlay: String?, _ minutes: String = Self.minutes) throws -> MunicipalDocument {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("own-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: root.appendingPathComponent("rules"), to: folder)
    let own = folder.appendingPathComponent("municipality")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try overlay.map { try Data("municipality: Björkmåla kommun\n\($0)".utf8).write(to: own.appendingPathComponent("bjorkmala.yaml")) }
    let general = try RuleSet(folder: folder.path, hash: { _ in "" })
    let rules = general.overlays["Björkmåla kommun"].map(general.with) ?? general
    #expect(rules.problems.isEmpty)
    let words = WordList()
    let pages = TextPages(Array(minutes.utf8), words: words).pages
    return Segmenter(rules: rules, hyphenation: Hyphenation(words: words)).segment(pages)
  }

  @Test func withoutThemThereIsNoParagraf() throws { #expect(try document(nil).paragrafer.isEmpty) }

  @Test func withThemEveryPartHasItsPlace() throws {
    let document = try document(
      """
      headings: ["Ärende nr {nummer}: {titel}"]
      case_numbers: ["Akt {bokstäver}_{nummer}_{år}"]
      sections: { decision: [Så blev det], recipients: [Får del av detta] }
      """)
    #expect(document.paragrafer.map(\.number) == [31, 32])
    #expect(document.paragrafer.map(\.title) == ["Taxa för vatten", "Plan för tillsyn"])
    #expect(document.paragrafer.map(\.caseNumber) == ["MN_7_2024", "MN_9_2024"])
    #expect(document.paragrafer[0].sections.map(\.kind) == [.decision, .recipients])
    #expect(document.paragrafer[0].rule == "bjorkmala.headings")
  }

  @Test func theBracketRoundTheNumberGoesWithIt() throws {
    let document = try document(
      """
      headings: ["Ärende nr {nummer}: {titel}"]
      case_numbers: ["(Akt {bokstäver}_{nummer}_{år})"]
      """, Self.minutes.replacing("vatten\nAkt MN_7_2024", with: "vatten (Akt MN_7_2024)"))
    #expect(document.paragrafer.first?.title == "Taxa för vatten" && document.paragrafer.first?.caseNumber == "MN_7_2024")
  }

  @Test func everySectionThatAnOverlayMayNameIsOne() {
    #expect(Set(Overlay.sections) == Set(Section.Kind.allCases.map(\.rawValue)).subtracting(["attachment"]))
  }
}
