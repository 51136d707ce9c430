import Facts
import Versions

/// What differs between two versions of minutes, for a person.
enum DiffText {
  static func text(of difference: MeetingDifference, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    text.entry(name(difference.old), mark: "− ")
    text.entry(name(difference.new), mark: "+ ")
    if !difference.isSameMeeting { text.entry("Filerna ser ut att vara från olika sammanträden.") }
    text.addChanges("Sammanträdet", difference.document)
    text.add("Bara i den senare", difference.added)
    text.add("Bara i den tidigare", difference.removed)
    for paragraf in difference.changed { text.add(paragraf) }
    text.blank()
    text.entry(summary(difference))
    return text.string
  }

  private static func name(_ document: DocumentFacts) -> String {
    [VersionText.named(document.source, document.version), document.title].compactMap { $0 }.joined(separator: " · ")
  }

  private static func summary(_ difference: MeetingDifference) -> String {
    let same = "\(difference.same) § lika"
    if difference.isEmpty { return "Ingen skillnad: \(same)." }
    let parts = [(difference.changed.count, "ändrade"), (difference.added.count, "tillkomna"), (difference.removed.count, "borttagna")]
    return (parts.filter { $0.0 > 0 }.map { "\($0.0) § \($0.1)" } + [same]).joined(separator: ", ") + "."
  }

  static func name(_ part: MeetingDifference.Part) -> String {
    switch part {
    case .number: "Nummer"
    case .title: "Rubrik"
    case .diarienummer: "Diarienummer"
    case .processCode: "Klassificering"
    case .lead: "Inledning till beslutet"
    case .motions: "Yrkanden"
    case .decisions: "Beslut"
    case .outcome: "Utgång"
    case .votes: "Votering"
    case .reservations: "Reservationer"
    case .recusals: "Jäv"
    case .recipients: "Mottagare"
    case .basis: "Underlag"
    case .references: "Hänvisningar"
    case .statements: "Anteckningar och yttranden"
    case .immediateApproval: "Omedelbar justering"
    case .confidential: "Sekretess"
    case .text: "Övrig text"
    case .place: "Plats"
    case .hours: "Tid"
    case .members: "Beslutande"
    case .substitutes: "Tjänstgörande ersättare"
    case .others: "Övriga närvarande"
    case .adjusters: "Justerare"
    case .adjustment: "Justering"
    case .range: "Paragrafer"
    case .notice: "Anslag"
    }
  }
}

extension TextLayout {
  fileprivate mutating func add(_ name: String, _ headings: [MeetingDifference.Heading]) {
    if headings.isEmpty { return }
    heading(name)
    for paragraf in headings { entry(Self.title(paragraf), mark: "– ", indent: 2, place: Self.page(paragraf.page)) }
  }

  fileprivate mutating func add(_ paragraf: MeetingDifference.ParagrafChange) {
    let pages = [paragraf.old.page, paragraf.new.page].compactMap { $0 }
    let place = Set(pages).count > 1 ? "sida \(pages[0]) → \(pages[1])" : Self.page(pages.first)
    addChanges("\(Self.title(paragraf.new)) (\(place))", paragraf.changes)
  }

  fileprivate mutating func addChanges(_ title: String, _ changes: [MeetingDifference.Change]) {
    if changes.isEmpty { return }
    heading(title)
    for change in changes {
      entry(DiffText.name(change.part), indent: 2)
      for item in change.old { entry(item.text, mark: "− ", indent: 4, place: Self.page(item.page)) }
      for item in change.new { entry(item.text, mark: "+ ", indent: 4, place: Self.page(item.page)) }
    }
  }

  private static func title(_ paragraf: MeetingDifference.Heading) -> String {
    ["§\u{A0}\(paragraf.number)", paragraf.title].compactMap { $0 }.joined(separator: " ")
  }

  private static func page(_ page: Int?) -> String { page.map { "sida \($0)" } ?? "" }
}
