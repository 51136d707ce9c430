import Evaluation
import Foundation

/// Scores as they are shown: a table over all documents, with the weakest of them, or JSON with the counts of each.
struct BoardText {
  let boards: [(name: String, board: Board)]

  private var total: Board { boards.reduce(into: Board()) { $0.add($1.board) } }

  /// One row a measure that came up.
  var table: String {
    let total = total
    var lines = [row("mått", "precision", "återgivning", "F1", "rätt/facit/funna", boards.count > 1 ? "svagast" : "")]
    for measure in total.measures where total[measure].gold + total[measure].found > 0 {
      let score = total[measure]
      lines.append(
        row(
          measure, figure(score.precision), figure(score.recall), figure(score.f1), "\(score.hit)/\(score.gold)/\(score.found)",
          boards.count > 1 ? weakest(measure) : ""))
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ measure: String, _ p: String, _ r: String, _ f1: String, _ counts: String, _ weakest: String) -> String {
    let columns = [padded(measure, 24), padded(p, 10), padded(r, 12), padded(f1, 7), padded(counts, 18), weakest]
    return columns.joined().replacing(#/\s+$/#, with: "")
  }

  private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(1, width - text.count)) }

  private func figure(_ value: Double) -> String { String(format: "%.3f", value) }

  private func weakest(_ measure: String) -> String {
    let scored = boards.filter { $0.board[measure].gold + $0.board[measure].found > 0 }
    guard let last = scored.min(by: { $0.board[measure].f1 < $1.board[measure].f1 }), last.board[measure].f1 < 1 else { return "" }
    return "\(figure(last.board[measure].f1)) \(last.name)"
  }

  /// One line a fact: the document, the measure, what is the matter, the fact.
  var misses: [String] {
    let kinds: [Miss.Kind: String] = [.missed: "saknas", .excess: "för mycket", .wrong: "fel"]
    return boards.flatMap { name, board in board.misses.map { "\(name)\t\($0.measure)\t\(kinds[$0.kind] ?? "")\t\($0.fact)" } }
  }

  /// `{"documents": {NAME: {MEASURE: {"hit", "gold", "found"}}}, "all": {MEASURE: {..., "f1"}}}`.
  var json: String {
    let counts = { (board: Board) in Dictionary(uniqueKeysWithValues: board.measures.map { ($0, Counts(board[$0])) }) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let all = All(documents: Dictionary(uniqueKeysWithValues: boards.map { ($0.name, counts($0.board)) }), all: counts(total))
    // Plain numbers and strings always encode.
    return (try? encoder.encode(all)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private struct All: Encodable {
    var documents: [String: [String: Counts]]
    var all: [String: Counts]
  }

  private struct Counts: Encodable {
    var hit, gold, found: Int
    var precision, recall, f1: Double

    init(_ score: Score) {
      (hit, gold, found) = (score.hit, score.gold, score.found)
      (precision, recall, f1) = (score.precision, score.recall, score.f1)
    }
  }
}
