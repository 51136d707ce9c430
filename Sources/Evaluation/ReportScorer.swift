/// Compares goals, assignments, sums, tables and key figures.
struct ReportScorer {
  var board = Board()

  /// A goal may stand several times, once for each assessment: text and outcome decide together which is which.
  mutating func compareGoals(_ gold: [JSONValue], with found: [JSONValue]) {
    let (wanted, have) = (gold.map(Named.init), found.map(Named.init))
    let pairs = board.match(
      "goals", wanted, have, least: 0.8, named: { "\($0.value["outcome"].text): \($0.text)" },
      alike: { $0.compared.similarity(to: $1.compared) + ($0.value["outcome"].text == $1.value["outcome"].text ? 0.05 : 0) })
    let wrong = pairs.filter { wanted[$0.gold].value["outcome"].text != have[$0.found].value["outcome"].text }
    board.count("goals.outcome", hit: pairs.count - wrong.count, gold: gold.count, found: found.count)
    for pair in wrong {
      let (true_, read) = (wanted[pair.gold], have[pair.found])
      board.miss("goals.outcome", .wrong, "\(true_.value["outcome"].text), läst som \(read.value["outcome"].text): \(true_.text)")
    }
  }

  mutating func compareAssignments(_ gold: [JSONValue], with found: [JSONValue]) {
    let (wanted, have) = (gold.map(Named.init), found.map(Named.init))
    let pairs = board.match("assignments", wanted, have, least: 0.8, named: \.text) { $0.compared.similarity(to: $1.compared) }
    for pair in pairs {
      board.compareFields("assignments", ["status", "start", "end"], gold: wanted[pair.gold].value, found: have[pair.found].value)
    }
  }

  /// The same sum, whatever its sign, in a like sentence: the quotes decide which of several it is.
  mutating func compareAmounts(_ gold: [JSONValue], with found: [JSONValue]) {
    let (wanted, have) = (gold.map(Quoted.init), found.map(Quoted.init))
    let pairs = board.match("amounts", wanted, have, least: 1.25, named: \.named) { a, b in
      guard let first = a.kronor, let second = b.kronor, abs(abs(first) - abs(second)) <= 0.5 else { return 0 }
      return 1 + a.quote.similarity(to: b.quote)
    }
    let wrong = pairs.filter { wanted[$0.gold].kind != have[$0.found].kind }
    board.count("amounts.kind", hit: pairs.count - wrong.count, gold: pairs.count, found: pairs.count)
    for pair in wrong {
      board.miss(
        "amounts.kind", .wrong, "\(wanted[pair.gold].kind), läst som \(have[pair.found].kind): \(wanted[pair.gold].value["quote"].text)")
    }
    let withSubject = pairs.filter { !wanted[$0.gold].subject.isEmpty }
    board.count(
      "amounts.subject",
      hit: withSubject.count { Self.isSameSubject(wanted[$0.gold].subject, have[$0.found].subject) },
      gold: withSubject.count, found: pairs.count { !have[$0.found].subject.isEmpty })
  }

  private struct Quoted {
    let value: JSONValue
    let quote: ComparedText
    var kronor: Double? { value["value_sek"]?.number }
    var kind: String { value["kind"].text }
    var subject: String { value["subject"].text }
    var named: String { "\(value["as_written"].text) (\(kind)): \(value["quote"].text)" }

    init(_ value: JSONValue) {
      self.value = value
      quote = ComparedText(value["quote"].text)
    }
  }

  /// Whether two short descriptions name the same thing: one holds at least 60 % of the other's words, a content word among them. A description
  /// of more than 15 words names nothing.
  private static func isSameSubject(_ gold: String, _ found: String) -> Bool {
    let (first, second) = (ComparedText(gold), ComparedText(found))
    guard first.length > 0, second.length > 0, second.length <= 15 else { return false }
    let common = first.words.intersection(second.words)
    let share = Double(common.count) / Double(min(first.words.count, second.words.count))
    return share >= 0.6 && common.contains { $0.unicodeScalars.count > 3 }
  }

  mutating func compareIndicators(_ gold: [JSONValue], with found: [JSONValue]) {
    struct Figure {
      var name: ComparedText
      var year: String
      var cell: Cell
      var written: String
    }
    let flat = { (indicators: [JSONValue]) -> [Figure] in
      indicators.flatMap { indicator in
        (indicator["values"]?.fields ?? []).filter { !$0.value.text.isEmpty }.map {
          Figure(
            name: ComparedText(indicator["name"].text), year: $0.key, cell: Cell($0.value.text),
            written: "\(indicator["name"].text), \($0.key): \($0.value.text)")
        }
      }
    }
    board.match("indicators", flat(gold), flat(found), least: 0.7, named: \.written) {
      $0.year == $1.year && $0.cell.equals($1.cell) ? $0.name.similarity(to: $1.name) : 0
    }
  }
}
