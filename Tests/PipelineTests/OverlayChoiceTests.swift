import Facts
import Foundation
import Pipeline
import Rules
import Testing

/// Which municipality's own rules a document is read by: those of the one that it names, or of the one that was asked for.
@Suite struct OverlayChoiceTests {
  private static let text = """
    NAMN
    Sammanträdesprotokoll
    Miljönämnden
    2024-03-12

    Ärende 31: Taxa för vatten
    Dnr MN 2024/7

    Beslut
    Miljönämnden antar taxan.

    Ärende 32: Plan för tillsyn
    Dnr MN 2024/9

    Beslut
    Miljönämnden antar planen.
    """

  /// How many § of a document are found.
  private func found(_ name: String, _ overlays: [String: String], asked: String? = nil) throws -> Int {
    try facts(name, overlays, asked: asked).paragraphs.count
  }

  /// - Parameter overlays: file name -> what stands in it.
  private func facts(_ name: String, _ overlays: [String: String], asked: String? = nil) throws -> FactsDocument {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("overlay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Repository.root.appendingPathComponent("rules"), to: folder)
    let own = folder.appendingPathComponent("municipality")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    for (file, yaml) in overlays { try Data(yaml.utf8).write(to: own.appendingPathComponent(file)) }
    let reader = try Reader(rulesFolder: folder.path, municipality: asked)
    return try withFile("a.txt", Array(Self.text.replacing("NAMN", with: name).utf8)) { try reader.read(path: $0).facts }
  }

  private static let own = ["bjorkmala.yaml": "municipality: Björkmåla kommun\nheadings: [\"Ärende {nummer}: {titel}\"]"]

  @Test func aDocumentIsReadByTheRulesOfTheMunicipalityThatItNames() throws {
    #expect(try found("Björkmåla kommun", Self.own) == 2)
    #expect(try found("Björkby kommun", Self.own) == 0)
  }

  @Test func orByThoseOfTheOneThatIsAskedFor() throws {
    #expect(try found("Björkby kommun", Self.own, asked: "Björkmåla") == 2)
  }

  @Test func askingForOneWithoutRulesSaysWhichThereAre() throws {
    let failure = try #require(throws: ReadFailure.self) { try found("Björkmåla kommun", Self.own, asked: "Björkby") }
    #expect(failure.description.contains("Björkby") && failure.description.contains("egna regler har: Björkmåla kommun"), "\(failure)")
    let none = try #require(throws: ReadFailure.self) { try found("Björkmåla kommun", [:], asked: "Björkby") }
    #expect(none.description.contains("ingen kommun har det") && none.description.contains("paragraf rules new"), "\(none)")
  }

  @Test func aMistakeStopsNothingButItselfAndIsSaidOfTheDocumentsThatItConcerns() throws {
    let mistaken = "municipality: Björkby kommun\nheadings: [\"Ärende {nummer}: {titel}\"]\nwithout: [finns.inte]"
    let broken = Self.own.merging(["bjorkby.yaml": mistaken]) { $1 }
    #expect(try facts("Björkmåla kommun", broken).doubts.allSatisfy { !$0.message.contains("Regelfilen") })
    for asked in [nil, "Björkby"] {
      let facts = try facts("Björkby kommun", broken, asked: asked)
      #expect(facts.paragraphs.count == 2)
      let doubts = facts.doubts.map(\.message).filter { $0.contains("Regelfilen") }
      #expect(doubts.count == 1 && doubts[0].contains("municipality/bjorkby.yaml") && doubts[0].contains("rad 3"), "\(doubts)")
    }
  }
}
