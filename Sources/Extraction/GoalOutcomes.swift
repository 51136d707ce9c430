internal import Documents
internal import Language
internal import Pages
internal import Rules

/// Tells how a goal went, on the scales of the vocabulary: in a table's cell, on a line after its label ("Bedömning: Gul") or in a sentence.
struct GoalOutcomes {
  /// A value of the facts document, with the words that say it.
  struct Outcome: Equatable {
    var value: String
    var written: String
  }

  private let rules: RuleSet
  private let label: Pattern?
  private let sureLabel: Pattern?
  private let count: Pattern?
  private let assignment: Pattern?
  private let anotherGoal: Pattern?
  private let yearBefore: Pattern?
  private let yearBehind: Pattern?
  private let boxes: TickedBoxes

  init(rules: RuleSet) {
    self.rules = rules
    let rest = "(?: ?[:–] ?(?<rest>\\S.*)?)?\\z"
    label = rules.vocabulary.pattern(for: "utfallsetikett", prefix: "\\A", suffix: rest)
    sureLabel = rules.vocabulary.pattern(for: "bedomningsetikett", prefix: "\\A", suffix: ": ?\\S")
    count = rules.vocabulary.pattern(for: "malrakning_i_mening")
    assignment = rules.vocabulary.pattern(for: "uppdragsord", prefix: "\\A")
    yearBefore = rules.vocabulary.pattern(for: "utfallsar_fore", suffix: "\\z")
    yearBehind = rules.vocabulary.pattern(for: "utfallsar_efter", prefix: "\\A")
    boxes = TickedBoxes(rules.vocabulary)
    anotherGoal = rules.vocabulary.pattern(for: "annatmal", prefix: "\\A", suffix: "\\z")
  }

  // MARK: Cells

  /// What a cell under the heading of a column of outcomes says; nil where it says nothing of it.
  func cell(_ text: String) -> Outcome? {
    if let ticked = boxes.words(in: Array(text.utf8)) { return step(ofTicked: ticked) }
    let bytes = Self.trimmed(Array(text.utf8))
    return short(bytes) ?? sentence(in: bytes)
  }

  /// Nil where none, or more than one, is ticked.
  private func step(ofTicked ticked: [[UInt8]]) -> Outcome? {
    guard ticked.count == 1 else { return nil }
    let words = Self.trimmed(ticked[0])
    return short(words) ?? sentence(in: words)
  }

  /// The step of the scale that a column for crosses is named by ("Delvis uppfyllt").
  func step(_ name: String) -> Outcome? { short(Self.trimmed(Array(name.utf8))) }

  /// The outcome that is all that the text says.
  private func short(_ text: [UInt8]) -> Outcome? {
    guard !text.isEmpty, let value = rules.vocabulary.value(of: text, in: "utfallsruta") else { return nil }
    return Outcome(value: value, written: String(decoding: text, as: UTF8.self))
  }

  // A dot in the scale's colour or a bullet may stand before the words, a full stop after them.
  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.drop {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    var bytes = Array(String(scalars).utf8)
    while bytes.last == 0x20 || bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    return bytes
  }

  private func sentence(in text: [UInt8]) -> Outcome? {
    guard let match = rules.shared.outcome?.firstMatch(in: text), !isCount(text, upTo: match.range.upperBound) else { return nil }
    return outcome(Array(text[match.range]))
  }

  private func outcome(_ written: [UInt8]) -> Outcome? {
    rules.vocabulary.value(of: written, in: "utfall").map { Outcome(value: $0, written: String(decoding: written, as: UTF8.self)) }
  }

  // MARK: Lines

  /// The first assessment on the lines, until a heading of something else or another goal.
  /// - Parameters:
  ///   - stops: lines with which something else begins.
  ///   - ofAssignment: whether it is an assignment that is assessed: "uppdraget är uppfyllt" is said of no goal.
  func first(in lines: Range<Int>, of document: MunicipalDocument, stops: Set<LineReference>, ofAssignment: Bool) -> Outcome? {
    for index in lines {
      let line = document.body[index]
      let text = document.text(line)
      if stops.contains(line) { return nil }
      // Steps with boxes look like an explanation of the scale, but one of them is ticked.
      if let ticked = boxes.words(in: text) {
        if let found = step(ofTicked: ticked) { return found }
        continue
      }
      if anotherGoal?.matches(text) ?? false { return nil }
      let found = labelled(index, in: document) ?? sentence(at: index, in: document, ofAssignment: ofAssignment)
      if let found, !isOfScale(index, in: document) { return found }
    }
    return nil
  }

