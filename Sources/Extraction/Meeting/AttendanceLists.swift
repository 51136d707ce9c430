internal import Documents
internal import Facts
internal import Foundation
internal import Pages
internal import Rules

/// Reads attendance lists with crosses: a row for each, a mark in the column that says whether they were there, served or were away.
struct AttendanceLists {
  let rules: RuleSet
  let evidence: EvidenceMaker
  let document: MunicipalDocument

  /// What is read, with the lines that it stands on.
  struct Found {
    var members: [Attendee] = []
    var substitutes: [Attendee] = []
    var others: [Attendee] = []
    var lines = Set<LineReference>()

    /// How many persons.
    var count: Int { members.count + substitutes.count + others.count }
  }

  /// The head of a column with what it says of those who have a mark, or a name, in it.
  private struct Column {
    /// name, party, role, present, absent, serving, substitute (who serves instead), replaces (whom they serve for) or presence.
    var kind: String
    var x0: Double
    var x1: Double
    var middle: Double { (x0 + x1) / 2 }
    var isOfName: Bool { kind == "name" || kind == "party" }
    var hasMarks: Bool { ["present", "absent", "serving"].contains(kind) }
  }

  private struct Head {
    var columns: [Column]
    /// Whether those who are listed below it are the substitutes.
    var isOfSubstitutes: Bool
    /// What stands between these edges is of this list: members and substitutes may be listed side by side.
    var extent = -Double.infinity..<Double.infinity
    /// What a heading between the rows says of those below it; nil for none.
    var group: Bool?

    var listsSubstitutes: Bool { group ?? isOfSubstitutes }
  }

  /// So many lines may stand between two rows of a list: a group's heading, the head again on a new page.
  private static let patience = 3

  /// Those on the lists in the lines given, which are front pages and what follows the last §.
  func find(in lines: [LineReference]) -> Found {
    var found = Found()
    var index = 0
    while index < lines.count {
      let heads = heads(at: index, lines)
      guard !heads.isEmpty else {
        index += 1
        continue
      }
      index = read(lines, from: index, heads, into: &found)
    }
    return found
  }

  /// Reads the rows below a head; gives the index after the last of them.
  private func read(_ lines: [LineReference], from start: Int, _ heads: [Head], into found: inout Found) -> Int {
    var heads = heads
    var (end, misses, rows) = (start + 1, 0, 0)
    var taken: Set<LineReference> = [lines[start]]
    var result = found
    for index in (start + 1)..<max(lines.count, start + 1) where misses <= Self.patience {
      if case let again = self.heads(at: index, lines), !again.isEmpty {
        heads = Self.onNewPage(again, after: heads)
      } else if let group = group(lines[index]) {
        for index in heads.indices { heads[index].group = group }
      } else if heads.count(where: { add(lines[index], $0, to: &result) }) > 0 {
        (end, misses, rows) = (index + 1, 0, rows + 1)
      } else {
        misses += 1
        continue
      }
      taken.insert(lines[index])
    }
    // One row is no list: a label may read like a head. Rows without a single mark are names that a field has.
    guard rows > 1, result.count > found.count else { return start + 1 }
    found = result
    found.lines.formUnion(taken)
    return end
  }

  /// The same heads on a new page say nothing of who follows.
  private static func onNewPage(_ again: [Head], after heads: [Head]) -> [Head] {
    guard again.map(\.isOfSubstitutes) == heads.map(\.isOfSubstitutes) else { return again }
    return zip(again, heads).map { head, before in
      var head = head
      head.group = before.group
      return head
    }
  }

