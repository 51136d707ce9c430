internal import Archive
internal import Facts

/// What the template `sammantrade` shows.
struct MeetingModel: Sendable {
  let heading: String
  let trail: [Link]
  let documentAddress: String
  let source: String
  let notices: [String]
  let details: [Detail]
  let groups: [PeopleGroup]
  let hasFrontPage: Bool
  let sums: [OutcomeSum]
  let paragraphs: [MeetingLine]

  /// A line of what the front page says.
  struct Detail: Sendable {
    let name: String
    let value: String
    let address: String?
  }

  /// How many § had an outcome.
  struct OutcomeSum: Sendable {
    let outcome: Outcome
    let count: String
  }

  init(_ document: OpenDocument) {
    let entry = document.entry
    let names = DocumentNames(entry)
    heading = names.heading
    trail = [Link("Organ", "/organ"), Link(names.body, Address.body(entry.document.body, municipality: entry.document.municipality))]
    documentAddress = Address.document(document.id)
    source = entry.document.source
    notices = DocumentNotices.notices(of: document)
    let meeting = document.facts.meeting
    hasFrontPage = meeting != nil
    details = meeting.map { MeetingDetails($0, document).lines } ?? []
    groups = meeting.map { PeopleGroup.groups(of: $0, document) } ?? []
    let outcomes = Dictionary(grouping: document.facts.paragraphs.compactMap(\.outcome)) { $0 }.mapValues(\.count)
    sums = outcomes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap { key, count in
      Outcome(key).map { OutcomeSum(outcome: $0, count: "\(count)") }
    }
    paragraphs = zip(document.facts.paragraphs, document.paragrafKeys).map { MeetingLine($0, key: $1, document) }
  }
}

/// A § in the list of a meeting.
struct MeetingLine: Sendable {
  let number: String
  let title: String
  let address: String
  let outcome: Outcome?
  let caseNumber: Link?
  /// "2 reservationer", "votering 31–18".
  let remarks: String

  init(_ paragraf: ParagrafFacts, key: String, _ document: OpenDocument) {
    number = "§\u{A0}\(paragraf.designation)"
    title = paragraf.title ?? "utan rubrik"
    address = Address.document(document.id, DocumentPart(paragraf: key))
    outcome = Outcome(paragraf.outcome)
    caseNumber = paragraf.diarienummer.map { Link($0, Address.caseNumber($0, municipality: document.entry.document.municipality)) }
    let votes = paragraf.votes.compactMap { vote in vote.yes.flatMap { yes in vote.no.map { "votering \(yes)–\($0)" } } }
    let dissent = paragraf.reservations.isEmpty ? [] : [Words.count(paragraf.reservations.count, "reservation", "reservationer")]
    let immediate = paragraf.immediateApproval ? ["omedelbart justerad"] : []
    remarks = (votes + dissent + immediate).joined(separator: ", ")
  }
}

/// Those who were there in one capacity.
struct PeopleGroup: Sendable {
  let name: String
  let count: String
  let people: [Person]

  struct Person: Sendable {
    let name: String
    let details: String
    let address: String?
  }

  static func groups(of meeting: Meeting, _ document: OpenDocument) -> [PeopleGroup] {
    let all = [
      ("Beslutande", meeting.members), ("Tjänstgörande ersättare", meeting.substitutes), ("Övriga närvarande", meeting.others),
      ("Justerare", meeting.adjusters),
    ]
    return all.filter { !$0.1.isEmpty }.map { name, people in
      PeopleGroup(name: name, count: "\(people.count)", people: people.map { person($0, document) })
    }
  }

  private static func person(_ attendee: Attendee, _ document: OpenDocument) -> Person {
    let replaces = attendee.replaces.map { "ersätter \($0)" }
    let details = [attendee.party, attendee.role, replaces, attendee.presence].compactMap { $0 }.joined(separator: ", ")
    return Person(name: attendee.name, details: details, address: MeetingDetails.address(attendee.source, document))
  }
}

/// The lines of a front page that are no people.
struct MeetingDetails {
  private let meeting: Meeting
  private let document: OpenDocument

  init(_ meeting: Meeting, _ document: OpenDocument) {
    self.meeting = meeting
    self.document = document
  }

  var lines: [MeetingModel.Detail] {
    let hours = [meeting.start, meeting.end].compactMap { $0 }.joined(separator: "–")
    let adjustment = [meeting.adjustment?.place, meeting.adjustment?.date, meeting.adjustment?.time].compactMap { $0 }
    let notice = meeting.notice
    let posted = [notice?.posted.map { "uppsatt \($0)" }, notice?.removed.map { "nedtaget \($0)" }].compactMap { $0 }
    let all: [(String, String, Evidence?)] = [
      ("Plats", meeting.place ?? "", meeting.source), ("Dag", meeting.date ?? "", meeting.source), ("Tid", hours, meeting.source),
      ("Antal närvarande enligt protokollet", meeting.count.map(String.init) ?? "", meeting.source),
      ("Paragrafer", meeting.paragraphs.map { "§§ \($0.first)–\($0.last)" } ?? "", meeting.paragraphs?.source),
      ("Justering", adjustment.joined(separator: ", "), meeting.adjustment?.source),
      ("Anslag", posted.joined(separator: ", "), notice?.source), ("Protokollet förvaras", notice?.kept ?? "", notice?.source),
    ]
    return all.filter { !$0.1.isEmpty }.map { name, value, source in
      MeetingModel.Detail(name: name, value: value, address: Self.address(source, document))
    }
  }

  /// The page on which it stands, with its place marked; nil where that is not known.
  static func address(_ source: Evidence?, _ document: OpenDocument) -> String? {
    guard let source else { return nil }
    return Address.document(document.id, DocumentPart(page: source.page, marks: Marks(source, onPage: source.page).text))
  }
}
