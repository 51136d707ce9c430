import Evaluation
import Facts
import Foundation
import Pipeline
import Testing

/// The same meetings in every layout of `corpus/layouts/` are read alike: what a layout does with headings, numbers and votes costs no fact.
@Suite struct LayoutTests {
  /// A measure with the F1 that must be reached over all layouts, and in the worst of them.
  struct Target: Sendable, CustomTestStringConvertible {
    var measure: String
    var overall: Double
    var worst: Double
    var testDescription: String { measure }

    init(_ measure: String, _ overall: Double, _ worst: Double) { (self.measure, self.overall, self.worst) = (measure, overall, worst) }
  }

  static let targets = [
    Target("paragraph", 0.99, 0.95), Target("paragraph.title", 0.99, 0.95), Target("paragraph.diarienummer", 0.99, 0.95),
    Target("paragraph.process_code", 0.99, 0.95), Target("decisions", 0.98, 0.93), Target("motions", 0.98, 0.93),
    Target("motions.mover", 0.95, 0.90), Target("recipients", 0.95, 0.90), Target("basis", 0.95, 0.90),
    Target("paragraph.outcome", 0.97, 0.90), Target("votes", 0.97, 0.90), Target("votes.names", 0.97, 0.90),
    Target("votes.yes_means", 0.95, 0.90), Target("votes.no_means", 0.95, 0.90), Target("reservations", 0.97, 0.90),
    Target("recusals", 0.97, 0.90), Target("statements", 0.95, 0.90), Target("references", 0.97, 0.90),
    Target("meeting.place", 0.97, 0.90), Target("meeting.start", 0.97, 0.90), Target("meeting.end", 0.97, 0.90),
    Target("meeting.members", 0.97, 0.90), Target("meeting.substitutes", 0.97, 0.90), Target("meeting.others", 0.97, 0.90),
    Target("meeting.adjusters", 0.97, 0.90), Target("meeting.adjustment", 0.97, 0.90), Target("meeting.paragraphs", 0.97, 0.90),
    Target("meeting.notice", 0.97, 0.90),
    Target("document.type", 0.99, 0.95), Target("document.municipality", 0.99, 0.95), Target("document.body", 0.99, 0.95),
    Target("document.date", 0.99, 0.95), Target("document.year", 0.99, 0.95),
  ]

  /// Layout -> the scores of its documents, which are named LAYOUT-MEETING.
  private static let boards = Result {
    let reader = try CorpusDocument.makeReader()
    return try CorpusDocument.layouts.get().reduce(into: [String: Board]()) { boards, document in
      let layout = String(document.name.prefix { $0 != "-" })
      boards[layout, default: Board()].add(try document.compare(reader.read(path: document.path).facts))
    }
  }

  @Test func thereAreEnoughOfThem() throws { #expect(try Self.boards.get().count >= 30) }

  @Test(arguments: targets)
  func isReachedInEveryLayout(_ target: Target) throws {
    let boards = try Self.boards.get()
    let total = boards.values.reduce(into: Board()) { $0.add($1) }
    #expect(total[target.measure].f1 >= target.overall, "över alla uppställningar: \(total[target.measure].f1)")
    for (layout, board) in boards.sorted(by: { $0.key < $1.key }) where board[target.measure].gold > 0 {
      #expect(board[target.measure].f1 >= target.worst, "\(layout): \(board[target.measure].f1)\n\(board.list(target.measure))")
    }
  }

  @Test func everyMeasureHasATarget() throws {
    let measured = try Self.boards.get().values.flatMap(\.measures)
    #expect(Set(Self.targets.map(\.measure)) == Set(measured))
  }
}
