internal import Pages
internal import Rules

/// Finds the fields of the front page: a label stands to the left of its value, above it, or over several rows; several fields may share a row.
struct FrontFieldFinder {
  let pages: [Page]
  let rules: RuleSet

  /// How far (points; characters in plain text) what belongs to a column may begin to the left of it.
  private static let slack = 4.0
  private static let plainSlack = 1.0
  /// A label has no more rows than this, and each of them stands no more ems below the one above than this.
  private static let mostLabelRows = 3
  private static let labelLeading = 2.0

  /// A label with the cells it is made of.
  private struct Label {
    var kind: String
    var rule: String
    /// Rows below its own that it goes on in.
    var below: [(row: Int, cell: Int)]
    /// What stands in the label's own cell behind it: a byte of its text.
    var rest: Int?
    /// How much of the page's words it is made of, in bytes: the longest is taken.
    var length: Int
    /// Whether it begins a sentence, which its value goes on with.
    var isSentence = false
  }

  /// What the rules say of a label: the field, and how much of the text it is.
  private typealias Known = (kind: String, rule: Rule, end: Int)

  /// A field that what follows may belong to.
  private struct Open {
    var field: Int
    var kind: String
    /// The row of its label.
    var row: Int
    var x0: Double
    /// Whether its value can only stand right below its label: another label has come since.
    var isBelowOnly = false
    /// Whether its value begins beside the label: then what stands below the label is none of it.
    var isBeside: Bool
    /// Whether the label ends in a colon and its value goes on from there: then the value's next lines stand below the label.
    var isRunning: Bool
  }

  func find(in lines: [LineReference]) -> [FrontField] {
    let rows = FrontRows(pages: pages).rows(of: lines)
    var fields: [FrontField] = []
    var open: [Open] = []
    var isNotice = false
    var taken = Set<[Int]>()
    let signed = signedTitles(rows)
    for row in rows.indices {
      var beside: String?
      for (index, cell) in rows[row].enumerated() where !taken.contains([row, index]) && !signed.values.contains([row, index]) {
        // A title below the name of who signs is one in small letters too.
        let own = signed[[row, index]] == nil ? label(at: (row, index), rows, beside: beside) : single(cell, beside: beside)
        guard let label = own, !isInList(label, cell, among: open) else {
          if !add(cell, to: &fields, among: open), rows[row].count == 1 { closeOnNewPage(&open, at: cell, fields) }
          continue
        }
        for part in label.below { taken.insert([part.row, part.cell]) }
        beside = label.kind
        if label.kind == "notice" { isNotice = true }
        fields.append(FrontField(kind: label.kind, rule: label.rule, isNotice: isNotice, label: cell.line))
        fields[fields.count - 1].labelRest = label.below.map { rows[$0.row][$0.cell].line }
        close(&open, at: cell, in: row, fields)
        let name = signed[[row, index]]
        let isBeside =
          name != nil || label.rest != nil || index + 1 < rows[row].count && self.label(at: (row, index + 1), rows, beside: beside) == nil
        let isRunning = label.isSentence || label.rest != nil && cell.text[..<(label.rest ?? 0)].contains(UInt8(ascii: ":"))
        let place = open.firstIndex { $0.x0 > cell.x0 } ?? open.count
        open.insert(
          Open(field: fields.count - 1, kind: label.kind, row: row, x0: cell.x0, isBeside: isBeside, isRunning: isRunning), at: place)
        if let name { fields[fields.count - 1].cells.append(rows[name[0]][name[1]]) }
        guard let rest = label.rest else { continue }
        let value = cell.suffix(from: rest, in: pages[cell.line.page])
        fields[fields.count - 1].cells.append(value)
        if let told = toldBehind(value, of: label.kind, isNotice: isNotice) { fields.append(told) }
      }
    }
    return Self.withAdjustment(fields)
  }

