internal import Corrections
internal import Facts

/// One vote: the tally as a bar, and who voted what.
struct VoteModel: Sendable {
  let fact: FactLine
  let groups: [Group]
  let meanings: [String]
  let bar: [Part]
  let hasBar: Bool
  let barText: String
  let hasNames: Bool

  /// Those who voted alike.
  struct Group: Sendable {
    let name: String
    let style: String
    let count: String
    let names: [String]
    let hasNames: Bool
  }

  /// A stretch of the bar, in percent of its length.
  struct Part: Sendable {
    let style: String
    let start: Double
    let length: Double
  }

  init(_ vote: Vote, number: Int, in document: OpenDocument, _ choice: DocumentChoice) {
    let all = [
      ("Ja", "yes", vote.yes, vote.yesNames), ("Nej", "no", vote.no, vote.noNames),
      ("Avstår", "abstain", vote.abstain, vote.abstainNames), ("Frånvarande", "absent", vote.absent, vote.absentNames),
    ]
    groups = all.filter { $0.2 != nil || !$0.3.isEmpty }.map { name, style, count, names in
      Group(name: name, style: style, count: count.map(String.init) ?? "–", names: names, hasNames: !names.isEmpty)
    }
    let tally = groups.map { "\($0.name.lowercased()) \($0.count)" }.joined(separator: ", ")
    fact = FactLine(.vote, number, text: tally, source: vote.source, in: document, choice)
    meanings = [vote.yesMeans.map { "Ja: \($0)" }, vote.noMeans.map { "Nej: \($0)" }].compactMap { $0 }
    let counts = all.prefix(3).map { (style: $0.1, count: $0.2 ?? 0) }
    bar = Self.parts(counts)
    // One side alone says nothing of how it went.
    hasBar = vote.yes != nil && vote.no != nil && !bar.isEmpty
    barText = "Votering: \(tally)"
    hasNames = groups.contains(where: \.hasNames)
  }

  private static func parts(_ counts: [(style: String, count: Int)]) -> [Part] {
    let sum = counts.map(\.count).reduce(0, +)
    guard sum > 0 else { return [] }
    var start = 0.0
    return counts.filter { $0.count > 0 }.map { style, count in
      let length = (Double(count) / Double(sum) * 1000).rounded() / 10
      defer { start += length }
      return Part(style: style, start: start, length: length)
    }
  }
}
