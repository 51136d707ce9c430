internal import Corrections
internal import Facts

/// The fact that is corrected.
struct CorrectedFact: Sendable {
  let document: OpenDocument
  let place: FactPlace
  /// As it is shown, with what was mended before.
  let fact: any CorrectableFact
  /// What holds of it now.
  let state: FactState?

  /// Throws a `Problem` where the document has no such fact.
  init(_ fields: Fields, in document: OpenDocument) throws {
    self.document = document
    guard let key = fields["uppgift"].flatMap(FactKey.init) else {
      throw Problem.badRequest("Adressen säger inte vilken uppgift som ska rättas.")
    }
    place = key.place(paragraf: fields["paragraf"] ?? "")
    guard let fact = document.facts.fact(at: place) else {
      throw Problem.notFound("Dokumentet har ingen sådan uppgift; det kan ha lästs på nytt sedan du fick adressen.")
    }
    self.fact = fact
    state = document.states[place]
  }

  /// Of a list, the others of which no one has said anything.
  var unjudged: [FactPlace] {
    document.facts.places(of: place.list, paragraf: place.paragraf).filter { $0 != place && document.states[$0] == nil }
  }

  /// "§ 18 beslut 2".
  var name: String { place.name }

  var documentName: String { DocumentNames(document.entry).heading }

  /// Where the reader came from.
  var address: String { Address.document(document.id, DocumentPart(place)) }
}

extension FactPlace {
  /// "§ 18 beslut 2", "mål 3", "dokumentet".
  var name: String {
    let isAlone = list == .paragraf || list == .document
    return (paragraf.map { "§\u{A0}\($0) " } ?? "") + (isAlone ? list.name : "\(list.name) \(number)")
  }
}

extension DocumentPart {
  /// Where a fact is shown.
  init(_ place: FactPlace) {
    self.init(paragraf: place.paragraf ?? "")
    if !place.list.isOfParagraf, place.list != .document { view = place.list.view }
    if place.list != .paragraf, place.list != .document { fact = FactKey(place.list, place.number) }
  }
}

extension FactList {
  /// The view of the document page on which facts of the document stand.
  fileprivate var view: String {
    switch self {
    case .table: DocumentChoice.View.tabeller.rawValue
    default: rawValue
    }
  }
}
