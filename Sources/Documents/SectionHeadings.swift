internal import Pages
internal import Rules

/// Recognises the headings of the sections inside a §.
struct SectionHeadings {
  /// A recognised heading.
  struct Found {
    var kind: Section.Kind
    var rule: String
    /// Text after a colon on the same line, bytes of the line.
    var inline: Range<Int>?
    /// The organ that the heading names ("Arbetsutskottets beslut"), bytes of the line.
    var body: Range<Int>?
    /// Whether the heading leads in the decision itself ("Socialnämnden beslutar").
    var isLead: Bool
    /// Whether what stands below is the decision where the § has no other.
    var decidesAlone: Bool
    /// Whether it stands over what the organ decides for its own part, beside what it proposes to another.
    var isOfOwnPart: Bool
    /// The organ that is to decide after the one that proposes ("Förslag till kommunfullmäktige"), bytes of the line.
    var receiver: Range<Int>?
    /// Whether it is a heading only in a § that gives each organ a part, and elsewhere a reference.
    var isOfPart: Bool
    /// The kind of section in which the words are an item and no heading ("Yrkande från Karin Berg (S)" among the documents of a matter).
    var isItemIn: Section.Kind?
  }

  private let found: [LineReference: Found]
  private let pages: [Page]
  /// That of most headings, where they are bold and tell themselves from the text; nil else.
  private let style: HeadingStyle?

  /// Headings longer than this (bytes) are sentences.
  private static let longest = 110

  init(pages: [Page], body: [LineReference], signatures: LineSignatures) {
    var found: [LineReference: Found] = [:]
    for reference in body {
      let text = pages.flatText(of: reference)
      // A line that begins with a small letter goes on from the one before it.
      guard text.count <= Self.longest, !startsInLowerCase(text),
        let heading = Self.match(text, signatures[reference], near: signatures.rules(in: .sectionHeading, near: reference))
      else { continue }
      found[reference] = heading
    }
    self.found = Self.withoutPlainOnes(found, pages: pages)
    self.pages = pages
    style = Self.style(of: self.found, pages: pages)
  }

  private static func style(of found: [LineReference: Found], pages: [Page]) -> HeadingStyle? {
    var counts: [HeadingStyle: Int] = [:]
    for line in found.keys { counts[HeadingStyle(pages.line(line)), default: 0] += 1 }
    guard let most = counts.max(by: { $0.value < $1.value }), most.key.isBold, most.value >= fewestOfStyle else { return nil }
    return most.value * 5 >= found.count * 4 ? most.key : nil
  }

  /// So many headings show how a document sets them.
  private static let fewestOfStyle = 4

  func heading(_ line: LineReference) -> Found? { found[line] }

  /// Whether the line is set in the bold type of most of the document's headings inside its §.
  func isSetAsHeading(_ line: LineReference) -> Bool {
    style.map { HeadingStyle(pages.line(line)) == $0 && pages.line(line).isWhollyBold } ?? false
  }

  private static func match(_ text: [UInt8], _ signature: TextSignature, near rules: [Rule]) -> Found? {
    for rule in rules {
      guard let match = rule.firstMatch(in: text, signature), let name = rule.gives["section"], let kind = Section.Kind(rawValue: name)
      else { continue }
      let inline = match.range("rest").flatMap { $0.isEmpty ? nil : $0 }
      return Found(
        kind: kind, rule: rule.id, inline: inline, body: match.range("organ"), isLead: rule.gives["lead"] == "ja",
        decidesAlone: rule.gives["alone"] == "beslut", isOfOwnPart: match.range("egen") != nil, receiver: match.range("mottagare"),
        isOfPart: rule.gives["part"] == "ja", isItemIn: rule.gives["item_in"].flatMap(Section.Kind.init))
    }
    return nil
  }

  /// Where a document sets a kind of heading in bold, the same words in plain type are text. Those that have text on their line are counted by
  /// themselves: of these the line is plain, though the heading is bold.
  private static func withoutPlainOnes(_ found: [LineReference: Found], pages: [Page]) -> [LineReference: Found] {
    let key = { (heading: Found) in heading.inline == nil ? heading.rule : heading.rule + ":" }
    var counts: [String: (bold: Int, all: Int)] = [:]
    for (line, heading) in found {
      let count = counts[key(heading)] ?? (0, 0)
      counts[key(heading)] = (count.bold + (pages.line(line).isBold ? 1 : 0), count.all + 1)
    }
    return found.filter { line, heading in
      guard let count = counts[key(heading)], count.bold >= 3, count.bold * 10 >= count.all * 6 else { return true }
      return pages.line(line).isBold
    }
  }
}
