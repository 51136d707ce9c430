import Facts

/// What the front page says of a meeting, for a person.
extension TextLayout {
  mutating func add(_ meeting: Meeting) {
    heading("Sammanträdet")
    let hours = [meeting.start, meeting.end].compactMap { $0 }.joined(separator: "–")
    let when = [meeting.place, meeting.date, hours.isEmpty ? nil : "kl. \(hours)"].compactMap { $0 }.joined(separator: ", ")
    if !when.isEmpty { entry(when, indent: 2, place: Self.place(meeting.source)) }
    addPeople("Beslutande", meeting.members)
    addPeople("Tjänstgörande ersättare", meeting.substitutes)
    addPeople("Övriga närvarande", meeting.others)
    addPeople("Justerare", meeting.adjusters)
    if let range = meeting.paragraphs {
      entry("Paragrafer: §\u{A0}\(range.first)–\(range.last)", indent: 2, place: Self.place(range.source))
    }
    if let adjustment = meeting.adjustment {
      let parts = [adjustment.place, adjustment.date, adjustment.time.map { "kl. \($0)" }]
      entry("Justering: \(parts.compactMap { $0 }.joined(separator: ", "))", indent: 2, place: Self.place(adjustment.source))
    }
    if let notice = meeting.notice { add(notice) }
  }

  private mutating func addPeople(_ name: String, _ people: [Attendee]) {
    if people.isEmpty { return }
    entry(
      "\(name) (\(people.count)): " + people.map(Self.description).joined(separator: "; "), indent: 2, place: Self.place(people[0].source))
  }

  private mutating func add(_ notice: Notice) {
    let parts = [
      notice.body, notice.posted.map { "uppsatt \($0)" }, notice.removed.map { "tas ned \($0)" },
      notice.kept.map { "protokollet förvaras: \($0)" },
    ]
    let said = parts.compactMap { $0 }.joined(separator: ", ")
    if !said.isEmpty { entry("Anslag: \(said)", indent: 2, place: Self.place(notice.source)) }
  }

  private static func description(of person: Attendee) -> String {
    let name = person.name + (person.party.map { " (\($0))" } ?? "")
    let details = [person.role, person.replaces.map { "för \($0)" }, person.presence].compactMap { $0 }
    return ([name] + details).joined(separator: ", ")
  }
}
