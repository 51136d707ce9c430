public import Facts

/// Which fact of a document is meant, as addresses name it: `beslut-2` of § `18`.
public struct FactPlace: Hashable, Sendable, Codable {
  public var list: FactList
  /// The § it belongs to: "18", or "18.2" for the second § 18 of the file. Nil for facts of the document.
  public var paragraf: String?
  /// Its number in the list, from 1.
  public var number: Int

  public init(_ list: FactList, _ number: Int = 1, paragraf: String? = nil) {
    self.list = list
    self.number = number
    self.paragraf = paragraf
  }
}

/// The lists of facts that a document has, by the words under which addresses and annotations name them.
public enum FactList: String, Sendable, Codable, CaseIterable {
  /// What the document is: one fact.
  case document = "dokument"
  /// What the § says of itself (rubrik, diarienummer, utgång): one fact.
  case paragraf
  // Of a §.
  case motion = "yrkande"
  case decision = "beslut"
  case vote = "votering"
  case reservation
  case statement = "anteckning"
  case reference = "hanvisning"
  // Of the document.
  case goal = "mal"
  case assignment = "uppdrag"
  case amount = "belopp"
  case indicator = "nyckeltal"
  case table = "tabell"

  /// Whether its facts belong to a §.
  public var isOfParagraf: Bool {
    switch self {
    case .paragraf, .motion, .decision, .vote, .reservation, .statement, .reference: true
    case .document, .goal, .assignment, .amount, .indicator, .table: false
    }
  }

  /// One fact of the list, as a reader calls it.
  public var name: String {
    switch self {
    case .document: "dokumentet"
    case .paragraf: "paragrafen"
    case .reference: "hänvisning"
    case .goal: "mål"
    default: rawValue
    }
  }

  /// The fields that can be mended: their keys in CONTRACT, what they are called, and what may stand in them.
  public var fields: [(key: String, name: String, form: FieldForm)] { access.fields }

  var access: any FactAccess {
    switch self {
    case .document: OneOfDocument(path: \.document)
    case .paragraf: OneOfParagraf(path: \.self)
    case .motion: ListOfParagraf(path: \.motions)
    case .decision: ListOfParagraf(path: \.decisions)
    case .vote: ListOfParagraf(path: \.votes)
    case .reservation: ListOfParagraf(path: \.reservations)
    case .statement: ListOfParagraf(path: \.statements)
    case .reference: ListOfParagraf(path: \.references)
    case .goal: ListOfDocument(path: \.goals)
    case .assignment: ListOfDocument(path: \.assignments)
    case .amount: ListOfDocument(path: \.amounts)
    case .indicator: ListOfDocument(path: \.indicators)
    case .table: ListOfDocument(path: \.tables)
    }
  }
}

extension FactsDocument {
  /// The keys of the §, in their order: "18", and "18.2" for the second § 18 of the file.
  public var paragrafKeys: [String] {
    var seen: [Int: Int] = [:]
    return paragraphs.map { paragraf in
      let count = seen[paragraf.number, default: 0] + 1
      seen[paragraf.number] = count
      return count == 1 ? "\(paragraf.number)" : "\(paragraf.number).\(count)"
    }
  }

  /// Nil where there is no such fact.
  public func fact(at place: FactPlace) -> (any CorrectableFact)? {
    guard let index = index(of: place) else { return nil }
    let facts = place.list.access.facts(in: self, index)
    return facts.indices.contains(place.number - 1) ? facts[place.number - 1] : nil
  }

  /// The facts of a list, or of a list of one of the §.
  public func places(of list: FactList, paragraf: String? = nil) -> [FactPlace] {
    guard let index = index(of: FactPlace(list, paragraf: paragraf)) else { return [] }
    return list.access.facts(in: self, index).indices.map { FactPlace(list, $0 + 1, paragraf: paragraf) }
  }

  /// Gives a fact other values. Throws for what a field cannot hold. The fact must be there.
  mutating func mend(_ place: FactPlace, _ values: [String: String]) throws(FieldMistake) {
    guard let index = index(of: place) else { return }
    try place.list.access.mend(&self, index, place.number - 1, values)
  }

  /// Takes facts away. Those that are one (the document, a §) stay.
  mutating func remove(_ places: some Sequence<FactPlace>) {
    // From the last on, so that the numbers of those before still hold.
    for place in places.sorted(by: { $0.number > $1.number }) {
      if let index = index(of: place) { place.list.access.remove(&self, index, place.number - 1) }
    }
  }

  // The index of its §, 0 for facts of the document; nil where there is no such §.
  private func index(of place: FactPlace) -> Int? {
    if !place.list.isOfParagraf { return 0 }
    return place.paragraf.flatMap { paragrafKeys.firstIndex(of: $0) }
  }
}

extension FactAccess {
  /// Nothing, where there is only one.
  func remove(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int) {}

  var fields: [(key: String, name: String, form: FieldForm)] { Fact.fields.map { ($0.key, $0.name, $0.form) } }
}

/// The way to a list's facts, whatever their type. `paragraf` is the index of the § among the document's; lists of the document do not look at it.
protocol FactAccess {
  associatedtype Fact: CorrectableFact
  func facts(in document: FactsDocument, _ paragraf: Int) -> [any CorrectableFact]
  func mend(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int, _ values: [String: String]) throws(FieldMistake)
  func remove(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int)
}

private struct OneOfDocument<Fact: CorrectableFact>: FactAccess {
  let path: WritableKeyPath<FactsDocument, Fact>

  func facts(in document: FactsDocument, _ paragraf: Int) -> [any CorrectableFact] { [document[keyPath: path]] }

  func mend(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int, _ values: [String: String]) throws(FieldMistake) {
    document[keyPath: path] = try document[keyPath: path].mended(values)
  }
}

private struct OneOfParagraf<Fact: CorrectableFact>: FactAccess {
  let path: WritableKeyPath<ParagrafFacts, Fact>

  func facts(in document: FactsDocument, _ paragraf: Int) -> [any CorrectableFact] { [document.paragraphs[paragraf][keyPath: path]] }

  func mend(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int, _ values: [String: String]) throws(FieldMistake) {
    document.paragraphs[paragraf][keyPath: path] = try document.paragraphs[paragraf][keyPath: path].mended(values)
  }
}

private struct ListOfDocument<Fact: CorrectableFact>: FactAccess {
  let path: WritableKeyPath<FactsDocument, [Fact]>

  func facts(in document: FactsDocument, _ paragraf: Int) -> [any CorrectableFact] { document[keyPath: path] }

  func mend(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int, _ values: [String: String]) throws(FieldMistake) {
    document[keyPath: path][number] = try document[keyPath: path][number].mended(values)
  }

  func remove(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int) { document[keyPath: path].remove(at: number) }
}

private struct ListOfParagraf<Fact: CorrectableFact>: FactAccess {
  let path: WritableKeyPath<ParagrafFacts, [Fact]>

  func facts(in document: FactsDocument, _ paragraf: Int) -> [any CorrectableFact] { document.paragraphs[paragraf][keyPath: path] }

  func mend(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int, _ values: [String: String]) throws(FieldMistake) {
    document.paragraphs[paragraf][keyPath: path][number] = try document.paragraphs[paragraf][keyPath: path][number].mended(values)
  }

  func remove(_ document: inout FactsDocument, _ paragraf: Int, _ number: Int) {
    document.paragraphs[paragraf][keyPath: path].remove(at: number)
  }
}