  /// The lists that a line heads, from left to right; none where it is no head of an attendance list.
  private func heads(at index: Int, _ lines: [LineReference]) -> [Head] {
    var cells = PlacedWord.cells(of: lines[index], in: document.pages)
    guard cells.count >= 2 else { return [] }
    let answers = index > 0 ? answers(cells, below: lines[index - 1]) : nil
    if let answers { cells = answers.own }
    let columns = cells.compactMap { cell in
      (answers?.kinds[cell.place] ?? kind(of: cell.text)).map { Column(kind: $0, x0: cell.place.lowerBound, x1: cell.place.upperBound) }
    }
    guard columns.count >= cells.count - 1 else { return [] }
    // A second list begins with its names, behind the first one's marks.
    let second = columns.indices.first { index in
      ["name", "substitute"].contains(columns[index].kind) && columns[..<index].contains(where: \.hasMarks)
        && columns[index...].contains(where: \.hasMarks)
    }
    guard let second, let left = head(Array(columns[..<second])), let right = head(Array(columns[second...])) else {
      guard var head = head(columns) else { return [] }
      if let answers { head.extent = -Double.infinity..<answers.end }
      return [head]
    }
    return [left, right].enumerated().map { index, head in
      var head = head
      let edge = columns[second].x0 - slack
      head.extent = index == 0 ? -Double.infinity..<edge : edge..<Double.infinity
      return head
    }
  }

  /// The columns "Ja" and "Nej" below the word for being there ("Närvaro | Votering" over "Ja | Nej | Ja | Nej"): what they say of those with a mark, and
  /// the cells less those of what stands beside. Nil where no such word is above: then they may be of a vote.
  private func answers(_ cells: [PlacedWord], below above: LineReference) -> Answers? {
    let storey = PlacedWord.cells(of: above, in: document.pages)
    guard storey.count <= Self.mostStoreyCells, let presence = storey.first(where: { kind(of: $0.text) == "present" }) else { return nil }
    let end = storey.filter { $0.place.lowerBound > presence.place.upperBound }.map(\.place.lowerBound).min() ?? .infinity
    let own = cells.filter { $0.place.lowerBound < end - slack }
    let answers = own.filter { $0.place.lowerBound >= presence.place.lowerBound - Self.storeySlack * slack }
    var kinds: [ClosedRange<Double>: String] = [:]
    for cell in answers {
      guard let side = rules.rules(in: .voteSide, near: cell.text).first(where: { $0.firstMatch(in: cell.text) != nil })?.gives["side"]
      else {
        continue
      }
      kinds[cell.place] = side == "yes" ? "present" : side == "no" ? "absent" : nil
    }
    return kinds.isEmpty ? nil : Answers(kinds: kinds, own: own, end: end - slack)
  }

  /// What columns of answers say.
  private struct Answers {
    var kinds: [ClosedRange<Double>: String]
    /// The cells of the list's head.
    var own: [PlacedWord]
    /// Where what stands beside the list begins.
    var end: Double
  }

  /// Cells of the upper line of a head in two lines.
  private static let mostStoreyCells = 3
  /// How far, in slacks, a column may begin to the left of the word above it.
  private static let storeySlack = 4.0

  /// The head of one list; nil where the columns are none's.
  private func head(_ columns: [Column]) -> Head? {
    var columns = columns
    // "Ersättare" over the first column names those who are listed, not who serves instead of them.
    let isOfSubstitutes = columns.first?.kind == "substitute" && !columns.contains { $0.kind == "name" }
    if isOfSubstitutes { columns[0].kind = "name" }
    let marks = columns.filter(\.hasMarks)
    guard columns.count > 1, marks.contains(where: { $0.kind != "absent" }), Set(columns.map(\.kind)).count == columns.count else {
      return nil
    }
    return Head(columns: columns, isOfSubstitutes: isOfSubstitutes)
  }

  private func kind(of text: [UInt8]) -> String? {
    rules.rules(in: .attendanceColumn, near: text).first { $0.firstMatch(in: text) != nil }?.gives["column"]
  }

  /// Whether a line alone says that those below are substitutes, or that they are members; nil where it says neither.
  private func group(_ line: LineReference) -> Bool? {
    let text = document.text(line)
    for rule in rules.rules(in: .frontLabel, near: text) {
      guard let match = rule.firstMatch(in: text), match.range.count >= text.count - 1, let field = rule.gives["field"] else { continue }
      return field == "members" ? false : ["substitutes", "serving", "idle"].contains(field) ? true : nil
    }
    return nil
  }

  /// Whether a line begins another field of the front page.
  private func beginsField(_ line: LineReference) -> Bool {
    let text = document.text(line)
    return rules.rules(in: .frontLabel, near: text).contains { $0.firstMatch(in: text)?.range.lowerBound == 0 }
  }

