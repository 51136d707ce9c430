internal import Documents
internal import Pages

/// Tells where in a document's body a line stands, without looking through it.
final class BodyPlaces {
  private let document: MunicipalDocument
  // Made when it is first asked for: most documents have no table that asks.
  private lazy var places = Dictionary(
    zip(document.body, document.body.indices), uniquingKeysWith: { first, _ in first })

  init(_ document: MunicipalDocument) { self.document = document }

  /// The line's index in the body; nil where it is none of its lines.
  subscript(line: LineReference) -> Int? { places[line] }
}
