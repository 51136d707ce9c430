internal import Documents
internal import Facts
internal import Foundation
internal import Pages
internal import Rules

/// Reads lists of those present: in a column or several, as a table, or as running text.
struct AttendeeReader {
  let rules: RuleSet
  let evidence: EvidenceMaker
  /// Points, or characters of plain text, by which what stands in one column may begin apart.
  let slack: Double
  let hyphenation: Hyphenation
  /// Whether nothing but names is listed: those who approve the minutes are given without what they are.
  private var isOfNames = false
  /// What footnotes say of the names that bear their marks.
  private var footnotes: [Place: FrontCell] = [:]

  init(rules: RuleSet, evidence: EvidenceMaker, slack: Double, hyphenation: Hyphenation) {
    (self.rules, self.evidence, self.slack, self.hyphenation) = (rules, evidence, slack, hyphenation)
  }

  /// Someone on the list, with what decides where they belong.
  struct Entry {
    var attendee: Attendee
    /// "tjänstgörande" or "ej tjänstgörande" stands with the name; nil where neither does.
    var serves: Bool?
    /// Whether they are there only if someone else is not.
    var isStandIn = false
    /// Who is there instead of them.
    var substitute: Attendee?
  }

  func entries(in field: FrontField) -> [Entry] {
    var reader = self
    reader.isOfNames = field.kind == "adjusters"
    let cells = reader.takingFootnotes(of: field.cells.filter { !$0.isLeader && !isAudience($0.text) })
    let text = reader.text(of: cells)
    return reader.entries(in: text, 0..<text.bytes.count)
  }

  /// Whether a cell only says how many listened.
  private func isAudience(_ text: [UInt8]) -> Bool {
    rules.rules(in: .frontLabel, near: text).contains { $0.gives["field"] == "audience" && $0.firstMatch(in: text) != nil }
  }

  /// Those whom a stretch of a text names.
  func entries(in text: PlacedText, _ range: Range<Int>) -> [Entry] {
    let isLines = isLineEach(text.bytes[range].split(separator: 0x0A).map { Array($0) })
    var entries: [Entry] = []
    var start = range.lowerBound
    for match in people(in: text.bytes) where match.range.lowerBound >= start && match.range.upperBound <= range.upperBound {
      entries += plain(text, start..<match.range.lowerBound)
      entries.append(entry(match, in: text))
      start = match.range.upperBound
      // What else their line says is said of them: where they come from.
      if isLines { start = text.bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound }
    }
    return entries + plain(text, start..<range.upperBound)
  }

  /// The cells without the footnotes below the list ("* §§ 12–13", "* = tjänstgörande ersättare") and without their marks behind the names or before
  /// them; each is kept for the names that bore its mark.
  private mutating func takingFootnotes(of cells: [FrontCell]) -> [FrontCell] {
    let starred = cells.filter { $0.text.first == Self.star && $0.text.contains(where: Self.isSaying) }
    guard !starred.isEmpty else { return cells }
    let found = starred.filter { !beginsEntry(Array($0.text.drop { !Self.isSaying($0) })) }
    return cells.filter { cell in !found.contains { $0.place == cell.place } }.compactMap { cell in
      let mark = max(cell.text.prefix { $0 == Self.star }.count, cell.text.reversed().prefix { $0 == Self.star }.count)
      guard mark > 0, let start = cell.text.firstIndex(where: Self.isSaying), let end = cell.text.lastIndex(where: Self.isSaying) else {
        return mark > 0 && !found.isEmpty ? nil : cell
      }
      let note = found.first { $0.text.prefix { $0 == Self.star }.count == mark }
      // A mark that nothing explains stays behind its name, where it says something of its own.
      guard note != nil || start > 0 else { return cell }
      let name = cell.prefix(note == nil ? cell.text.count : end + 1).dropFirst(start)
      if let note { footnotes[name.place] = note.dropFirst(note.text.firstIndex(where: Self.isSaying) ?? mark) }
      return name
    }
  }

