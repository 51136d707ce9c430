internal import Language
internal import Pages
internal import Rules

/// Reads what a document says of itself: on its first pages and in the running headers, where repetition counts.
struct FrontMatterReader {
  let pages: [Page]
  let rules: RuleSet
  let signatures: LineSignatures
  /// Whether the document has a series of §.
  let hasParagrafer: Bool
  /// The lines that tell to whom decisions are sent: whoever is named there is another body.
  private let recipients: Set<LineReference>
  private let hyphenation: Hyphenation
  private let words: TableWords

  init(
    pages: [Page], rules: RuleSet, signatures: LineSignatures, hasParagrafer: Bool, recipients: Set<LineReference>, hyphenation: Hyphenation
  ) {
    (self.pages, self.rules, self.signatures, self.hasParagrafer, self.hyphenation) = (pages, rules, signatures, hasParagrafer, hyphenation)
    self.recipients = recipients
    words = TableWords(rules: rules)
  }

  private static let frontPages = 2
  /// Plain text may have no page breaks: front matter ends after so many lines of a page all the same.
  private static let frontLines = 70
  /// A running header weighs no more, on however many pages it stands.
  private static let mostWeight = 12.0
  /// A longer line is running text, in bytes.
  private static let longestTitle = 60
  /// Two mentions, or one line of its own.
  private static let leastClear = 1.0
  /// Pages that are asked for mentions, or a few more.
  private static let mostAsked = 20

  /// A line of front matter, with how much it weighs.
  private struct FrontLine {
    var text: [UInt8]
    var weight: Double
    var signature: TextSignature
    /// Whether it stands above the running text of its page, or on each page.
    var isAboveText: Bool
  }

  func read() -> FrontMatter {
    let lines = frontLines()
    var front = FrontMatter()
    front.type = kind(lines)
    front.municipality = best("municipality", lines, mentions: true).map(named)
    front.body = (front.type == "protokoll" ? minutesBody(lines) : reportBody(lines)).map(capitalised)
    let date = bestDate(lines)
    if front.type == "protokoll" { front.date = date?.description }
    front.year = front.type == "protokoll" ? date?.year ?? bestYear(lines) : bestYear(lines) ?? date?.year
    front.title = title(front, lines)
    if front.type == "protokoll" { front.version = best("version", lines, mentions: false) }
    return front
  }

  /// The front matter of minutes with the day that they have where some words tell another day, as those of the approval (justering) do.
  func redated(_ front: FrontMatter, without texts: Set<ByteKey>) -> FrontMatter {
    // A day that these words do not tell has its weight from others, and keeps it.
    let days = texts.lazy.flatMap { DateScanner.scan($0.bytes) }.compactMap(\.date.date?.description)
    guard let day = front.date, days.contains(day) else { return front }
    let lines = frontLines()
    var front = front
    let date = bestDate(lines.filter { !texts.contains(ByteKey($0.text)) })
    front.date = date?.description
    front.year = date?.year ?? bestYear(lines)
    front.title = title(front, lines)
    return front
  }

  /// Lines of the first pages, and each running header once with the number of its pages as weight.
  private func frontLines() -> [FrontLine] {
    var lines: [FrontLine] = []
    var places: [ByteKey: Int] = [:]
    func add(_ text: [UInt8], _ weight: Double, _ isAboveText: Bool) {
      if let place = places[ByteKey(text)] {
        lines[place].weight = min(lines[place].weight + weight, Self.mostWeight)
        lines[place].isAboveText = lines[place].isAboveText || isAboveText
        return
      }
      places[ByteKey(text)] = lines.count
      lines.append(FrontLine(text: text, weight: weight, signature: TextSignature(text), isAboveText: isAboveText))
    }
    var isBeforeText = true
    for (index, page) in pages.enumerated() {
      var isAboveText = true
      for (number, line) in page.lines.enumerated() where line.isFurniture || index < Self.frontPages && number < Self.frontLines {
        if !line.isFurniture, hasParagrafer, isBeforeText, isParagrafHeading(line, on: page) { isBeforeText = false }
        guard line.isFurniture || isBeforeText, !recipients.contains(LineReference(page: index, line: number)) else { continue }
        if !line.isFurniture, line.range.count > Self.longestTitle, !isTitle(line), (index, number) != (0, 0) { isAboveText = false }
        let isFirst = index == 0 && line.fontSize >= largest * 0.8
        if isFirst, let name = wrapped(number, on: page) { add(name, 4, true) }
        for part in parts(of: line, on: page) { add(part, isFirst ? 4 : 1, isAboveText || line.isFurniture) }
      }
    }
    return lines
  }

  /// A report's name that goes on in the next line, set like it and begun with a small letter; nil where it does not.
  private func wrapped(_ number: Int, on page: Page) -> [UInt8]? {
    let line = page.lines[number]
    guard !line.isFurniture, isTitle(line), number + 1 < page.lines.count, line.cells.count == 1 else { return nil }
    let next = page.lines[number + 1]
    let (text, rest) = (page.text[line.range], page.text[next.range])
    guard abs(next.fontSize - line.fontSize) < 0.3, next.isBold == line.isBold, next.cells.count == 1, startsInLowerCase(rest),
      !endsSentence(text), !Self.endsInYear(text), text.count + rest.count < Self.longestTitle * 2
    else { return nil }
    return hyphenation.joined(Array(text), Array(rest))
  }