  /// What a sentence behind the field's own tells of the notice: "Protokollet avser §§ 35–43. Anslaget 2024-04-23. Tas ner 2024-05-15."
  private func toldBehind(_ value: FrontCell, of kind: String, isNotice: Bool) -> FrontField? {
    let dot = UInt8(ascii: ".")
    guard !Self.ofNotice.contains(kind), value.text.dropLast().contains(dot) else { return nil }
    for start in value.text.indices.dropFirst(2) where value.text[start - 2] == dot && value.text[start - 1] == 0x20 {
      let text = Array(value.text[start...])
      guard startsInUpperCase(text), let known = known(text, beside: nil), Self.ofNotice.contains(known.kind) else { continue }
      var field = FrontField(kind: known.kind, rule: known.rule.id, isNotice: isNotice, label: value.line)
      let rest = value.text[(start + known.end)...].drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
      guard !rest.isEmpty else { return nil }
      field.cells = [value.suffix(from: rest.startIndex, in: pages[value.line.page])]
      return field
    }
    return nil
  }

  /// The fields of the notice's days: the day when it is taken down may stand behind that when it was put up.
  private static let ofNotice: Set<String> = ["posted", "removed"]

  /// A label closes the fields in its column and to the right of it; one that has no value yet may still get it, right below its own label.
  private func close(_ open: inout [Open], at cell: FrontCell, in row: Int, _ fields: [FrontField]) {
    open.removeAll { field in
      guard field.x0 > cell.x0 - slack(cell) else { return false }
      return field.x0 <= cell.x0 + slack(cell) || field.row < row - 1 || !fields[field.field].cells.isEmpty
    }
    for index in open.indices where open[index].x0 > cell.x0 { open[index].isBelowOnly = true }
  }

  /// On a new page a line alone that is no part of the field whose label stood above it begins something else: what follows in columns is of that.
  private func closeOnNewPage(_ open: inout [Open], at cell: FrontCell, _ fields: [FrontField]) {
    open.removeAll { field in
      field.isBeside && abs(field.x0 - cell.x0) <= slack(cell) && fields[field.field].label.page < cell.line.page
    }
  }

  /// Place and time below those who approve the minutes are those of the approval (justering): the meeting's stand above, or in the page's header.
  private static func withAdjustment(_ fields: [FrontField]) -> [FrontField] {
    var fields = fields
    for index in fields.indices where fields[index].kind == "when" && !fields[index].isNotice {
      let meeting = fields[..<index].lastIndex { $0.kind == "when" && !$0.cells.isEmpty }
      guard fields[((meeting ?? -1) + 1)..<index].contains(where: { $0.kind == "adjusters" }) else { continue }
      if meeting != nil || !fields[index...].contains(where: { $0.kind == "members" }) { fields[index].kind = "adjustment" }
    }
    return fields
  }

  /// The cells of titles that stand below the name of who signs, each with the cell of that name: `[row, cell]`. The name is nearer to it than what
  /// follows below.
  private func signedTitles(_ rows: [[FrontCell]]) -> [[Int]: [Int]] {
    var signed: [[Int]: [Int]] = [:]
    for row in rows.indices.dropFirst() {
      for (index, cell) in rows[row].enumerated() where isTitle(cell) {
        guard let above = rows[row - 1].firstIndex(where: { abs($0.x0 - cell.x0) <= slack(cell) && $0.line.page == cell.line.page }) else {
          continue
        }
        let name = rows[row - 1][above]
        guard namesSomeone(name) || rules.shared.fullName?.firstMatch(in: name.text) != nil,
          label(at: (row - 1, above), rows, beside: nil) == nil
        else { continue }
        let below =
          row + 1 < rows.count ? rows[row + 1].first { abs($0.x0 - cell.x0) <= slack(cell) && $0.line.page == cell.line.page } : nil
        if let below, !Self.isStroke(below), distance(from: cell, to: below) < distance(from: name, to: cell) * Self.nearer { continue }
        signed[[row, index]] = [row - 1, above]
      }
    }
    return signed.count > 1 ? signed : [:]
  }

  /// From one row to the next: points, or lines of plain text, the blank ones counted.
  private func distance(from upper: FrontCell, to lower: FrontCell) -> Double {
    let page = pages[lower.line.page]
    return page.size == nil ? page.lines[lower.line.line].leading : lower.y - upper.y
  }

  private static func isStroke(_ cell: FrontCell) -> Bool { cell.text.allSatisfy { $0 == UInt8(ascii: "_") || $0 == 0x20 } }