  private static let star = UInt8(ascii: "*")

  /// Whether the character is more than a mark, or what stands between a mark and what it means.
  private static func isSaying(_ byte: UInt8) -> Bool { ![star, UInt8(ascii: " "), UInt8(ascii: "=")].contains(byte) }

  // MARK: Columns and lines

  /// The cells as one text: column by column, what only goes on from the name beside it joined to that.
  private func text(of cells: [FrontCell]) -> PlacedText {
    var columns: [[FrontCell]] = []
    for cell in cells.sorted(by: { ($0.x0, $0.row) < ($1.x0, $1.row) }) {
      if let last = columns.last?.last, cell.x0 - last.x0 <= slack {
        columns[columns.count - 1].append(cell)
      } else {
        columns.append([cell])
      }
    }
    // Only the parties of the column that they stand before.
    var parties = columns.count > 1 && isOfParties(columns[0]) ? columns.removeFirst() : []
    let (own, beside) = parted(columns.map { $0.sorted { $0.row < $1.row } })
    var text = PlacedText(hyphenation: hyphenation)
    let named = withLocalParties(beside)
    for column in own {
      add(column, beside: named, parties: parties, to: &text)
      parties = []
    }
    return text
  }

  /// Whether a column has parties, under a head or not.
  private func isOfParties(_ column: [FrontCell]) -> Bool {
    let count = column.count(where: isParty)
    return count > 1 && count * 3 >= column.count * 2
  }

  /// The cells with the letters that no rule knows in brackets, as a party's behind a name, where they stand in a column of parties ("S", "M", "SJV").
  private func withLocalParties(_ beside: [FrontCell]) -> [FrontCell] {
    beside.map { cell in
      guard Self.mayBeLocalParty(cell.text), !isParty(cell),
        case let column = beside.filter({ abs($0.x0 - cell.x0) <= slack }), column.count(where: isParty) * 3 >= column.count * 2,
        column.count(where: isParty) > 1
      else { return cell }
      var party = cell
      party.text = [UInt8(ascii: "(")] + cell.text + [UInt8(ascii: ")")]
      return party
    }
  }

