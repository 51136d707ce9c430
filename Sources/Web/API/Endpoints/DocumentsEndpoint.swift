internal import Archive

/// `/api/v1/documents`: the documents, latest first.
struct DocumentsEndpoint: Endpoint {
  static let operation = Operation(
    name: "documents", path: "/documents", summary: "Dokument, senaste först.",
    description: "Alla dokument, eller de som är av ett slag, från ett organ, en kommun eller vissa år.",
    parameters: [
      Parameter(
        name: "type",
        kind: .choice(["protokoll", "årsredovisning", "delårsrapport", "kvalitetsberättelse", "revisionsrapport", "budget", "annat"]),
        description: "Slag av dokument.", example: "protokoll"), .municipality, .body, .from, .to, .limit, .offset,
    ], schema: "DocumentList")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let filter = DocumentFilter(arguments, type: arguments.text("type"))
    return try await services.archive.read { archive in
      let (total, documents) = try archive.documents(matching: filter, limit: arguments.limit, offset: arguments.offset)
      return try APIAnswer(EntryList(key: "documents", documents: documents, paging: arguments.paging(total: total)))
    }
  }
}

extension DocumentFilter {
  /// Of an endpoint that declares these parameters.
  init(_ arguments: Arguments, type: String?) {
    self.init(
      municipality: arguments.text("municipality"), body: arguments.text("body"), type: type, from: arguments.number("from"),
      to: arguments.number("to"))
  }
}
