internal import Archive

/// One hit with the way to its place.
struct HitModel: Sendable {
  let address: String
  let heading: String
  let whose: String
  let place: String
  let snippet: [Piece]
  let isRecognised: Bool
  let others: String?

  /// A part of the text around a hit.
  struct Piece: Sendable {
    let text: String
    let isHit: Bool
  }

  init(_ hit: Hit) {
    let number = hit.paragraph.map { "§\u{A0}\($0) " } ?? ""
    heading = number + (hit.heading.isEmpty ? "utan rubrik" : hit.heading)
    let when = hit.document.date ?? hit.document.year.map(String.init)
    whose = [hit.document.body, hit.document.municipality, when, hit.document.type, hit.document.version].compactMap { $0 }.joined(
      separator: " · ")
    place = "sida \(hit.page)"
    isRecognised = hit.recognised
    snippet = Self.pieces(hit.snippet)
    address = Self.address(of: hit)
    others = hit.otherFiles.isEmpty ? nil : "även i \(hit.otherFiles.map(\.source).joined(separator: ", "))"
  }

  /// The document at the § or section of the hit, with its place marked.
  static func address(of hit: Hit) -> String {
    var part = DocumentPart(page: hit.page, marks: Marks(boxes: hit.boxes).text)
    if let number = hit.paragraph { part.paragraf = String(number) } else { part.section = "\(hit.section + 1)" }
    return Address.document(hit.document.id, part)
  }

  /// The archive marks hits by `**` on both sides, and leaves no such signs of the text's own.
  private static func pieces(_ snippet: String) -> [Piece] {
    snippet.split(separator: "**", omittingEmptySubsequences: false).enumerated().filter { !$1.isEmpty }.map { place, text in
      Piece(text: String(text), isHit: place % 2 == 1)
    }
  }
}