  /// Two to five capital letters.
  private static func mayBeLocalParty(_ text: [UInt8]) -> Bool {
    guard text.count >= 2, text.count <= 10 else { return false }
    let word = String(decoding: text, as: UTF8.self)
    return (2...5).contains(word.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
  }

  private func isParty(_ cell: FrontCell) -> Bool { rules.shared.party?.firstMatch(in: cell.text) != nil }

  /// The columns in which names begin, and the cells of the others (party, role).
  private func parted(_ columns: [[FrontCell]]) -> (own: [[FrontCell]], beside: [FrontCell]) {
    let named = columns.map { column in column.contains { beginsEntry($0.text) } }
    guard let first = named.firstIndex(of: true) else { return (columns, []) }
    // What stands to the left of the first name is a number or a role before it.
    return (
      columns.indices.filter { named[$0] || $0 < first }.map { columns[$0] },
      columns.indices.filter { !named[$0] && $0 > first }.flatMap { columns[$0] }
    )
  }

  private func add(_ column: [FrontCell], beside: [FrontCell], parties: [FrontCell], to text: inout PlacedText) {
    let next = column.first.map(\.x0) ?? 0
    let isLines = isLineEach(column.map(\.text))
    var before: [UInt8]?
    for cell in column {
      let begins =
        before.map { before in
          !goesOn(cell.text, after: before)
            && (isComplete(before) || beginsLine(cell.text, after: before) || isLines && beginsPerson(cell.text, after: before))
        } ?? true
      let party = parties.first { $0.row == cell.row && isParty($0) }
      if let party { text.append(party, joint: .line) }
      let joint: PlacedText.Joint = party == nil && begins ? .line : .space
      let own = beside.filter { $0.row == cell.row && $0.x0 > next && nearestColumn(of: $0, in: column) }.sorted { $0.x0 < $1.x0 }
      let parts = own.first.flatMap { party in lengthOfName(cell.text, before: party.text).map { withParty(party, cell, $0) } } ?? [cell]
      for (index, part) in (parts + own.dropFirst(parts.count > 1 ? 1 : 0)).enumerated() {
        text.append(part, joint: index == 0 ? joint : .comma)
        before = part.text
      }
      for part in beside where goesOnBelow(part, cell, in: column) {
        text.append(part, joint: .space)
        before = part.text
      }
      if let note = footnotes[cell.place] {
        text.append(note, joint: .comma)
        before = cell.text + [0x20] + note.text
      }
    }
  }

  /// How many bytes of a cell are the name, where what follows its comma is a role and the next cell begins with the party ("Karin Berg, ordförande | S");
  /// nil where it is anything else.
  private func lengthOfName(_ cell: [UInt8], before party: [UInt8]) -> Int? {
    guard let comma = cell.firstIndex(of: UInt8(ascii: ",")), people(in: cell).isEmpty else { return nil }
    let text = cell[...comma] + [0x20] + party
    guard let found = people(in: Array(text)).first, found.range.lowerBound == 0 else { return nil }
    let name = rules.values(of: found.rule, for: found.match, in: Array(text))["name"]
    return name == String(decoding: cell[..<comma], as: UTF8.self) ? comma : nil
  }

  /// The name, the party and then the rest of the cell that the name stands in.
  private func withParty(_ party: FrontCell, _ cell: FrontCell, _ lengthOfName: Int) -> [FrontCell] {
    let rest = cell.text[lengthOfName...].prefix { $0 == UInt8(ascii: ",") || $0 == 0x20 }
    return [cell.prefix(lengthOfName), party] + (rest.endIndex < cell.text.count ? [cell.dropFirst(rest.endIndex)] : [])
  }

  /// Whether a line begins in the middle of what is said of someone: with when they were there, or with the rest of a title.
  private func goesOn(_ line: [UInt8], after before: [UInt8]) -> Bool {
    let says = { (rule: Rule) in rule.gives["detail"] == "presence" && rule.firstMatch(in: line)?.range.lowerBound == 0 }
    if rules.rules(in: .attendeeDetail, near: line).contains(where: says) { return true }
    guard let word = before.split(separator: 0x20).last, word.last != UInt8(ascii: ",") else { return false }
    // "hälso- och" / "sjukvårdsdirektör"
    if line.beginsWithSmallLetter, word.last == UInt8(ascii: "-") || rules.shared.nameJoint?.matches([0x20] + word + [0x20]) == true {
      return true
    }
    guard form(line) == "before" else { return false }
    return form(word + [0x20] + line) == "before"
  }

  /// Whether a cell on the row below goes on with what stands beside a name ("tjänstgörande ersättare" over "för Per Ek (S)"), and has no name of its own.
  private func goesOnBelow(_ part: FrontCell, _ cell: FrontCell, in column: [FrontCell]) -> Bool {
    part.row == cell.row + 1 && part.x0 > cell.x0 && part.text.beginsWithSmallLetter && !column.contains { $0.row == part.row }
  }

  private func nearestColumn(of cell: FrontCell, in column: [FrontCell]) -> Bool {
    column.contains { $0.row == cell.row && $0.x0 < cell.x0 }
  }

  private func beginsEntry(_ text: [UInt8]) -> Bool {
    if let first = people(in: text).first, first.range.lowerBound == 0 { return true }
    return rules.rules(in: .attendeePlain, near: text).contains { $0.firstMatch(in: text) != nil }
  }

  /// Whether each line that has someone with a party begins with the name, and has no other: what a line ends with is said of them.
  private func isLineEach(_ lines: [[UInt8]]) -> Bool {
    let named = lines.map(people(in:)).filter { !$0.isEmpty }
    return named.count > 1 && named.allSatisfy { $0.count == 1 && $0[0].range.lowerBound == 0 }
  }

  /// Whether the line begins with someone with a party, whom the line above does not say something of.
  private func beginsPerson(_ line: [UInt8], after before: [UInt8]) -> Bool {
    guard people(in: line).first?.range.lowerBound == 0 else { return false }
    guard let last = people(in: before).last?.range.lowerBound else { return false }
    return !people(in: before + [0x20] + line).contains { $0.range.lowerBound == last && $0.range.upperBound > before.count + 1 }
  }

  /// Whether the line ends what it says of someone: the next is someone else.
  private func isComplete(_ line: [UInt8]) -> Bool { people(in: line).last?.range.upperBound == line.count }

  /// A list without parties: each line that begins with a name begins someone, unless the one above ends in the middle of something.
  private func beginsLine(_ line: [UInt8], after before: [UInt8]) -> Bool {
    if before.last == UInt8(ascii: ",") || people(in: before).last != nil { return false }
    return rules.rules(in: .attendeePlain, near: line).contains { $0.firstMatch(in: line) != nil }
  }

  // MARK: People

  private struct Found {
    var rule: Rule
    var match: Pattern.Match
    var range: Range<Int> { match.range }
  }

  /// Those with a party, in order; where two readings overlap, the one that begins first and is longest.
  private func people(in text: [UInt8]) -> [Found] {
    let all = rules.rules(in: .attendee, near: text).flatMap { rule in
      rule.patterns.flatMap { $0.allMatches(in: text) }.map { Found(rule: rule, match: $0) }
    }
    var taken: [Found] = []
    for found in all.sorted(by: { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) })
    where found.range.lowerBound >= taken.last?.range.upperBound ?? 0 { taken.append(found) }
    return taken
  }

