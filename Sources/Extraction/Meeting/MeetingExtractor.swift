internal import Documents
internal import Facts
internal import Foundation
internal import Language
internal import Pages
internal import Rules

/// Reads the fields of the front page: who met, where and when, who approves the minutes, and the notice.
struct MeetingExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker
  let document: MunicipalDocument

  /// Nil where the document has no front page.
  func meeting() -> Meeting? {
    var meeting = Meeting()
    var isAfterContents = false
    let listed = AttendanceLists(rules: rules, evidence: evidence, document: document).find(in: outsideParagrafer)
    for field in document.frontFields where !isSignature(field) && !listed.lines.contains(field.label) {
      var field = field
      field.cells.removeAll { listed.lines.contains($0.line) }
      if field.kind == "contents" { isAfterContents = !meeting.members.isEmpty }
      // Who is to present a matter is told in the list of matters; who was there, before it.
      if !(isAfterContents && field.kind == "others") { read(field, into: &meeting) }
    }
    takeMembers(listed, into: &meeting)
    if !listed.others.isEmpty {
      meeting.others = listed.others + meeting.others.filter { other in !listed.others.contains { $0.name == other.name } }
    }
    if meeting.adjusters.isEmpty { readSigned(into: &meeting) }
    if meeting.adjusters.isEmpty { readChosen(into: &meeting) }
    guard meeting != Meeting() else { return nil }
    // The day may stand in the running head alone.
    if document.frontMatter.type == "protokoll" { meeting.date = meeting.date ?? document.frontMatter.date }
    return meeting
  }

  /// A front page may name the members and an appendix tick them off: they are listed once. Where the front page names fewer, it is those who sign.
  private func takeMembers(_ listed: AttendanceLists.Found, into meeting: inout Meeting) {
    guard listed.members.count > meeting.members.count else { return }
    let named = meeting.members
    meeting.members = listed.members.map { member in
      var member = member
      member.role = member.role ?? named.first { $0.name == member.name }?.role
      return member
    }
    meeting.substitutes =
      meeting.substitutes.filter { known in !listed.substitutes.contains { $0.name == known.name } } + listed.substitutes
  }

  /// The lines before the first § and those from the last on: an attendance list stands at either end.
  private var outsideParagrafer: [LineReference] {
    guard let first = document.paragrafer.first?.heading, let last = document.paragrafer.last?.heading else { return [] }
    return document.body.filter { $0.isBefore(first) || last.isBefore($0) }
  }

  /// A field with a line to sign on tells who signs, not what the meeting decided. Below other fields than those of people the line is of what follows.
  private func isSignature(_ field: FrontField) -> Bool {
    if field.kind == "signature" { return true }
    let lines = field.cells.filter(\.isLeader)
    return Self.signed.contains(field.kind) ? !lines.isEmpty : lines.contains { $0.line == field.label }
  }

  private static let signed: Set<String> = ["chair", "secretary", "adjusters", "adjuster_substitutes", "members"]

  private func read(_ field: FrontField, into meeting: inout Meeting) {
    switch field.kind {
    case "when", "date": readWhen(field, into: &meeting)
    case "members", "serving", "substitutes", "idle", "others", "chair", "secretary": readPeople(field, into: &meeting)
    case "adjusters": readAdjusters(field, into: &meeting)
    case "adjustment": readAdjustment(field, into: &meeting)
    case "count": meeting.count = meeting.count ?? count(field)
    case "paragraphs": if meeting.paragraphs == nil { meeting.paragraphs = range(joined(field), inSentence: false)?.range }
    case "body", "posted", "removed", "kept": readNotice(field, into: &meeting)
    default: break
    }
  }

  // MARK: Place and time

  private func readWhen(_ field: FrontField, into meeting: inout Meeting) {
    if field.isNotice { return readNotice(field, into: &meeting) }
    let text = joined(field)
    let said = WhenAndWhere(text.bytes, rules: rules)
    if meeting.source == nil { meeting.source = source(text, field) }
    meeting.date = meeting.date ?? said.date
    guard field.kind == "when" else { return }
    meeting.place = meeting.place ?? said.place
    if meeting.start == nil { (meeting.start, meeting.end) = (said.start, said.end) }
  }

  private func readAdjustment(_ field: FrontField, into meeting: inout Meeting) {
    let text = joined(field)
    readDesignated(text, into: &meeting)
    if meeting.paragraphs == nil { meeting.paragraphs = range(text, inSentence: true)?.range }
    var said = WhenAndWhere(text.bytes, rules: rules)
    // Some § are approved one day and the others another: then there is no one day.
    if Set(DateScanner.scan(text.bytes).compactMap(\.date.date)).count > 1 { (said.date, said.start) = (nil, nil) }
    said.date = said.date ?? said.day.flatMap(dayAfterMeeting)
    guard said.place != nil || said.date != nil || said.start != nil else { return }
    var adjustment = meeting.adjustment ?? Adjustment(source: source(text, field))
    adjustment.place = adjustment.place ?? said.place
    adjustment.date = adjustment.date ?? said.date
    adjustment.time = adjustment.time ?? said.start
    meeting.adjustment = adjustment
  }

  /// The day whose year is unsaid ("måndag 6 april"): minutes are approved soon after the meeting. Nil where it is not known when that was.
  private func dayAfterMeeting(_ day: PartialDate) -> String? {
    guard let met = document.frontMatter.date.flatMap(DocumentDate.init(iso:)), let date = day.nearest(to: met), date >= met else {
      return nil
    }
    return date.iso
  }

  // MARK: People

  private func readPeople(_ field: FrontField, into meeting: inout Meeting) {
    let entries = reader.entries(in: field)
    let isOfParties = entries.count { $0.attendee.party != nil } * 2 > entries.count
    for entry in entries {
      var attendee = entry.attendee
      switch field.kind {
      case "members" where isOfParties && rules.isOfficial(attendee): meeting.others.append(attendee)
      case "serving", "substitutes":
        if let substitute = entry.substitute {
          meeting.substitutes.append(substitute)
        } else {
          addSubstitute(entry, of: field, among: entries, to: &meeting)
        }
      case "adjusters": addAdjuster(entry, to: &meeting)
      case "members" where entry.substitute != nil:
        if let substitute = entry.substitute, !entries.contains(where: { $0.attendee.name == substitute.name }) {
          meeting.substitutes.append(substitute)
        }
      case "members" where attendee.replaces == nil && !(entry.isStandIn && entry.serves == true): addMember(attendee, to: &meeting)
      case "members": meeting.substitutes.append(attendee)
      case "idle":
        attendee.role = attendee.role ?? "ej tjänstgörande ersättare"
        meeting.others.append(attendee)
      case "chair":
        attendee.role = attendee.role ?? "ordförande"
        if !name(attendee, in: &meeting.members) { meeting.members.append(attendee) }
      case "secretary":
        attendee.role = attendee.role ?? "sekreterare"
        if !name(attendee, in: &meeting.others) { meeting.others.append(attendee) }
      default:
        if entry.isStandIn { attendee.role = attendee.role ?? "ersättare" }
        meeting.others.append(attendee)
      }
    }
  }

  private func addSubstitute(
    _ entry: AttendeeReader.Entry, of field: FrontField, among entries: [AttendeeReader.Entry], to meeting: inout Meeting
  ) {
    var attendee = entry.attendee
    // Behind substitutes with their parties a running list goes on with officials, who have none.
    if attendee.party == nil, entries.contains(where: { $0.attendee.party != nil }), field.kind == "substitutes" {
      return meeting.others.append(attendee)
    }
    if field.kind == "serving" || attendee.replaces != nil || entry.serves == true { return meeting.substitutes.append(attendee) }
    attendee.role = attendee.role ?? (entry.serves == false ? "ej tjänstgörande ersättare" : "ersättare")
    meeting.others.append(attendee)
  }

  private var reader: AttendeeReader {
    AttendeeReader(rules: rules, evidence: evidence, slack: slack, hyphenation: document.hyphenation)
  }

  /// Each who approves the minutes once, though they are named again where they sign. Who stands in for them approves nothing.
  private func addAdjuster(_ entry: AttendeeReader.Entry, to meeting: inout Meeting) {
    guard !entry.isStandIn, !meeting.adjusters.contains(where: { $0.name == entry.attendee.name }) else { return }
    meeting.adjusters.append(entry.attendee)
  }

  /// A member whom a field of the chair named before is on the list once, as the list has them: who signs does so without a party.
  private func addMember(_ attendee: Attendee, to meeting: inout Meeting) {
    let isKnown = { (known: Attendee) in
      known.role != nil && known.name == attendee.name && (known.party == nil || known.party == attendee.party)
    }
    guard let index = meeting.members.firstIndex(where: isKnown) else {
      return meeting.members.append(attendee)
    }
    let role = meeting.members[index].role
    meeting.members[index] = attendee
    meeting.members[index].role = attendee.role ?? role
  }

  /// Those who approve the minutes. A sentence behind them may tell which § they are: it is no name.
  private func readAdjusters(_ field: FrontField, into meeting: inout Meeting) {
    let text = joined(field)
    guard let told = range(text, inSentence: true) else { return readPeople(field, into: &meeting) }
    meeting.paragraphs = meeting.paragraphs ?? told.range
    let isBetween = { (byte: UInt8) in byte == 0x20 || byte == UInt8(ascii: ".") }
    let end = text.bytes[..<told.place.lowerBound].lastIndex { !isBetween($0) }.map { $0 + 1 } ?? 0
    for entry in reader.entries(in: text, 0..<end) { addAdjuster(entry, to: &meeting) }
  }

  /// Those who approve the minutes where a sentence of the field says it.
  private func readDesignated(_ text: PlacedText, into meeting: inout Meeting) {
    for rule in rules.rules(in: .adjusterSentence, near: text.bytes) {
      guard let who = rule.firstMatch(in: text.bytes)?.range("who") else { continue }
      for entry in reader.entries(in: text, who) { addAdjuster(entry, to: &meeting) }
    }
  }

  /// Gives the one of the same name on the list the role; false where there is none.
  private func name(_ attendee: Attendee, in list: inout [Attendee]) -> Bool {
    guard let index = list.firstIndex(where: { $0.name == attendee.name }) else { return false }
    list[index].role = list[index].role ?? attendee.role
    return true
  }

  /// Minutes that name the justerare only where they sign.
  private func readSigned(into meeting: inout Meeting) {
    for field in document.frontFields where field.kind == "adjusters" && isSignature(field) { readPeople(field, into: &meeting) }
  }

  /// Of so many § at the start of a meeting one may tell who is to approve its minutes.
  private static let openingParagrafer = 5

  /// Those who approve the minutes as the § tells in which they are chosen, where nothing else names them.
  private func readChosen(into meeting: inout Meeting) {
    guard document.frontMatter.type == "protokoll" else { return }
    for section in document.paragrafer.prefix(Self.openingParagrafer).flatMap(\.sections) where section.kind == .decision {
      let passage = document.passage(section.lines)
      for rule in rules.rules(in: .adjusterSentence, near: passage.text) {
        guard let who = rule.firstMatch(in: passage.text)?.range("who") else { continue }
        let text = PlacedText(passage, who, hyphenation: document.hyphenation)
        for entry in reader.entries(in: text, 0..<text.bytes.count) { addAdjuster(entry, to: &meeting) }
      }
      guard meeting.adjusters.isEmpty else { return }
    }
  }

  /// How far apart what stands in one column may begin.
  private var slack: Double { document.pages.first?.size == nil ? 1 : 6 }

  /// How many the field says are present.
  private func count(_ field: FrontField) -> Int? {
    String(decoding: joined(field).bytes, as: UTF8.self).split { !$0.isNumber }.lazy.compactMap { Int($0) }.first
  }

  // MARK: § and notice

  /// The § of the minutes, with where in the text they are told.
  ///
  /// - Parameter inSentence: whether a sentence must say what the § are: those that it says are approved at once are not all of them.
  private func range(_ text: PlacedText, inSentence: Bool) -> (range: ParagrafRange, place: Range<Int>)? {
    for rule in rules.rules(in: .paragrafRange, near: text.bytes) where !inSentence || rule.gives["where"] == "mening" {
      guard let match = rule.firstMatch(in: text.bytes) else { continue }
      let values = rules.values(of: rule, for: match, in: text.bytes)
      guard let first = values["first"].flatMap({ Int($0) }) else { continue }
      let last = values["last"].flatMap { Int($0) } ?? first
      if last >= first {
        let source = text.evidence(match.range, rule: rule.id, by: evidence)
        return (ParagrafRange(first: first, last: last, source: source), match.range)
      }
    }
    return nil
  }

  private func readNotice(_ field: FrontField, into meeting: inout Meeting) {
    guard field.isNotice || field.kind != "body" else { return }
    let text = joined(field)
    let days = DateScanner.scan(text.bytes).compactMap(\.date.date?.iso)
    var notice = meeting.notice ?? Notice()
    switch field.kind {
    // "Socialnämnden §§ 82–84": whose minutes, and which § of them.
    case "body": notice.body = notice.body ?? line(field)?.split(separator: "§").first?.trimmingCharacters(in: [" ", ","])
    case "kept": notice.kept = notice.kept ?? line(field)
    case "removed": notice.removed = notice.removed ?? days.first
    case "posted":
      notice.posted = notice.posted ?? days.first
      if days.count == 2 { notice.removed = notice.removed ?? days[1] }
    default: notice.date = notice.date ?? days.first
    }
    guard notice != Notice() else { return }
    if notice.source == nil { notice.source = source(text, field) }
    meeting.notice = notice
  }

  /// The field's value, which stands in the first cell; what follows on the next row belongs to it where it goes on right below.
  private func line(_ field: FrontField) -> String? {
    guard let first = field.cells.first(where: { !$0.isLeader }) else { return nil }
    let below = field.cells.drop { $0.row <= first.row }.prefix { abs($0.x0 - first.x0) <= slack && $0.y - first.y < first.fontSize * 2.5 }
    var text = PlacedText(hyphenation: document.hyphenation)
    for cell in [first] + below { text.append(cell, joint: .space) }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func joined(_ field: FrontField) -> PlacedText {
    var text = PlacedText(hyphenation: document.hyphenation)
    for cell in field.cells where !cell.isLeader { text.append(cell, joint: .space) }
    return text
  }

  private func source(_ text: PlacedText, _ field: FrontField) -> Evidence {
    text.evidence(0..<text.bytes.count, rule: field.rule, by: evidence)
  }
}
