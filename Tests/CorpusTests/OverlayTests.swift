import Drafting
import Evaluation
import Facts
import Foundation
import Pipeline
import Rules
import Testing

/// A layout that no general rule can know is read whole by the rules that are proposed from it: `corpus/overlays/`.
@Suite struct OverlayTests {
  private static let municipality = "Lillåkra kommun"

  @Test func theGeneralRulesFindNoParagrafInIt() throws {
    let reader = try CorpusDocument.makeReader()
    for document in try CorpusDocument.overlays.get() { #expect(try reader.read(path: document.path).facts.paragraphs.isEmpty) }
  }

  @Test func whatIsProposedReadsAllOfIt() throws {
    let documents = try CorpusDocument.overlays.get()
    #expect(documents.count == 3)
    let general = try CorpusDocument.makeReader()
    let draft = OverlayDraft(Self.municipality, samples: try documents.map { try general.sample(of: $0.path) }, rules: general.rules)
    try withOverlay(draft.yaml, over: general.rulesFolder) { folder in
      let reader = try Reader(rulesFolder: folder)
      #expect(RuleTester.all(of: reader.rules).flatMap { $0.problems() }.isEmpty)
      #expect(RuleTester.all(of: reader.rules).flatMap { $0.run() }.allSatisfy { $0.failure == nil })
      let board = try documents.reduce(into: Board()) { $0.add(try $1.compare(reader.read(path: $1.path).facts)) }
      for measure in board.measures where board[measure].gold > 0 {
        #expect(board[measure].f1 >= 0.99, "\(measure): \(board[measure].f1)\n\(board.list(measure))")
      }
    }
  }

  /// A copy of the rules with one overlay, for as long as `use` takes.
  private func withOverlay(_ yaml: String, over rules: String, _ use: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(atPath: rules, toPath: folder.path)
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("municipality"), withIntermediateDirectories: true)
    try Data(yaml.utf8).write(to: folder.appendingPathComponent("municipality/lillakra.yaml"))
    try use(folder.path)
  }
}
