internal import Archive
internal import Corrections
internal import Facts

/// `/api/v1/documents/ID/paragraphs/18`: one § with its text.
struct ParagraphEndpoint: Endpoint {
  static let operation = Operation(
    name: "paragraph", path: "/documents/{id}/paragraphs/{key}", summary: "En paragraf med sin text.",
    description: "Paragrafens yrkanden, beslut, voteringar, reservationer och hänvisningar, var och en med sin plats, och hela texten.",
    parameters: [
      .document,
      Parameter(
        name: "key",
        kind: .form(pattern: #"^[1-9][0-9]{0,5}(\.[1-9][0-9]{0,2})?$"#, name: "ett paragrafnummer (18, eller 18.2 för filens andra § 18)"),
        description: "Paragrafens nummer; 18.2 för filens andra § 18.", example: "18", isInPath: true), .corrected,
    ], schema: "ParagraphAnswer")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let key = try arguments.required("key")
    let document = try await services.documents.document(try arguments.required("id"))
    let facts = try await services.facts(of: document, arguments)
    guard let index = facts.paragrafKeys.firstIndex(of: key) else {
      throw Problem.notFound("\(document.entry.document.source) har ingen § \(key).")
    }
    let text = try await services.archive.read { archive in
      try document.section(ofParagraf: index).flatMap { try archive.texts(ofDocument: document.id, places: $0..<$0 + 1).first?.text }
    }
    return try APIAnswer(ParagraphAnswer(facts, index, text: text))
  }
}

private struct ParagraphAnswer: Encodable {
  let document: DocumentFacts
  let key: String
  let paragraph: ParagrafFacts
  @OrNull var text: String?
  let links: Links

  init(_ facts: FactsDocument, _ index: Int, text: String?) {
    let (keys, id) = (facts.paragrafKeys, facts.document.id)
    document = facts.document
    key = keys[index]
    paragraph = facts.paragraphs[index]
    _text = OrNull(wrappedValue: text)
    links = Links([
      "self": Links.paragraph(keys[index], of: id), "document": Links.document(id),
      "page": Address.document(id, DocumentPart(paragraf: keys[index])),
      "next": index + 1 < keys.count ? Links.paragraph(keys[index + 1], of: id) : nil,
      "previous": index > 0 ? Links.paragraph(keys[index - 1], of: id) : nil,
    ])
  }
}
