internal import Facts

/// What the front page says beside what the minutes hold: § that are missing or too many, more who vote than are there.
struct MeetingChecks {
  let facts: FactsDocument

  func doubts() -> [Doubt] {
    guard let meeting = facts.meeting else { return [] }
    return range(meeting) + count(meeting) + attendance(meeting)
  }

  private func range(_ meeting: Meeting) -> [Doubt] {
    guard let range = meeting.paragraphs, !facts.paragraphs.isEmpty else { return [] }
    let said = range.first == range.last ? "§ \(range.first)" : "§ \(range.first)–\(range.last)"
    let numbers = facts.paragraphs.map(\.number)
    let between = (numbers.min() ?? 0)...(numbers.max() ?? 0)
    // A gap between two § is reported where it stands.
    let missing = (range.first...range.last).filter { !between.contains($0) }
    var doubts: [Doubt] = []
    if !missing.isEmpty {
      doubts.append(Doubt(message: "Första sidan säger \(said), men \(Self.list(missing)) hittades inte.", page: range.source?.page))
    }
    for paragraf in facts.paragraphs where !(range.first...range.last).contains(paragraf.number) {
      doubts.append(
        Doubt(message: "§ \(paragraf.designation) finns i protokollet, men första sidan säger \(said).", page: paragraf.source?.page))
    }
    return doubts
  }

  /// The number that the front page gives is that of those it names: of the members alone, or with the substitutes who serve.
  private func count(_ meeting: Meeting) -> [Doubt] {
    guard let said = meeting.count, !meeting.members.isEmpty else { return [] }
    let present = Set((meeting.members + meeting.substitutes).map(\.name)).count
    if said == present || said == meeting.members.count { return [] }
    let page = meeting.members.first?.source?.page
    return [Doubt(message: "Första sidan säger att \(said) är närvarande, men namnger \(present).", page: page)]
  }

  /// Those who vote are among those who are listed.
  private func attendance(_ meeting: Meeting) -> [Doubt] {
    let present = Set((meeting.members + meeting.substitutes).map(\.name)).count
    guard !meeting.members.isEmpty else { return [] }
    return facts.paragraphs.flatMap { paragraf in
      paragraf.votes.compactMap { vote in
        let voters = (vote.yes ?? 0) + (vote.no ?? 0) + (vote.abstain ?? 0)
        guard voters > present else { return nil }
        let message = "§ \(paragraf.designation): \(voters) röster är fler än de \(present) som första sidan har som beslutande."
        return Doubt(message: message, page: vote.source?.page)
      }
    }
  }

  private static func list(_ numbers: [Int]) -> String {
    guard let first = numbers.first, let last = numbers.last, numbers.count > 1 else { return numbers.map { "§ \($0)" }.joined() }
    return last - first + 1 == numbers.count ? "§ \(first)–\(last)" : numbers.map { "§ \($0)" }.joined(separator: ", ")
  }
}
