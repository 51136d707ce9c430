import Foundation

/// A place that a search found.
struct Found: Hashable {
  /// The file's name.
  var source: String
  /// Nil for a report's section.
  var paragraph: Int?
  var heading: String
}

/// What is measured: anything that answers a query with places, best first.
protocol SearchUnderTest {
  func answer(_ query: String) throws -> [Found]
}

/// How well a search answers the relevance set.
struct Score: CustomStringConvertible {
  private(set) var gains: [Double] = []
  private(set) var firsts: [Bool] = []
  private(set) var silences: [Bool] = []
  /// What was answered badly, for the one who mends it.
  private(set) var remarks: [String] = []

  /// The mean of the queries' normalised discounted cumulative gain over the first ten.
  var nDCG: Double { gains.isEmpty ? 0 : gains.reduce(0, +) / Double(gains.count) }
  /// The share of the queries whose first answer has the best grade that one can have.
  var success: Double { firsts.isEmpty ? 0 : Double(firsts.count(where: { $0 })) / Double(firsts.count) }
  /// The share of the queries without an answer that get none.
  var silence: Double { silences.isEmpty ? 1 : Double(silences.count(where: { $0 })) / Double(silences.count) }

  init(of search: any SearchUnderTest, on set: RelevanceSet) throws {
    for query in set.queries { add(query, try search.answer(query.text)) }
  }

  private mutating func add(_ query: RelevanceSet.Query, _ found: [Found]) {
    guard !query.judgments.isEmpty else {
      silences.append(found.isEmpty)
      if !found.isEmpty { remarks.append("\(query.text): \(found.count) svar, ska ha inget (\(Self.names(found)))") }
      return
    }
    let grades = Self.grades(found, query.judgments)
    let best = query.judgments.map(\.grade).max() ?? 0
    let gain = Self.gain(grades) / Self.gain(query.judgments.map(\.grade).sorted(by: >))
    gains.append(gain)
    firsts.append(grades.first == best)
    if gain < 0.8 || grades.first != best {
      remarks.append("\(query.text): nDCG \(String(format: "%.2f", gain)) [\(query.kind)] \(grades) (\(Self.names(found)))")
    }
  }

  private static let depth = 10

  /// The grade of each place; what is wanted counts once.
  private static func grades(_ found: [Found], _ judgments: [RelevanceSet.Judgment]) -> [Int] {
    var left = judgments
    return found.prefix(depth).map { place in
      guard let index = left.firstIndex(where: { $0.holds(place) }) else { return 0 }
      return left.remove(at: index).grade
    }
  }

  private static func gain(_ grades: [Int]) -> Double {
    zip(grades, 1...depth).map { grade, rank in (pow(2, Double(grade)) - 1) / log2(Double(rank + 1)) }.reduce(0, +)
  }

  private static func names(_ found: [Found]) -> String {
    found.prefix(3).map { "\($0.source.prefix(12)) \($0.paragraph.map { "§ \($0)" } ?? String($0.heading.prefix(24)))" }.joined(
      separator: ", ")
  }

  var description: String {
    String(
      format: "nDCG@10 %.3f, success@1 %.3f (%d frågor), inget svar %.3f (%d frågor)", nDCG, success, gains.count, silence, silences.count)
  }
}
