internal import Facts
internal import Foundation
internal import Language
internal import Querying
internal import SearchIndex

/// What is known of each section of a document beside its words: by it fields of a query (`utfall:`, `part:`, `belopp:`) are answered and answers are counted.
struct SectionKnowledge {
  private(set) var attributes: [Set<String>]
  private(set) var amounts: [[Int64]]
  private(set) var marks: [SectionMarks]

  init(_ facts: FactsDocument, _ sections: [TextSection]) {
    attributes = Array(repeating: [], count: sections.count)
    amounts = Array(repeating: [], count: sections.count)
    marks = Array(repeating: SectionMarks(), count: sections.count)
    var paragraphs = facts.paragraphs[...]
    for (index, section) in sections.enumerated() where section.kind == .paragraf {
      guard let found = paragraphs.firstIndex(where: { $0.number == section.number }) else { continue }
      note(paragraphs[found], at: index)
      paragraphs = paragraphs[(found + 1)...]
    }
    let places = SectionPlaces(sections)
    for goal in facts.goals {
      note(.goal, at: places.section(of: goal.source), SectionAttribute.goalOutcome(goal.outcome))
    }
    for assignment in facts.assignments { note(.assignment, at: places.section(of: assignment.source)) }
    for table in facts.tables { note(.table, at: places.section(of: table.source)) }
    for indicator in facts.indicators { note(.indicator, at: places.section(of: indicator.source)) }
    for money in facts.amounts { note(money, at: places.section(of: money.source)) }
  }

  private mutating func note(_ paragraf: ParagrafFacts, at index: Int) {
    attributes[index].insert(SectionAttribute.paragraf(paragraf.number))
    if let caseNumber = paragraf.diarienummer { attributes[index].formUnion(SectionAttribute.caseNumbers(caseNumber)) }
    if let outcome = paragraf.outcome {
      attributes[index].insert(SectionAttribute.outcome(outcome))
      marks[index].outcome = outcome
    }
    if !paragraf.motions.isEmpty { note(.motion, at: index) }
    if !paragraf.decisions.isEmpty { note(.decision, at: index) }
    if !paragraf.votes.isEmpty { note(.vote, at: index) }
    if !paragraf.reservations.isEmpty { note(.reservation, at: index) }
    for reference in paragraf.references {
      if let date = reference.date { attributes[index].insert(SectionAttribute.reference(to: reference.paragraph, on: date)) }
    }
    let voters = paragraf.votes.flatMap { $0.yesNames + $0.noNames + $0.abstainNames }
    let people = paragraf.motions.compactMap(\.mover) + paragraf.reservations.compactMap(\.who) + voters + paragraf.recusals
    for text in people { attributes[index].formUnion(SectionAttribute.people(text)) }
  }

  private mutating func note(_ kind: AskedFact, at index: Int?, _ attribute: String? = nil) {
    guard let index else { return }
    attributes[index].insert(SectionAttribute.fact(kind.rawValue))
    marks[index].insert(kind)
    if let attribute { attributes[index].insert(attribute) }
  }

  private mutating func note(_ money: Money, at index: Int?) {
    note(.amount, at: index)
    guard let index, let value = money.valueSEK else { return }
    let kronor = NSDecimalNumber(decimal: abs(value)).doubleValue.rounded()
    if let whole = Int64(exactly: kronor) { amounts[index].append(whole) }
  }
}

/// A section's kinds of facts and outcome in 32 bits, as the index counts by them: a bit a kind from the lowest on, and the outcome's place in
/// the list in the highest byte. The kinds' order is that of `AskedFact`, and is kept in every archive: new ones come last.
struct SectionMarks: Equatable {
  private(set) var bits: UInt32 = 0

  /// Of the facts document; the order is kept in every archive, so that new ones come last. 0 is none.
  static let outcomes = ["", "bifall", "avslag", "återremiss", "bordläggning", "besvarad", "anteckning", "val", "annat"]

  init(bits: UInt32 = 0) { self.bits = bits }

  mutating func insert(_ kind: AskedFact) {
    if let place = AskedFact.allCases.firstIndex(of: kind) { bits |= 1 << UInt32(place) }
  }

  var outcome: String {
    get { Self.outcomes.indices.contains(Int(bits >> 24)) ? Self.outcomes[Int(bits >> 24)] : "" }
    set { bits = bits & 0x00FF_FFFF | UInt32(Self.outcomes.firstIndex(of: newValue) ?? 0) << 24 }
  }
}

/// How what is known of a section is written in the index. A query is written the same way.
enum SectionAttribute {
  static func fact(_ kind: String) -> String { "typ:" + kind }
  static func outcome(_ value: String) -> String { "utfall:" + value }
  static func goalOutcome(_ value: String) -> String { "mål:" + value }
  static func paragraf(_ number: Int) -> String { "§:\(number)" }
  /// A mention of the § of a meeting's day.
  static func reference(to paragraf: Int, on date: String) -> String { "ref:\(date) \(paragraf)" }
  static func party(_ letters: String) -> String { "part:" + letters.uppercased() }

  /// A case number by its identity and, for who leaves the registry's letters out, without them; one of a form that only an overlay knows has
  /// no letters that could be left out.
  static func caseNumbers(_ asWritten: String) -> Set<String> {
    guard let number = CaseNumber.whole(asWritten) else {
      return [caseNumber(CaseNumber.identity(of: asWritten) ?? asWritten.uppercased())]
    }
    var bare = number
    bare.registry = ""
    return Set([number, bare].map(\.normalized).filter { !$0.isEmpty }.map(caseNumber))
  }

  /// A case number by its identity (`CaseNumber.identity`).
  static func caseNumber(_ identity: String) -> String { "dnr:" + identity }

  /// The parties and names in a row of people as minutes write them: `Anna Ek (S), Bo Ås (MP) och Eva Al (V)`.
  static func people(_ text: String) -> Set<String> {
    var found: Set<String> = []
    for person in PersonText.split(text) {
      found.formUnion(person.parties.map(party))
      found.formUnion(name(person.words))
    }
    return found
  }

  /// Each word of a name, and each two of its words in the order of the alphabet: a name is found by any of its words, and several words
  /// only where they stand in one name.
  static func name(_ words: [String]) -> Set<String> {
    let words = Set(words).sorted()
    var found = Set(words.map { "namn:" + $0 })
    for (index, first) in words.enumerated() {
      for second in words[(index + 1)...] { found.insert("namn:\(first) \(second)") }
    }
    return found
  }
}
