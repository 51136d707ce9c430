internal import Language
internal import Rules

/// The words that tell a table's parts, from the rules. A class: every head that is tried has it.
final class TableWords {
  private let heads: [Rule]
  private let values: [Rule]

  private let yearTakers: Pattern?
  private let companions: Pattern?
  private let textColumns: Pattern?
  private let headStumps: Pattern?
  private let valueStumps: Pattern?
  private let openEnds: Pattern?
  private let shares: Pattern?
  private let brokenNames: Pattern?
  private let wordColumns: Pattern?
  private let assessments: Pattern?

  private let pictureTexts: Pattern?
  private let parts: Pattern?
  private let notes: Pattern?
  private let hyphenKeepers: Pattern?
  private let continued: Pattern?

  private let units: [Rule]

  init(rules: RuleSet) {
    units = rules.rules(in: .tableUnit)
    let whole = { (fragment: String) in rules.vocabulary.pattern(for: fragment, prefix: "\\A", suffix: "\\z") }
    yearTakers = whole("kolumnmedar")
    companions = whole("kolumnled")
    textColumns = whole("textkolumn")
    headStumps = whole("kolumnstump")
    valueStumps = whole("vardestump")
    openEnds = whole("oavslutat")
    assessments = whole("utfallsord")
    wordColumns = whole("ordkolumn")
    brokenNames = whole("brutetkolumnord")
    shares = rules.vocabulary.pattern(for: "andelsord")
    pictureTexts = rules.vocabulary.pattern(for: "bildtext")
    parts = whole("kolumndel")
    notes = whole("notkolumn")
    hyphenKeepers = whole("fristaende_led")
    continued = rules.vocabulary.pattern(for: "fortsattning")
    heads = rules.rules(in: .tableHead)
    values = rules.rules(in: .tableValue)
  }

  /// A title without the words that say that its table goes on from the page before ("Taxa, forts."); nil where it has none.
  func titleOfContinued(_ title: String) -> String? {
    let text = Array(title.utf8)
    guard let range = continued?.firstMatch(in: text)?.range else { return nil }
    let rest = Array(text[..<range.lowerBound]) + Array(text[range.upperBound...])
    return String(decoding: trimmed(rest), as: UTF8.self)
  }

  /// Whether the text is nothing but the values' unit ("(tkr)").
  func isUnit(_ text: [UInt8]) -> Bool { matches(units, text) }

  private func matches(_ rules: [Rule], _ text: [UInt8]) -> Bool {
    let signature = TextSignature(text)
    return rules.contains { $0.firstMatch(in: text, signature) != nil }
  }

  func isUnit(_ text: String) -> Bool { isUnit(Array(text.utf8)) }

  /// Whether the text is the name of a value column ("Utfall 2022", "Bedömning").
  func isHead(_ text: [UInt8]) -> Bool {
    // Nearly every word of a document is asked for, most of them again and again.
    let key = ByteKey(text)
    if let known = knownHeads[key] { return known }
    let isHead = matches(heads, text)
    knownHeads[key] = isHead
    return isHead
  }

  private var knownHeads: [ByteKey: Bool] = [:]

  /// Whether a head of lines can begin with the word as its first name: one with a capital, or a year.
  func beginsHead(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first &- 0x41 < 26 || first == 0xC3 || CellShape.isDigit(first) else { return false }
    return isHead(Array(word))
  }

  /// Whether a year on the next line belongs to the name ("Utfall").
  func takesYear(_ word: String) -> Bool { yearTakers?.matches(Array(word.utf8)) ?? false }

  /// Whether the word belongs to the name before it ("tkr", "perioden").
  func isCompanion(_ word: String) -> Bool { companions?.matches(Array(word.utf8)) ?? false }

  /// Whether the column of that name holds words and no figures.
  func isTextColumn(_ name: String) -> Bool { textColumns?.matches(Array(name.utf8)) ?? false }

  /// Whether the text is an assessment of a goal ("Delvis uppfyllt").
  func isAssessment(_ text: String) -> Bool { assessments?.matches(Array(text.utf8)) ?? false }

  /// Whether the text is the name of a column of words ("Åtgärd", "Ansvarig").
  func isWordColumn(_ name: [UInt8]) -> Bool { wordColumns?.matches(name) ?? false }

  /// Whether the word is the beginning of a column's name, broken by the line's end.
  func isHeadStump(_ word: String) -> Bool { headStumps?.matches(Array(word.utf8)) ?? false }

  /// Whether the words are a part of a value in words, broken by the line's end.
  func isValueStump(_ word: [UInt8]) -> Bool { valueStumps?.matches(word) ?? false }

  /// Whether the text is what stands in a cell without figures ("Delvis uppfyllt", "Pågår").
  func isValue(_ text: [UInt8]) -> Bool { matches(values, text) }

  /// Whether the text stands below a picture, or explains signs: it is no title and no name of a column.
  func isPictureText(_ text: [UInt8]) -> Bool { pictureTexts?.matches(text) ?? false }

  /// Whether the name is that of a part of an activity's economy ("Kostnad", "Netto"): whose it is, a name above it says.
  func isPart(_ name: String) -> Bool { parts?.matches(Array(name.utf8)) ?? false }

  /// Whether the column of that name holds references to notes.
  func isNoteColumn(_ name: String) -> Bool { notes?.matches(Array(name.utf8)) ?? false }

  /// Whether a label that ends in the word goes on in the next line ("och", "LSS -").
  func goesOn(after word: String) -> Bool { openEnds?.matches(Array(word.utf8)) ?? false }

  /// Whether the label names a share ("andel (%)").
  func isShare(_ label: String) -> Bool { shares?.matches(Array(label.utf8)) ?? false }

  /// Two lines of a column's name as one: a word that the narrow column broke ("Avvik" / "else", "Helårs-" / "budget") is joined.
  func joinedName(_ first: String, _ second: String) -> String {
    // "jan–" / "aug": a dash with nothing before it parts no words.
    if first.hasSuffix("–"), !first.hasSuffix(" –") { return first + second }
    guard !first.isEmpty, let last = first.split(separator: " ").last, let next = second.split(separator: " ").first,
      next.first?.isLowercase == true
    else { return first.isEmpty ? second : "\(first) \(second)" }
    let stem = last.hasSuffix("-") ? last.dropLast() : last
    guard isHyphenated(stem, before: next, in: last) || isBroken(stem + next) else { return "\(first) \(second)" }
    return first.dropLast(last.hasSuffix("-") ? 1 : 0) + second
  }

  private func isBroken(_ word: Substring) -> Bool { brokenNames?.matches(Array(word.utf8)) ?? false }

  /// Whether a hyphen at a line's end parts one word, and joins no two ("Barn-" / "och", "jan-" / "aug"), nor what is written with one ("IT-").
  private func isHyphenated(_ stem: Substring, before next: Substring, in last: Substring) -> Bool {
    guard last.hasSuffix("-"), stem.count > 2, stem.allSatisfy(\.isLetter), stem.last?.isLowercase == true else { return false }
    return ![stem, next].contains { hyphenKeepers?.matches(Array($0.utf8)) ?? false }
  }
}