  private func entry(_ found: Found, in text: PlacedText) -> Entry {
    let values = rules.values(of: found.rule, for: found.match, in: text.bytes)
    let attendee = Attendee(
      name: Self.flat(values["name"] ?? ""), party: values["party"]?.trimmingParty,
      role: values["before"].map(Self.flat), source: text.evidence(found.range, rule: found.rule.id, by: evidence))
    let tail = found.match.range("tail").map { Array(text.bytes[$0]) } ?? []
    var entry = Entry(attendee: attendee)
    read(tail, into: &entry)
    if let before = values["before"], rules.isStandIn(Array(before.utf8)) {
      entry.isStandIn = true
      // The end of the list's label ("Tjänstgörande" / "ersättare Karin Berg (S) för Ola Ek (M)"): whom they replace says it all.
      if entry.attendee.replaces != nil { entry.attendee.role = nil }
    }
    return entry
  }

  /// The one whose name, party and all, stands with someone whom they replace.
  private func named(_ name: String, insteadOf replaced: Attendee) -> Attendee {
    let bytes = Array(name.utf8)
    let values = people(in: bytes).first.map { rules.values(of: $0.rule, for: $0.match, in: bytes) }
    var attendee = Attendee(
      name: Self.flat(values?["name"] ?? name), party: values?["party"]?.trimmingParty, source: replaced.source)
    attendee.replaces = replaced.name + (replaced.party.map { " (\($0))" } ?? "")
    return attendee
  }

  /// Takes what stands behind a name: whom it replaces, its role and its presence, whether a substitute serves.
  private func read(_ tail: [UInt8], into entry: inout Entry) {
    var rest = tail
    for rule in rules.rules(in: .attendeeDetail, near: tail) {
      while let match = rule.firstMatch(in: rest) {
        let value = rules.values(of: rule, for: match, in: rest)["value"].map(Self.flat)
        switch rule.gives["detail"] {
        case "replaces": entry.attendee.replaces = entry.attendee.replaces ?? value
        case "replaced": entry.substitute = value.map { named($0, insteadOf: entry.attendee) }
        case "presence": entry.attendee.presence = [entry.attendee.presence, value].compactMap { $0 }.joined(separator: ", ")
        case "role": entry.attendee.role = entry.attendee.role ?? value
        case "idle": entry.serves = false
        case "serving": entry.serves = entry.serves ?? true
        case "standin": entry.isStandIn = true
        default: break
        }
        rest.replaceSubrange(match.range, with: [UInt8(ascii: ";")])
      }
    }
  }