  // MARK: Rows

  /// A line below a head.
  private struct Row {
    let words: [PlacedWord]
    /// Beside the names.
    let cells: [PlacedWord]

    /// Where what stands below a head begins: to the left of a head that is set in the middle of its column.
    func start(of column: Column) -> Double {
      let below = cells.first { $0.place.lowerBound < column.x1 && $0.place.upperBound > column.x0 }
      return min(below?.place.lowerBound ?? column.x0, column.x0)
    }
  }

  private func add(_ line: LineReference, _ head: Head, to found: inout Found) -> Bool {
    let columns = head.columns
    let words = PlacedWord.words(of: line, in: document.pages).filter { head.extent.contains($0.place.lowerBound) }
    let edge = (columns.filter { !$0.isOfName }.map(\.x0).min() ?? 0) - slack
    let named = words.filter { $0.place.upperBound <= edge + slack / 2 && $0.place.lowerBound < edge && !isNumber($0.text) }
    guard var attendee = attendee(named, line) else { return false }
    var marked = Set<String>()
    for word in words where word.place.upperBound > edge && isMark(word.text) {
      let nearest = columns.filter(\.hasMarks).min { abs($0.middle - word.middle) < abs($1.middle - word.middle) }
      if let nearest { marked.insert(nearest.kind) }
    }
    if marked.isEmpty, beginsField(line) { return false }
    let cells = PlacedWord.cells(of: line, in: document.pages)
    let row = Row(words: words, cells: cells.filter { $0.place.lowerBound > edge && head.extent.contains($0.place.lowerBound) })
    let written = { (kind: String) in self.written(row, in: kind, of: columns) }
    attendee.presence = attendee.presence ?? written("presence") ?? written("present").flatMap(partOfMeeting)
    attendee.role = attendee.role ?? written("role")
    if let name = writtenName(row, in: "substitute", of: columns) ?? servingName(row, of: columns) {
      let party = person(Array(name.utf8))
      var substitute = Attendee(name: party?["name"] ?? name, party: party?["party"]?.trimmingParty, source: attendee.source)
      substitute.replaces = attendee.name + (attendee.party.map { " (\($0))" } ?? "")
      found.substitutes.append(substitute)
    }
    if let replaced = writtenName(row, in: "replaces", of: columns) {
      let part = partOfMeeting(replaced)
      attendee.presence = attendee.presence ?? part
      attendee.replaces =
        part.flatMap { replaced.range(of: $0) }.map { replaced[..<$0.lowerBound].trimmingCharacters(in: [" ", ",", "("]) } ?? replaced
    }
    let isStandIn = attendee.role.map { rules.isStandIn(Array($0.utf8)) } ?? false
    file(attendee, marked, isSubstitute: head.listsSubstitutes || isStandIn, in: &found)
    return true
  }

  private func file(_ attendee: Attendee, _ marked: Set<String>, isSubstitute: Bool, in found: inout Found) {
    // Where members have a mark for being there and one for serving, they are no substitutes for that.
    let serves = marked.contains("serving") && (isSubstitute || !marked.contains("present"))
    if serves || attendee.replaces != nil && marked != ["absent"] {
      found.substitutes.append(attendee)
    } else if marked.contains("present") || marked.contains("serving") {
      var attendee = attendee
      if isSubstitute { attendee.role = attendee.role ?? "ersättare" }
      if isSubstitute || rules.isOfficial(attendee) { found.others.append(attendee) } else { found.members.append(attendee) }
    }
  }

  /// What is written below the head of a column, up to the next column.
  private func written(_ row: Row, in kind: String, of columns: [Column]) -> String? {
    guard let column = columns.first(where: { $0.kind == kind }) else { return nil }
    let start = row.start(of: column)
    let next = columns.map(row.start).filter { $0 > start }.min() ?? .infinity
    let below = row.words.filter { $0.place.lowerBound >= start - slack && $0.place.lowerBound < next - slack }.map(\.text)
    // Behind "§" a digit is a number, and no mark.
    let own = below.indices.filter { !isMark(below[$0]) || $0 > 0 && below[$0 - 1].starts(with: "§".utf8) }.map { below[$0] }
    let text = String(decoding: Array(own.joined(separator: [0x20])), as: UTF8.self)
    return text.contains(where: \.isLetter) || text.contains("§") ? text : nil
  }

