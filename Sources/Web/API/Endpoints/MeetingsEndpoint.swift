internal import Archive

/// `/api/v1/meetings`: the minutes of a body, latest first.
struct MeetingsEndpoint: Endpoint {
  static let operation = Operation(
    name: "meetings", path: "/meetings", summary: "Ett organs sammanträden, senaste först.",
    description: "Protokollen med dag och hur många paragrafer, beslut, voteringar och reservationer de har.",
    parameters: [.body, .municipality, .from, .to, .limit, .offset], schema: "MeetingList")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let filter = DocumentFilter(arguments, type: "protokoll")
    return try await services.archive.read { archive in
      let (total, documents) = try archive.documents(matching: filter, limit: arguments.limit, offset: arguments.offset)
      return try APIAnswer(EntryList(key: "meetings", documents: documents, paging: arguments.paging(total: total)))
    }
  }
}