  // MARK: Without party

  /// Those without party in a stretch of the text: a line each, or one behind the other with commas between.
  private func plain(_ text: PlacedText, _ range: Range<Int>) -> [Entry] {
    var entries: [Entry] = []
    for line in text.bytes.pieces(of: range, at: [0x0A, UInt8(ascii: ";")]) { entries += plainLine(text, line) }
    return entries
  }

  private func plainLine(_ text: PlacedText, _ line: Range<Int>) -> [Entry] {
    var starts: [Int] = []
    // After a title and a name a name alone is someone else, of the same title or of none.
    var isTitled = false
    let parts = text.bytes.parts(of: line).flatMap { withTitles(text, $0) }
    let usual = parts.first.flatMap { form(Array(text.bytes[$0])) }
    if let last = parts.last, case let both = names(text, last), both.count > 1,
      parts.dropLast().allSatisfy({ isName(Array(text.bytes[$0])) })
    {
      return (parts.dropLast() + both).compactMap { plainEntry(text, $0) }
    }
    for part in parts {
      let bytes = Array(text.bytes[part])
      let hasRole =
        isOfNames || isTitled
        || starts.last.map { text.bytes[$0..<part.lowerBound].dropLast(2).contains(UInt8(ascii: ",")) } ?? true
      let form = form(bytes)
      // "Anna Ek controller" is someone anywhere; a title before words in capitals may be a place of work (enhetschef Norra Skolan).
      guard starts.isEmpty || (isName(bytes) || form == "present") && hasRole || form != nil && (form == usual || form == "behind") else {
        continue
      }
      starts.append(part.lowerBound)
      isTitled = form == "before" || isTitled && (form == nil || form == "present")
    }
    return starts.indices.compactMap { index in
      plainEntry(text, starts[index]..<(index + 1 < starts.count ? starts[index + 1] : line.upperBound))
    }
  }

  /// "ekonom Bo Al och sekreterare Anna Ek", each with their own title; one part where it is anything else.
  private func withTitles(_ text: PlacedText, _ part: Range<Int>) -> [Range<Int>] {
    let bytes = Array(text.bytes[part])
    for joint in rules.shared.nameJoint?.allMatches(in: bytes).reversed() ?? []
    where form(Array(bytes[joint.range.upperBound...])) == "before" {
      guard joint.range.lowerBound > 0 else { continue }
      let head = part.lowerBound..<part.lowerBound + joint.range.lowerBound
      // "mark- och exploateringsingenjör Anna Ek" is one title.
      if text.bytes[head].last == UInt8(ascii: "-") { continue }
      return withTitles(text, head) + [part.lowerBound + joint.range.upperBound..<part.upperBound]
    }
    return [part]
  }

  /// The names of "Anna Ek och Bo Ek"; one part where it is anything else.
  private func names(_ text: PlacedText, _ part: Range<Int>) -> [Range<Int>] {
    guard let joint = rules.shared.nameJoint?.firstMatch(in: Array(text.bytes[part]))?.range else { return [part] }
    let both = [part.lowerBound..<part.lowerBound + joint.lowerBound, part.lowerBound + joint.upperBound..<part.upperBound]
    return both.allSatisfy { isName(Array(text.bytes[$0])) } ? both : [part]
  }

  /// How a part of a line names someone with what they are; nil where it does not.
  private func form(_ part: [UInt8]) -> String? {
    rules.rules(in: .attendeePart, near: part).first { $0.firstMatch(in: part) != nil }?.gives["form"]
  }