  /// What stands below a title is farther from it, by this factor, than the name above that it belongs to.
  private static let nearer = 1.3

  /// Whether the cell is a title of who signs, and nothing else.
  private func isTitle(_ cell: FrontCell) -> Bool {
    guard let known = known(cell.text, beside: nil), known.end == cell.text.count else { return false }
    return known.rule.gives["is_role"] == "ja"
  }

  private func slack(_ cell: FrontCell) -> Double { pages[cell.line.page].size == nil ? Self.plainSlack : Self.slack }

  /// The field whose label stands nearest to the left, or above where nothing stands beside it.
  /// - Returns: false where the cell is none's.
  private func add(_ cell: FrontCell, to fields: inout [FrontField], among open: [Open]) -> Bool {
    let slack = slack(cell)
    guard let owner = open.last(where: { $0.x0 <= cell.x0 + slack && (!$0.isBelowOnly || abs($0.x0 - cell.x0) <= slack) }) else {
      return false
    }
    var cell = cell
    if owner.isBeside, abs(owner.x0 - cell.x0) <= slack {
      guard let last = fields[owner.field].cells.last, goesOn(cell, from: last),
        owner.isRunning || goesOnWithoutColumns(cell, of: owner)
      else { return false }
      // One column, though its first line begins behind the label.
      cell.x0 = last.x0
    }
    fields[owner.field].cells.append(cell)
    return true
  }

  /// Whether the cell stands right below the other, without more white space than lines of one paragraph have.
  private func goesOn(_ cell: FrontCell, from last: FrontCell) -> Bool {
    let leading = pages[cell.line.page].lines[cell.line.line].leading
    return cell.row == last.row + 1 && cell.line.page == last.line.page && leading <= Self.runningLeading
  }

  /// Text copied out of a file has lost its columns: the first of a list stands behind the label, the others below that, one a line; and place and time
  /// go on where the line ended.
  private func goesOnWithoutColumns(_ cell: FrontCell, of owner: Open) -> Bool {
    // A cross that has lost its column may say of someone that they were there, or that they were not.
    guard pages[cell.line.page].size == nil, !Self.hasCross(cell.text) else { return false }
    let isRest = !Self.mayBegin(cell.text)
    return Self.lists.contains(owner.kind) ? isRest || beginsName(cell) : isRest && Self.wrapped.contains(owner.kind)
  }

  private static func hasCross(_ text: [UInt8]) -> Bool {
    text.split(separator: 0x20).contains { $0.count == 1 && $0.first.map { $0 | 0x20 } == UInt8(ascii: "x") }
  }

  private static let lists: Set<String> = ["members", "serving", "substitutes", "idle", "others", "adjusters"]

  private static let wrapped: Set<String> = ["when", "adjustment"]

  /// In usual distances between lines.
  private static let runningLeading = 1.3

  /// A role before a name, on a list of members or below its label, is what the one named is: the list goes on after it.
  private func isInList(_ label: Label, _ cell: FrontCell, among open: [Open]) -> Bool {
    guard let rest = label.rest, !cell.text[..<rest].contains(UInt8(ascii: ":")) else { return false }
    guard rules.rules(in: .frontLabel).contains(where: { $0.id == label.rule && $0.gives["in_list"] == "ja" }) else { return false }
    guard let owner = open.last(where: { $0.x0 <= cell.x0 + slack(cell) }), owner.kind == "members" else { return false }
    return !owner.isBeside || cell.x0 - owner.x0 > slack(cell)
  }

  /// The label that begins in a cell: the longest that the rules know, alone or with what stands right below it.
  /// - Parameter beside: the field whose label stands before it in the row.
  private func label(at place: (row: Int, cell: Int), _ rows: [[FrontCell]], beside: String?) -> Label? {
    let cell = rows[place.row][place.cell]
    guard Self.mayBegin(cell.text) else { return nil }
    var best = single(cell, beside: beside)
    var text = cell.text
    var below: [(row: Int, cell: Int)] = []
    while below.count + 1 < Self.mostLabelRows, let next = goesOn(in: rows, below: below.last ?? place, of: cell) {
      text = Self.join(text, rows[next.row][next.cell].text)
      below.append(next)
      if let known = known(text, beside: beside), known.end == text.count, text.count > best?.length ?? 0 {
        best = Label(kind: known.kind, rule: known.rule.id, below: below, rest: nil, length: text.count)
      }
    }
    guard let best, !isRole(best, at: place, rows) else { return nil }
    return best
  }