  /// Whether the name has come to its year, with or without a dash behind it: what follows is said of it.
  private static func endsInYear(_ text: ArraySlice<UInt8>) -> Bool {
    text.last { $0 != UInt8(ascii: "-") && $0 != 0x20 }.map { $0 &- 0x30 < 10 } ?? false
  }

  /// A name is larger than the text by this factor.
  private static let larger = 1.15

  private func isTitle(_ line: Line) -> Bool { line.fontSize > smallest * Self.larger }

  /// The size of the first page's smallest lines, in points.
  private var smallest: Double { pages.first?.lines.map(\.fontSize).min() ?? 0 }

  // Contents pages name § too, with a page number behind them.
  private func isParagrafHeading(_ line: Line, on page: Page) -> Bool {
    let text = Array(page.text[line.range])
    guard !rules.rules(in: .contents, near: text).contains(where: { $0.firstMatch(in: text) != nil }) else { return false }
    return rules.rules(in: .paragrafHeading, near: text).contains { $0.gives["sign"] != "nej" && $0.firstMatch(in: text) != nil }
  }

  // Fields that stand apart on a line are read by themselves and together; figures beside each other are a row of a table, and names of columns its head.
  private func parts(of line: Line, on page: Page) -> [[UInt8]] {
    let whole = Array(page.text[line.range])
    guard line.cells.count > 1 else { return [whole] }
    let cells = line.cells.map { Array(page.text[$0]) }
    if !line.isFurniture, cells.count(where: words.isHead) > 1 || isTableRow(cells) { return [] }
    let isFigure = { (cell: [UInt8]) in cell.allSatisfy { $0 &- 0x30 < 10 } }
    return [whole] + (cells.count(where: isFigure) > 1 ? cells.filter { !isFigure($0) } : cells)
  }

  /// Whether the cells are a label and the figures of a table's row, which may name others than whose document it is. Two that are digits alone may be
  /// the numbers of pages or of a case.
  private func isTableRow(_ cells: [[UInt8]]) -> Bool {
    let figures = cells.dropFirst().filter { [.number, .dash].contains(CellShape($0[...])) }
    guard figures.count > 1, figures.count == cells.count - 1 else { return false }
    return figures.count > 2 || figures.contains { !$0.allSatisfy(CellShape.isDigit) }
  }

  private func isTableRow(_ reference: LineReference) -> Bool {
    let page = pages[reference.page]
    let line = page.lines[reference.line]
    return line.cells.count > 2 && isTableRow(line.cells.map { Array(page.text[$0]) })
  }

  private var largest: Double { pages.first?.lines.map(\.fontSize).max() ?? 0 }

  private func kind(_ lines: [FrontLine]) -> String {
    var scores: [String: Double] = hasParagrafer ? ["protokoll": 6] : [:]
    for line in lines {
      for rule in rules.rules(in: .documentKind, near: line.signature) where rule.firstMatch(in: line.text) != nil {
        scores[rule.gives["type"] ?? "annat", default: 0] += line.weight * (Double(rule.gives["weight"] ?? "1") ?? 1)
        break
      }
    }
    // Minutes may be about a report, or those of the auditors.
    if areMinutes(lines) { scores = scores.filter { !Self.reports.contains($0.key) } }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "annat"
  }

  /// The kinds of document that a line of minutes may name.
  private static let reports: Set = ["delårsrapport", "revisionsrapport", "årsredovisning", "kvalitetsberättelse", "budget"]
  /// The fields that nothing but minutes has: who approves them, and their §.
  private static let fieldsOfMinutes: Set = ["adjusters", "paragraphs"]

  /// Whether the lines have one of these with its label where there are § too, or both.
  private func areMinutes(_ lines: [FrontLine]) -> Bool {
    let fields = Set(lines.compactMap(fieldOfMinutes))
    return fields.count > 1 || hasParagrafer && !fields.isEmpty
  }

  private func fieldOfMinutes(_ line: FrontLine) -> String? {
    let labels = rules.rules(in: .frontLabel, near: line.signature).filter { Self.fieldsOfMinutes.contains($0.gives["field"] ?? "") }
    return labels.first { $0.firstMatch(in: line.text)?.range.lowerBound == 0 }?.gives["field"]
  }

  private func minutesBody(_ lines: [FrontLine]) -> String? {
    best("body", lines, mentions: hasParagrafer) ?? best("body_mentioned", [], mentions: true, isClear: true, least: 0)
  }

  /// Whose report it is: the body in the title or the running header; else the one that the text names again and again. A report of the whole
  /// municipality names many, and is of none of them.
  private func reportBody(_ lines: [FrontLine]) -> String? {
    best("body", lines.filter(\.isAboveText), mentions: false, isClear: true) ?? best("body_mentioned", [], mentions: true, isClear: true)
  }