  /// A name and nothing else, without words all in capitals (AB, VD), which firms and offices have.
  private func isName(_ text: [UInt8]) -> Bool {
    guard rules.shared.fullName?.firstMatch(in: text) != nil else { return false }
    return !text.split(separator: 0x20).contains { word in word.count > 1 && word.allSatisfy { (0x41...0x5A).contains($0) } }
  }

  private func plainEntry(_ text: PlacedText, _ range: Range<Int>) -> Entry? {
    let range = text.bytes.trimmed(range)
    let bytes = Array(text.bytes[range])
    for rule in rules.rules(in: .attendeePlain, near: bytes) {
      guard let match = rule.firstMatch(in: bytes) else { continue }
      let values = rules.values(of: rule, for: match, in: bytes)
      var attendee = Attendee(
        name: Self.flat(values["name"] ?? ""), role: values["role"].map(Self.flat),
        source: text.evidence(range, rule: rule.id, by: evidence))
      readOffice(values["rest"] ?? "", into: &attendee)
      return Entry(attendee: attendee)
    }
    return nil
  }

  /// Takes whom someone without party serves for, where words say so: "för" alone may be what an office is for.
  private func takeReplaced(from office: inout [UInt8], into attendee: inout Attendee) {
    for rule in rules.rules(in: .attendeeDetail, near: office) where rule.gives["detail"] == "replaces" {
      guard let match = rule.firstMatch(in: office), !office[match.range].starts(with: "för".utf8) else { continue }
      attendee.replaces = attendee.replaces ?? rules.values(of: rule, for: match, in: office)["value"].map(Self.flat)
      office.removeSubrange(match.range)
    }
  }

  /// Takes from what stands behind a name without party the presence; the rest is the role.
  private func readOffice(_ rest: String, into attendee: inout Attendee) {
    var office = Array(rest.utf8)
    takeReplaced(from: &office, into: &attendee)
    for rule in rules.rules(in: .attendeeDetail, near: office) where rule.gives["detail"] == "presence" {
      while let match = rule.firstMatch(in: office), match.range.lowerBound <= 1 || match.range.upperBound + 1 >= office.count {
        // "§§ 2–4, en praktikant § 3": the second is of someone whom nobody names.
        guard attendee.presence == nil else {
          office = []
          break
        }
        attendee.presence = rules.values(of: rule, for: match, in: office)["value"].map(Self.flat)
        office.removeSubrange(match.range.lowerBound <= 1 ? 0..<match.range.upperBound : match.range.lowerBound..<office.count)
      }
    }
    let role = Self.flat(String(decoding: office, as: UTF8.self)).trimmingCharacters(in: [",", " ", ".", "(", ")", "–", "-"])
    if attendee.role == nil, !role.isEmpty { attendee.role = role }
  }

  private static func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension String {
  /// "(S)" is the party S.
  var trimmingParty: String { trimmingCharacters(in: ["(", ")", " ", ","]) }
}

extension [UInt8] {
  /// The parts of a range between bytes, without spaces around them; empty ones left out.
  fileprivate func pieces(of range: Range<Int>, at separators: Set<UInt8>) -> [Range<Int>] {
    self[range].split(whereSeparator: separators.contains).map { trimmed($0.startIndex..<$0.endIndex) }.filter { !$0.isEmpty }
  }

  /// The parts of a range between commas; those within brackets part nothing.
  fileprivate func parts(of range: Range<Int>) -> [Range<Int>] {
    var (depth, start) = (0, range.lowerBound)
    var parts: [Range<Int>] = []
    for index in range {
      if self[index] == UInt8(ascii: "(") { depth += 1 }
      if self[index] == UInt8(ascii: ")") { depth = Swift.max(depth - 1, 0) }
      guard self[index] == UInt8(ascii: ","), depth == 0 else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    return (parts + [start..<range.upperBound]).map(trimmed).filter { !$0.isEmpty }
  }

  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: ",") }
    let head = self[range].drop(while: isBlank).startIndex
    let end = self[head..<range.upperBound].lastIndex { !isBlank($0) }
    return head..<(end.map { $0 + 1 } ?? head)
  }
}
