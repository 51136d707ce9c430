internal import Archive
internal import Facts

/// `/api/v1/documents/ID/pages`: the pages of a document with their images.
struct PagesEndpoint: Endpoint {
  static let operation = Operation(
    name: "pages", path: "/documents/{id}/pages", summary: "Ett dokuments sidor med sina bilder.",
    description: "Bilderna är PNG. Med mark=x0,y0,x1,y1 (flera med semikolon mellan) i bildens adress markeras en plats på sidan.",
    parameters: [.document], schema: "PageList")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let document = try await services.documents.document(try arguments.required("id"))
    let unread = Set(document.facts.document.unreadPages)
    let numbers = 1..<max(0, document.entry.document.pages) + 1
    let pages = numbers.map { number in
      ListedPage(
        number: number, unread: unread.contains(number), recognised: document.isRecognised(page: number),
        links: document.isPDF
          ? [false, true].map { Address.image(document.id, page: number, marks: "", isLarge: $0) } : [nil, nil])
    }
    return try APIAnswer(PageList(document: DocumentLabel(document.entry), pages: pages))
  }
}

private struct PageList: Encodable {
  let document: DocumentLabel
  let pages: [ListedPage]
}

private struct ListedPage: Encodable {
  let number: Int
  let unread: Bool
  let recognised: Bool
  /// The image, and the large one.
  let links: [String?]

  enum CodingKeys: String, CodingKey {
    case number, unread, recognised, image
    case large = "large_image"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(unread, forKey: .unread)
    try container.encode(recognised, forKey: .recognised)
    try container.encode(links[0], forKey: .image)
    try container.encode(links[1], forKey: .large)
  }
}