  /// The value of the field with the most weight behind it.
  /// - Parameters:
  ///   - mentions: whether running text counts too, each mention a little.
  ///   - isClear: whether all others together must be named no more than half as much.
  ///   - least: the weight that it must have to be clear.
  private func best(_ field: String, _ lines: [FrontLine], mentions: Bool, isClear: Bool = false, least: Double = leastClear)
    -> String?
  {
    var scores: [String: Double] = [:]
    let wanted = rules.selection(in: .frontMatter) { $0.gives["field"] == field }
    for line in lines {
      for (value, weight) in values(line, by: wanted) { scores[value, default: 0] += line.weight * weight }
    }
    if mentions { addMentions(of: field, to: &scores) }
    // One name in capitals and in small letters is one.
    for (name, score) in scores {
      if let other = scores.keys.first(where: { $0 != name && $0.uppercased() == name }) { scores[other, default: 0] += score }
    }
    guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    // "Arbetsutskottet" in the running header is "Socialnämndens arbetsutskott" on the front page.
    let fuller = scores.filter { Self.isFuller($0.key, than: best.key) && $0.value * 6 >= best.value }
    let others = scores.filter { $0.key.lowercased() != best.key.lowercased() && !Self.isFuller($0.key, than: best.key) }
    if isClear, best.value < least || others.values.reduce(0, +) * 2 > best.value { return nil }
    return fuller.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? best.key
  }

  /// Whether a name is the other with the body before it that it belongs to, in the genitive.
  private static func isFuller(_ name: String, than other: String) -> Bool {
    let stem = other.lowercased().hasSuffix("utskottet") ? String(other.lowercased().dropLast(2)) : other.lowercased()
    return name.lowercased().hasSuffix("s \(stem)")
  }

  private func values(_ line: FrontLine, by wanted: RuleSelection) -> [(String, Double)] {
    for rule in wanted.rules(near: line.signature) {
      guard let match = rule.firstMatch(in: line.text), let value = rules.values(of: rule, for: match, in: line.text)["value"] else {
        continue
      }
      return [(value, Double(rule.gives["weight"] ?? "1") ?? 1)]
    }
    return []
  }

  private func addMentions(of field: String, to scores: inout [String: Double]) {
    let mentioning = rules.selection(in: .frontMatter) { $0.gives["field"] == field && $0.gives["mentions"] == "ja" }
    let isOfBody = field != "municipality"
    for line in asked where !(isOfBody && recipients.contains(line)) {
      let near = signatures.rules(of: mentioning, near: line)
      guard !near.isEmpty, !isTableRow(line) else { continue }
      let text = pages.text(of: line)
      for rule in near {
        for match in rule.patterns.flatMap({ $0.allMatches(in: text) }) {
          guard let value = rules.values(of: rule, for: match, in: text)["value"] else { continue }
          scores[value, default: 0] += 0.5 * (Double(rule.gives["weight"] ?? "1") ?? 1)
        }
      }
    }
  }

  /// The lines of pages spread over the document: enough of them to see whom it names again and again.
  private var asked: [LineReference] {
    stride(from: 0, to: pages.count, by: max(1, pages.count / Self.mostAsked)).flatMap { page in
      pages[page].lines.indices.map { LineReference(page: page, line: $0) }
    }
  }

  private func bestDate(_ lines: [FrontLine]) -> DocumentDate? {
    let dateRules = rules.rules(in: .frontMatter).filter { $0.gives["field"] == "date" }
    var scores: [DocumentDate: Double] = [:]
    for line in lines {
      guard let rule = dateRules.first(where: { $0.mayMatch(line.signature) && $0.firstMatch(in: line.text) != nil }) else { continue }
      guard let date = DateScanner.scan(line.text).lazy.compactMap(\.date.date).first else { continue }
      scores[date, default: 0] += line.weight * (Double(rule.gives["weight"] ?? "1") ?? 1)
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func bestYear(_ lines: [FrontLine]) -> Int? { best("year", lines, mentions: false).flatMap { Int($0) } }

  private func title(_ front: FrontMatter, _ lines: [FrontLine]) -> String? {
    if front.type == "protokoll" { return ["Protokoll", front.body, front.date].compactMap { $0 }.joined(separator: " ") }
    let rules = rules.rules(in: .documentKind).filter { $0.gives["type"] == front.type }
    let line = lines.first { line in line.text.count < 100 && rules.contains { $0.firstMatch(in: line.text) != nil } }
    return line.map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// A name set in capitals in ordinary letters: "BJÖRKMÅLA KOMMUN" is Björkmåla kommun.
  private func named(_ name: String) -> String {
    guard name == name.uppercased() else { return name }
    let words = name.split(separator: " ").map { String($0.prefix(1)) + $0.dropFirst().lowercased() }
    return (words.dropLast() + words.suffix(1).map { $0.lowercased() }).joined(separator: " ")
  }

  private func capitalised(_ name: String) -> String {
    let lower = name == name.uppercased() ? name.lowercased() : name
    return lower.prefix(1).uppercased() + lower.dropFirst()
  }
}
