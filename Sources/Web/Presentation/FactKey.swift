internal import Facts

/// Which fact of a document or of one of its § is meant, as addresses name it: "beslut-2".
struct FactKey: Sendable, Equatable {
  enum Kind: String, Sendable {
    // Of a §.
    case motion = "yrkande"
    case decision = "beslut"
    case vote = "votering"
    case reservation = "reservation"
    case statement = "anteckning"
    case reference = "hanvisning"
    // Of the document.
    case goal = "mal"
    case assignment = "uppdrag"
    case amount = "belopp"
    case indicator = "nyckeltal"
    case table = "tabell"
  }

  var kind: Kind
  /// Counts from 1.
  var number: Int

  init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// Nil where it is none.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let number = Int(parts[1]), number > 0 else { return nil }
    self.init(kind, number)
  }

  var text: String { "\(kind.rawValue)-\(number)" }

  /// Where it stands; nil where there is no such fact, or its place is not known.
  func source(in facts: FactsDocument, paragraf: ParagrafFacts?) -> Evidence? {
    switch kind {
    case .motion: at(paragraf?.motions)?.source
    case .decision: at(paragraf?.decisions)?.source
    case .vote: at(paragraf?.votes)?.source
    case .reservation: at(paragraf?.reservations)?.source
    case .statement: at(paragraf?.statements)?.source
    case .reference: at(paragraf?.references)?.source
    case .goal: at(facts.goals)?.source
    case .assignment: at(facts.assignments)?.source
    case .amount: at(facts.amounts)?.source
    case .indicator: at(facts.indicators)?.source
    case .table: at(facts.tables)?.source
    }
  }

  private func at<Fact>(_ facts: [Fact]?) -> Fact? {
    guard let facts, number <= facts.count else { return nil }
    return facts[number - 1]
  }
}
