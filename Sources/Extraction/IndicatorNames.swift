internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Names a key figure whole where its sentence says only a part: the group in the line above it, the goal that it is the result of.
struct IndicatorNames {
  let goals: GoalContext
  private let general: Pattern?
  private let measure: Pattern?

  /// Words of a line that names a group or a unit.
  private static let mostLabelWords = 3
  private static let longestLabel = 40

  init(rules: RuleSet, goals: [GoalExtractor.Located], document: MunicipalDocument) {
    self.goals = GoalContext(goals, rules: rules, document: document)
    general = rules.vocabulary.pattern(for: "allmanrubrik", prefix: "\\A", suffix: "\\z")
    measure = rules.vocabulary.pattern(for: "mattled", prefix: "\\A", suffix: "\\z")
  }

  /// The text as the name of the group that the figures below it are of ("Barnärenden"); nil where it is something else.
  func label(_ text: [UInt8]) -> String? {
    guard Self.mayBeLabel(text[...]), text.beginsWithCapital else { return nil }
    let words = text.split(separator: 0x20)
    guard (1...Self.mostLabelWords).contains(words.count),
      // "Anna Berg" is a person.
      !words.dropFirst().contains(where: { Array($0).beginsWithCapital }), general?.matches(text) == false
    else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// False of nearly every line, by its length and its signs alone.
  private static func mayBeLabel(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < longestLabel && !text.contains { $0 < 0x41 && $0 != 0x20 && $0 != 0x2D }
  }

  /// The block parted at lines that name groups: they may stand as close to the text as its own lines do.
  func parted(_ block: Block, in document: MunicipalDocument) -> [Block] {
    guard block.lines.contains(where: { Self.mayBeLabel(document.slice($0)) }) else { return [block] }
    let texts = block.lines.map(document.text)
    let labels = block.lines.indices.filter { index in
      label(texts[index]) != nil && (index == 0 || texts[index - 1].endsAsSentence)
        && (index + 1 == texts.count || Self.begins(texts[index + 1]))
    }
    guard !labels.isEmpty else { return [block] }
    let cuts = Set([0, texts.count] + labels.flatMap { [$0, $0 + 1] }).sorted()
    return zip(cuts, cuts.dropFirst()).flatMap { start, end in document.blocks(Array(block.lines[start..<end])) }
  }

  /// Whether a sentence can begin with the line.
  private static func begins(_ text: [UInt8]) -> Bool {
    text.first { $0 != 0x20 }.map { (0x30...0x39).contains($0) } ?? false || text.beginsWithCapital
  }

  /// The figure with its whole name; nil where nothing says what it is of.
  func completed(_ indicator: Indicator, label: String?, at line: LineReference) -> Indicator? {
    var indicator = indicator
    let parts = indicator.name.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let base = Array(parts[0].utf8)
    if measure?.matches(base) ?? false {
      guard let subject = goals.subject(at: line) ?? label else { return nil }
      indicator.name = "\(subject) - \(indicator.name)"
    } else if let label, !Self.names(indicator.name, label), !indicator.name.contains(" - ") {
      indicator.name = "\(label) - \(indicator.name)"
    }
    return goals.completed(indicator, at: line)
  }

  /// Whether the name has the label in it already, in one of its forms.
  private static func names(_ name: String, _ label: String) -> Bool {
    let stem = label.lowercased().prefix(max(4, label.count - 3))
    return name.lowercased().contains(stem)
  }
}
