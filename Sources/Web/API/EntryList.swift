internal import Archive

/// A part of a list of documents.
struct EntryList: Encodable {
  /// What the list is called.
  let key: String
  let documents: [CountedDocument]
  let paging: Paging

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    try paging.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(documents.map(ListedDocument.init), forKey: Key(stringValue: key))
  }
}

/// A document in a list.
private struct ListedDocument: Encodable {
  let label: DocumentLabel
  let details: Details

  struct Details: Encodable {
    let title: String?
    let pages: Int
    let unreadPages: Int
    let recognisedPages: Int
    let counts: [String: Int]
    let links: Links

    enum CodingKeys: String, CodingKey {
      case title, pages, counts, links
      case unreadPages = "unread_pages"
      case recognisedPages = "recognised_pages"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(title, forKey: .title)
      try container.encode(pages, forKey: .pages)
      try container.encode(unreadPages, forKey: .unreadPages)
      try container.encode(recognisedPages, forKey: .recognisedPages)
      try container.encode(counts, forKey: .counts)
      try container.encode(links, forKey: .links)
    }
  }

  init(_ counted: CountedDocument) {
    let entry = counted.entry
    let document = entry.document
    label = DocumentLabel(entry)
    let links = Links([
      "self": Links.document(document.id), "page": Address.document(document.id), "pages": Links.document(document.id) + "/pages",
      "file": Address.file(document.id), "meeting": (counted.counts[.paragraf] ?? 0) > 0 ? Address.meeting(document.id) : nil,
    ])
    details = Details(
      title: entry.title, pages: document.pages, unreadPages: document.unreadPages, recognisedPages: document.recognisedPages,
      counts: Dictionary(uniqueKeysWithValues: counted.counts.map { ($0.key.rawValue, $0.value) }), links: links)
  }

  func encode(to encoder: any Encoder) throws {
    try label.encode(to: encoder)
    try details.encode(to: encoder)
  }
}
