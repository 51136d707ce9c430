import Evaluation
import Facts
import Foundation
import PDFReading
import Pages
import Pipeline
import Testing

/// Minutes often reach their reader as text that was copied out of a file or off a web page: lines in reading order, the columns and the type gone. The layouts
/// of `corpus/layouts/` read so, and with a blank line after each line, as some programs copy it, give nearly the same facts.
@Suite struct CopiedTextTests {
  /// Who voted what stands in columns, which are lost: nothing is told of it.
  private static let lost: Set<String> = ["votes.names"]
  /// "Karin Berg (S), ordförande Ola Ek (M)" of two columns: whose role it is cannot be told. Nor can in "Datum då anslaget 2024-12-03" that it went up, where
  /// the rest of the label stands below.
  private static let least = ["meeting.members": 0.90, "meeting.notice": 0.92]
  static let targets = LayoutTests.targets.filter { !lost.contains($0.measure) }

  /// What stands between two lines.
  enum Spacing: String, CaseIterable {
    case single = "\n"
    case double = "\n\n"
  }

  private static let boards = Result {
    let reader = try CorpusDocument.makeReader()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paragraf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var boards: [Spacing: Board] = [:]
    for document in try CorpusDocument.layouts.get() {
      let pages = try PDFDocument(bytes: Array(Data(contentsOf: URL(fileURLWithPath: document.path)))).pages(
        words: WordList(), recognition: .never, without: [], progress: { _, _ in })
      for spacing in Spacing.allCases {
        let file = folder.appendingPathComponent("\(document.name).txt")
        try pages.map { text($0, spacing) }.joined(separator: "\u{c}").write(to: file, atomically: true, encoding: .utf8)
        boards[spacing, default: Board()].add(try document.compare(reader.read(path: file.path).facts))
      }
    }
    return boards
  }

  private static func text(_ page: Page, _ spacing: Spacing) -> String {
    page.lines.map { line in page.words[line.words].map { String(decoding: page.text[$0.range], as: UTF8.self) }.joined(separator: " ") }
      .joined(separator: spacing.rawValue)
  }

  @Test(arguments: targets, Spacing.allCases)
  func isReached(_ target: LayoutTests.Target, spacing: Spacing) throws {
    let board = try #require(try Self.boards.get()[spacing])
    #expect(
      board[target.measure].f1 >= Self.least[target.measure] ?? target.overall,
      "\(board[target.measure].f1)\n\(board.list(target.measure).prefix(1500))")
  }

  @Test(arguments: Spacing.allCases)
  func noOneIsSaidToHaveVotedWhatIsNotToldAnyMore(_ spacing: Spacing) throws {
    let names = try #require(try Self.boards.get()[spacing])["votes.names"]
    #expect(names.found == names.hit, "\(names.found - names.hit) namn är på fel sida")
  }
}
