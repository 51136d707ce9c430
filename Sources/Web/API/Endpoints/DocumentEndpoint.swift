internal import Archive
internal import Facts

/// `/api/v1/documents/ID`: all that was found in a document.
struct DocumentEndpoint: Endpoint {
  static let operation = Operation(
    name: "document", path: "/documents/{id}", summary: "Ett dokuments uppgifter.",
    description: """
      Som de lästes, i samma form som paragraf extract skriver (paragraf-facts/1). Vart dokumentet leder står i huvudet Link: webbsidan \
      (alternate), filen (original) och sidornas bilder (pages).
      """,
    parameters: [.document, .corrected], schema: "FactsDocument")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let document = try await services.documents.document(try arguments.required("id"))
    var answer = APIAnswer(try FactsJSON.encode(try await services.facts(of: document, arguments)))
    answer.links = [
      (Address.document(document.id), "alternate"), (Address.file(document.id), "original"),
      (Links.document(document.id) + "/pages", "pages"),
    ]
    return answer
  }
}

extension Services {
  /// The facts as they were read, or with what readers have mended, as the parameter `corrected` says.
  func facts(of document: OpenDocument, _ arguments: Arguments) async throws -> FactsDocument {
    if arguments.truth(Parameter.corrected.name) { return document.facts }
    return try await archive.read { archive in try archive.facts(ofDocument: document.id) }
  }
}
