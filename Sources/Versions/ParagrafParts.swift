internal import Facts

/// The parts of a § that are compared.
enum ParagrafParts {
  typealias Item = MeetingDifference.Item

  static func changes(_ old: ParagrafFacts, _ new: ParagrafFacts) -> [MeetingDifference.Change] {
    zip(parts(of: old), parts(of: new)).compactMap { before, after in ListChange.change(before.part, before.items, after.items) }
  }

  /// In the order in which they are shown.
  private static func parts(of paragraf: ParagrafFacts) -> [(part: MeetingDifference.Part, items: [Item])] {
    let page = paragraf.source?.page
    let one = { (text: String?) in text.map { [Item($0, page: page)] } ?? [] }
    let all = { (texts: [String]) in texts.map { Item($0, page: page) } }
    return [
      (.number, one("§ \(paragraf.designation)")), (.title, one(paragraf.title)), (.diarienummer, one(paragraf.diarienummer)),
      (.processCode, one(paragraf.processCode)), (.motions, paragraf.motions.map { Item($0.text, page: $0.source?.page ?? page) }),
      (.lead, one(paragraf.lead)), (.decisions, paragraf.decisions.map { Item($0.text, page: $0.source?.page ?? page) }),
      (.outcome, one(paragraf.outcome)), (.votes, paragraf.votes.map { Item(tally($0), page: $0.source?.page ?? page) }),
      (.reservations, paragraf.reservations.map { Item($0.text, page: $0.source?.page ?? page) }),
      (.statements, paragraf.statements.map { Item($0.text, page: $0.source?.page ?? page) }), (.recusals, all(paragraf.recusals)),
      (.basis, all(paragraf.basis)), (.recipients, all(paragraf.recipients)),
      (.references, paragraf.references.map { Item(named($0), page: $0.source?.page ?? page) }),
      (.immediateApproval, paragraf.immediateApproval ? all(["ja"]) : []), (.confidential, paragraf.confidential ? all(["ja"]) : []),
    ]
  }

  private static func named(_ reference: Reference) -> String {
    [reference.body, reference.date, "§ \(reference.paragraph)"].compactMap { $0 }.joined(separator: " ")
  }

  /// The tally, and who voted what where the minutes have the names.
  private static func tally(_ vote: Vote) -> String {
    let counts = [("ja", vote.yes), ("nej", vote.no), ("avstår", vote.abstain), ("frånvarande", vote.absent)]
    let names = [("ja", vote.yesNames), ("nej", vote.noNames), ("avstår", vote.abstainNames)].filter { !$0.1.isEmpty }
    let tally = counts.compactMap { name, count in count.map { "\(name) \($0)" } }.joined(separator: ", ")
    return ([tally] + names.map { "\($0): \($1.joined(separator: ", "))" }).joined(separator: "; ")
  }
}

/// The parts of the front page that are compared.
enum MeetingParts {
  typealias Item = MeetingDifference.Item

  /// None where one of the files has no front page: an extract has none.
  static func changes(_ old: Meeting?, _ new: Meeting?) -> [MeetingDifference.Change] {
    guard let old, let new else { return [] }
    return zip(parts(of: old), parts(of: new)).compactMap { before, after in ListChange.change(before.part, before.items, after.items) }
  }

  private static func parts(of meeting: Meeting) -> [(part: MeetingDifference.Part, items: [Item])] {
    let page = meeting.source?.page
    let hours = [meeting.start, meeting.end].compactMap { $0 }.joined(separator: "–")
    let adjustment = meeting.adjustment.map { [$0.place, $0.date, $0.time].compactMap { $0 }.joined(separator: ", ") }
    let notice = meeting.notice.map { notice in
      [notice.body, notice.posted.map { "uppsatt \($0)" }, notice.removed.map { "tas ned \($0)" }, notice.kept].compactMap { $0 }
        .joined(separator: ", ")
    }
    return [
      (.place, item(meeting.place, page)), (.hours, item(hours.isEmpty ? nil : hours, page)), (.members, people(meeting.members)),
      (.substitutes, people(meeting.substitutes)), (.others, people(meeting.others)), (.adjusters, people(meeting.adjusters)),
      (.adjustment, item(adjustment, meeting.adjustment?.source?.page)),
      (.range, item(meeting.paragraphs.map { "§ \($0.first)–\($0.last)" }, meeting.paragraphs?.source?.page)),
      (.notice, item(notice, meeting.notice?.source?.page)),
    ]
  }

  private static func item(_ text: String?, _ page: Int?) -> [Item] { text.map { [Item($0, page: page)] } ?? [] }

  private static func people(_ people: [Attendee]) -> [Item] {
    people.map { person in
      let name = person.name + (person.party.map { " (\($0))" } ?? "")
      let details = [person.role, person.replaces.map { "för \($0)" }, person.presence].compactMap { $0 }
      return Item(([name] + details).joined(separator: ", "), page: person.source?.page)
    }
  }
}
