internal import Archive
internal import Facts
internal import Language

/// `/api/v1/bodies`: the bodies with what the archive has of them.
struct BodiesEndpoint: Endpoint {
  static let operation = Operation(
    name: "bodies", path: "/bodies", summary: "Organ.",
    description: "Nämnder, styrelser, fullmäktige och bolag, med hur många protokoll och rapporter arkivet har av dem, och från vilka år.",
    parameters: [.municipality, .limit, .offset], schema: "BodyList")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let municipality = arguments.text("municipality")
    let bodies = try await services.archive.read { archive in try archive.bodies() }
      .filter { municipality == nil || $0.municipality == municipality }
      .sorted { Self.precedes($0, $1) }
    let part = bodies.dropFirst(arguments.offset).prefix(arguments.limit)
    return try APIAnswer(BodyList(paging: arguments.paging(total: bodies.count), bodies: part.map(ListedBody.init)))
  }

  private static func precedes(_ one: BodySummary, _ other: BodySummary) -> Bool {
    let (first, second) = (one.municipality ?? "", other.municipality ?? "")
    return first == second ? Collation.precedes(one.body ?? "", other.body ?? "") : Collation.precedes(first, second)
  }
}

private struct BodyList: Encodable {
  let paging: Paging
  let bodies: [ListedBody]

  enum CodingKeys: CodingKey { case bodies }

  func encode(to encoder: any Encoder) throws {
    try paging.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(bodies, forKey: .bodies)
  }
}

private struct ListedBody: Encodable {
  @OrNull var body: String?
  @OrNull var municipality: String?
  let meetings: Int
  let reports: Int
  @OrNull var firstYear: Int?
  @OrNull var lastYear: Int?
  let links: Links

  enum CodingKeys: String, CodingKey {
    case body, municipality, meetings, reports, links
    case firstYear = "first_year"
    case lastYear = "last_year"
  }

  init(_ summary: BodySummary) {
    _body = OrNull(wrappedValue: summary.body)
    _municipality = OrNull(wrappedValue: summary.municipality)
    meetings = summary.meetings
    reports = summary.reports
    _firstYear = OrNull(wrappedValue: summary.years?.lowerBound)
    _lastYear = OrNull(wrappedValue: summary.years?.upperBound)
    let fields = [("municipality", summary.municipality ?? ""), ("body", summary.body ?? "")]
    links = Links([
      "page": Address.body(summary.body, municipality: summary.municipality),
      "meetings": Address.with(API.root + "/meetings", fields), "documents": Address.with(API.root + "/documents", fields),
    ])
  }
}