  private func single(_ cell: FrontCell, beside: String?) -> Label? {
    guard let known = known(cell.text, beside: beside) else { return nil }
    var rest = cell.text[known.end...].drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    if rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
    return Label(
      kind: known.kind, rule: known.rule.id, below: [], rest: rest.isEmpty ? nil : rest.startIndex, length: known.end,
      isSentence: known.rule.gives["running"] == "ja")
  }

  /// The longest label that the text begins with. Some are labels only beside that of another field.
  private func known(_ text: [UInt8], beside: String?) -> Known? {
    var best: Known?
    for rule in rules.rules(in: .frontLabel, near: text) where rule.gives["beside"].map({ $0 == beside }) ?? true {
      guard let match = rule.firstMatch(in: text), match.range.lowerBound == 0, let kind = rule.gives["field"] else { continue }
      let end = text[match.range.upperBound...].first == UInt8(ascii: ":") ? match.range.upperBound + 1 : match.range.upperBound
      let isFirst = best?.rule.gives["beside"] == nil && rule.gives["beside"] != nil
      if end > best?.end ?? 0 || end == best?.end && isFirst { best = (kind, rule, end) }
    }
    return best
  }

  /// "Ordförande" at the end of a row, or between a name and what is said of it, is what the one named there is, no label.
  private func isRole(_ label: Label, at place: (row: Int, cell: Int), _ rows: [[FrontCell]]) -> Bool {
    // What stands behind a party is what that member is ("Karin Berg | S | Tjänstgörande ersättare").
    if place.cell > 1, rules.shared.party?.matches(rows[place.row][place.cell - 1].text) == true { return true }
    let isRoleWord = rules.rules(in: .frontLabel).contains { $0.id == label.rule && $0.gives["is_role"] == "ja" }
    guard isRoleWord, label.rest == nil, place.cell > 0 else { return false }
    let row = rows[place.row]
    // Titles side by side stand over the names of those who sign.
    if row.allSatisfy(isTitle) { return false }
    return place.cell == row.count - 1 || namesSomeone(row[place.cell - 1]) && !beginsName(row[place.cell + 1])
  }

  /// Whether the cell is someone with a party and nothing else.
  private func namesSomeone(_ cell: FrontCell) -> Bool {
    rules.rules(in: .attendee, near: cell.text).contains { $0.firstMatch(in: cell.text)?.range == 0..<cell.text.count }
  }

  private func beginsName(_ cell: FrontCell) -> Bool {
    (rules.rules(in: .attendee, near: cell.text) + rules.rules(in: .attendeePlain, near: cell.text)).contains {
      $0.firstMatch(in: cell.text)?.range.lowerBound == 0
    }
  }

  // Labels begin with a capital: what goes on in a small letter ("ordförande" below "förste vice") is none.
  private static func mayBegin(_ text: [UInt8]) -> Bool {
    guard let first = String(decoding: text.prefix(4), as: UTF8.self).first else { return false }
    return first.isUppercase
  }

  /// The cell right below in the same column with which a label may go on.
  private func goesOn(in rows: [[FrontCell]], below place: (row: Int, cell: Int), of label: FrontCell) -> (row: Int, cell: Int)? {
    let row = place.row + 1
    guard rows.indices.contains(row), let index = rows[row].firstIndex(where: { abs($0.x0 - label.x0) <= slack(label) }) else { return nil }
    let cell = rows[row][index]
    let isNear = cell.line.page == label.line.page && cell.y - rows[place.row][place.cell].y < label.fontSize * Self.labelLeading
    let isCapitals = label.text.allSatisfy { !(0x61...0x7A).contains($0) }
    guard isNear || pages[cell.line.page].size == nil else { return nil }
    return isCapitals || !Self.mayBegin(cell.text) ? (row, index) : nil
  }

  private static func join(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    first.last == UInt8(ascii: "-") ? first.dropLast() + second : first + [0x20] + second
  }
}