  /// A name that is written below the head of a column.
  private func writtenName(_ row: Row, in kind: String, of columns: [Column]) -> String? {
    written(row, in: kind, of: columns).flatMap { $0.first?.isUppercase == true ? $0 : nil }
  }

  /// The part of the meeting that is said beside the mark in the column of those who are there ("Ja, från § 12").
  private func partOfMeeting(_ text: String) -> String? {
    let text = Array(text.utf8)
    for rule in rules.rules(in: .attendeeDetail, near: text) where rule.gives["detail"] == "presence" {
      if let match = rule.firstMatch(in: text) { return rules.values(of: rule, for: match, in: text)["value"] }
    }
    return nil
  }

  /// Who serves instead, where the column of those who serve has a name with a party in it and no mark.
  private func servingName(_ row: Row, of columns: [Column]) -> String? {
    guard columns.contains(where: { $0.kind == "present" }) else { return nil }
    return written(row, in: "serving", of: columns).flatMap { person(Array($0.utf8)) == nil ? nil : $0 }
  }

  /// What the rules give of someone whom the whole text names with a party.
  private func person(_ text: [UInt8]) -> [String: String]? {
    for rule in rules.rules(in: .attendee, near: text) {
      if let match = rule.firstMatch(in: text), match.range == 0..<text.count { return rules.values(of: rule, for: match, in: text) }
    }
    return nil
  }

  /// The one whom the words name, party and all.
  private func attendee(_ words: [PlacedWord], _ line: LineReference) -> Attendee? {
    if let attendee = attendee(Array(words.map(\.text).joined(separator: [0x20])), line) { return attendee }
    guard let party = partyInSmallLetters(words) else { return nil }
    // The rules know parties in capitals.
    let text = words.dropLast().map(\.text) + [Array(party.uppercased().utf8)]
    var attendee = attendee(Array(text.joined(separator: [0x20])), line)
    attendee?.party = party
    return attendee
  }

  /// The party that stands in a column of its own behind a name, in small letters; nil where none does.
  private func partyInSmallLetters(_ words: [PlacedWord]) -> String? {
    guard words.count > 2, let last = words.last, last.place.lowerBound - words[words.count - 2].place.upperBound > 2 * slack else {
      return nil
    }
    let text = String(decoding: last.text, as: UTF8.self)
    return text == text.lowercased() && rules.shared.party?.matches(Array(text.uppercased().utf8)) == true ? text : nil
  }

  private func attendee(_ text: [UInt8], _ line: LineReference) -> Attendee? {
    let passage = document.passage([line])
    for rule in rules.rules(in: .attendee, near: text) + rules.rules(in: .attendeeRow, near: text) {
      guard let match = rule.firstMatch(in: text), match.range == 0..<text.count else { continue }
      let values = rules.values(of: rule, for: match, in: text)
      let source = evidence.evidence(passage, 0..<passage.text.count, rule: rule.id)
      let role = match.range("tail").flatMap { self.role(Array(text[$0])) }
      return Attendee(name: values["name"] ?? "", party: values["party"]?.trimmingParty, role: role, source: source)
    }
    return nil
  }

  /// The role that stands behind a name.
  private func role(_ tail: [UInt8]) -> String? {
    for rule in rules.rules(in: .attendeeDetail, near: tail) where rule.gives["detail"] == "role" {
      if let match = rule.firstMatch(in: tail) { return rules.values(of: rule, for: match, in: tail)["value"] }
    }
    return nil
  }

  private func isMark(_ text: [UInt8]) -> Bool {
    (rules.rules(in: .voteMark) + rules.rules(in: .attendanceMark)).contains { $0.firstMatch(in: text) != nil }
  }

  private func isNumber(_ text: [UInt8]) -> Bool { text.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } }

  /// How far (points; characters in plain text) what stands in a column may be off its head.
  private var slack: Double { document.pages.first?.size == nil ? 1 : 6 }
}
