internal import Archive
internal import Querying

/// `/api/v1/search`: all that the query language can ask.
struct SearchEndpoint: Endpoint {
  static let operation = Operation(
    name: "search", path: "/search", summary: "Sök i paragrafer och avsnitt.",
    description: """
      Frågan skrivs som i sökrutan: ord, "fraser", OR, -ord, parenteser och fält (organ:, kommun:, år:, utfall:, typ:, part:, belopp:). Svaret har \
      träffarna med sina platser, och hur alla träffar fördelar sig (facets).
      """,
    parameters: [
      Parameter(
        name: "q", kind: .text(longest: 500), description: "Frågan.", example: "avgift organ:socialnämnden år:2021..2024", isRequired: true),
      .limit,
      Parameter(
        name: "offset", kind: .number(0...10_000), description: "Hur många av de första som hoppas över.", example: 0, standard: 0),
      Parameter(
        name: "order", kind: .choice(SearchOptions.Order.allCases.map(\.rawValue)),
        description: "Bäst träff, senaste eller äldsta först.", example: "newest", standard: "relevance"),
      Parameter(
        name: "explain", kind: .truth, description: "Om varje träff ska säga varför den hittades.", example: false, standard: false),
    ], schema: "SearchAnswer")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let words = try arguments.required("q")
    let order = arguments.text("order").flatMap(SearchOptions.Order.init) ?? .relevance
    let options = SearchOptions(
      limit: arguments.limit, offset: arguments.offset, order: order, explains: arguments.truth("explain"))
    return try await services.archive.read { archive in
      let answer = try archive.search(try services.queries.parse(words, archive), options)
      return try APIAnswer(FoundAnswer(answer: answer, paging: arguments.paging(total: answer.total)))
    }
  }
}

/// The search answer as `paragraf search --format json` writes it, with paging and links.
private struct FoundAnswer: Encodable {
  let answer: SearchAnswer
  let paging: Paging

  enum CodingKeys: CodingKey { case hits }

  func encode(to encoder: any Encoder) throws {
    try answer.encode(to: encoder)
    try paging.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(answer.hits.map(LinkedHit.init), forKey: .hits)
  }
}

private struct LinkedHit: Encodable {
  let hit: Hit

  enum CodingKeys: CodingKey { case links }

  func encode(to encoder: any Encoder) throws {
    try hit.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(links, forKey: .links)
  }

  private var links: Links {
    let isPDF = hit.document.source.lowercased().hasSuffix(".pdf")
    let marks = Marks(boxes: hit.boxes).text
    return Links([
      "page": HitModel.address(of: hit), "document": Links.document(hit.document.id),
      "paragraph": hit.paragraph.map { Links.paragraph("\($0)", of: hit.document.id) },
      "image": isPDF ? Address.image(hit.document.id, page: hit.page, marks: marks, isLarge: false) : nil,
    ])
  }
}