  /// Whether the line is a step of a scale that is explained, step below step: it stands alone on its line, as another does beside it.
  private func isOfScale(_ index: Int, in document: MunicipalDocument) -> Bool {
    guard let own = step(at: index, in: document) else { return false }
    return [index - 1, index + 1].contains { step(at: $0, in: document).map { $0 != own } ?? false }
  }

  /// The value of an assessment that is all that the line says.
  private func step(at index: Int, in document: MunicipalDocument) -> String? {
    guard document.body.indices.contains(index) else { return nil }
    let text = Self.trimmed(document.text(document.body[index]))
    if let step = short(text) { return step.value }
    guard let match = rules.shared.outcome?.firstMatch(in: text), match.range == 0..<text.count else { return nil }
    return outcome(text)?.value
  }

  /// Whether the line is one that only an assessment begins with ("Måluppfyllelse: 75 %"), or says one.
  func isAssessment(_ index: Int, in document: MunicipalDocument) -> Bool {
    guard index < document.body.count else { return false }
    let text = document.text(document.body[index])
    if let ticked = boxes.words(in: text), step(ofTicked: ticked) != nil { return true }
    if sureLabel?.matches(text) ?? false || labelled(index, in: document) != nil { return true }
    return rules.shared.outcome?.firstMatch(in: text)?.range.lowerBound == 0
  }

  /// What stands after the line's label, or alone on the line below it.
  private func labelled(_ index: Int, in document: MunicipalDocument) -> Outcome? {
    let text = document.text(document.body[index])
    guard let match = label?.firstMatch(in: text) else { return nil }
    guard let rest = match.range("rest") else {
      guard index + 1 < document.body.count else { return nil }
      let below = document.text(document.body[index + 1])
      return boxes.words(in: below) == nil ? short(Self.trimmed(below)) : nil
    }
    let said = Array(text[rest])
    let first = rules.shared.sentences.split(said).first.map { Array(said[$0]) } ?? said
    return short(Self.trimmed(first)) ?? short(Self.trimmed(said))
  }

  /// A sentence that begins on the line; it may go on in small letters on the next.
  private func sentence(at index: Int, in document: MunicipalDocument, ofAssignment: Bool) -> Outcome? {
    let own = Self.trimmed(document.text(document.body[index]))
    let text = own + continuation(of: index, in: document)
    guard let match = rules.shared.outcome?.firstMatch(in: text), match.range.lowerBound < own.count else { return nil }
    let written = Array(text[match.range])
    if !ofAssignment && assignment?.matches(written) ?? false || isOfEarlierYear(text, match.range, document) { return nil }
    return isCount(beginning(above: index, in: document) + text[..<match.range.upperBound]) ? nil : outcome(written)
  }

  /// Whether a year right before or behind the assessment says that it is an earlier report's ("Målet var uppfyllt 2021").
  private func isOfEarlierYear(_ text: [UInt8], _ range: Range<Int>, _ document: MunicipalDocument) -> Bool {
    guard let reported = document.frontMatter.year else { return false }
    let (before, behind) = (Array(text[..<range.lowerBound]), Array(text[range.upperBound...]))
    let years = [(yearBefore, before), (yearBehind, behind)].compactMap { pattern, text in
      pattern?.firstMatch(in: text).map { text[$0.range] }
    }
    return years.contains { words in
      let digits = words.drop { $0 &- 0x30 >= 10 }.prefix(4)
      return Int(String(decoding: digits, as: UTF8.self)).map { $0 < reported } ?? false
    }
  }

  private func continuation(of index: Int, in document: MunicipalDocument) -> [UInt8] {
    guard index + 1 < document.body.count else { return [] }
    let next = document.text(document.body[index + 1])
    return next.beginsWithSmallLetter ? [0x20] + next : []
  }

  /// The line above, where its sentence goes on.
  private func beginning(above index: Int, in document: MunicipalDocument) -> [UInt8] {
    guard index > 0 else { return [] }
    let text = document.text(document.body[index - 1])
    return text.endsAsSentence ? [] : text + [0x20]
  }

  // MARK: Counts

  private func isCount(_ text: [UInt8], upTo end: Int) -> Bool { isCount(Array(text[..<end])) }

  /// Whether the last sentence counts goals: "av åtta mål är fem uppfyllda och tre delvis uppfyllda" says how none of them went.
  private func isCount(_ text: [UInt8]) -> Bool {
    let last = rules.shared.sentences.split(text).last.map { Array(text[$0]) } ?? text
    return count?.matches(last) ?? false
  }
}
