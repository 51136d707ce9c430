internal import Facts

/// A side that a member can take in a vote.
enum VoteSide: String, CaseIterable {
  case yes, no, abstain, absent

  /// The numbers of a row below the heads of columns, each with the side of its column.
  static func counts(_ numbers: [Int], below columns: [VoteColumn]) -> [VoteSide: Int] {
    let sides = columns.sorted { $0.middle < $1.middle }.map(\.side)
    return Dictionary(zip(sides, numbers), uniquingKeysWith: { first, _ in first })
  }
}

/// Who voted what: names as written, parties included, in the order of the list.
struct Ballots {
  private(set) var names: [VoteSide: [String]] = [:]

  var isEmpty: Bool { names.isEmpty }

  func count(_ side: VoteSide) -> Int { names[side]?.count ?? 0 }

  /// How many took part or were absent.
  var total: Int { names.values.reduce(0) { $0 + $1.count } }

  mutating func add(_ name: String, _ side: VoteSide) {
    if names[side]?.contains(name) != true { names[side, default: []].append(name) }
  }

  /// Whether the vote has these names.
  func isGiven(to vote: Vote) -> Bool {
    vote.yesNames == names[.yes] ?? [] && vote.noNames == names[.no] ?? [] && vote.abstainNames == names[.abstain] ?? []
  }

  /// Whether the names are as many as the tally says, those who are absent left out.
  func fits(_ vote: Vote) -> Bool {
    count(.yes) == vote.yes ?? 0 && count(.no) == vote.no ?? 0 && (vote.abstain == nil || count(.abstain) == vote.abstain)
  }
}

extension Vote {
  var hasNames: Bool { !(yesNames.isEmpty && noNames.isEmpty && abstainNames.isEmpty) }

  mutating func take(_ ballots: Ballots) {
    yesNames = ballots.names[.yes] ?? []
    noNames = ballots.names[.no] ?? []
    abstainNames = ballots.names[.abstain] ?? []
    absentNames = ballots.names[.absent] ?? []
  }

  /// Takes the names away where a side has more of them than votes: they are those of another vote, or of several.
  mutating func dropExcess() {
    let sides = [(yes, yesNames.count), (no, noNames.count), (abstain, abstainNames.count)]
    if sides.contains(where: { votes, names in votes.map { $0 < names } ?? false }) { take(Ballots()) }
  }

  /// Where the names are more or fewer than the tally says: each side with both numbers, in Swedish. Nil where they agree or there are none.
  var difference: String? {
    guard hasNames else { return nil }
    let sides = [("ja", yes, yesNames.count), ("nej", no, noNames.count), ("avstår", abstain, abstainNames.count)]
    let wrong = sides.filter { $0.1 != nil && $0.1 != $0.2 }
    return wrong.isEmpty ? nil : wrong.map { "\($0.0) \($0.1 ?? 0) men \($0.2) namn" }.joined(separator: ", ")
  }
}
