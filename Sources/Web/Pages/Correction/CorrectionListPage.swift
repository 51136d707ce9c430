internal import Archive
internal import Corrections
internal import Hummingbird

/// `/rattelser`: all that readers have said of facts, latest first.
struct CorrectionListPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// More than a reader looks through; the command writes all.
  private static let most = 500

  func add(to router: Router<SiteContext>) {
    router.get("/rattelser") { _, context in
      let model = try await services.archive.read { archive in
        let all = try archive.corrections().current
        let shown = Array(all.suffix(Self.most).reversed())
        let documents = try Dictionary(grouping: shown, by: \.document).keys.compactMap { try archive.entry(ofDocument: $0) }
        return CorrectionListModel(
          shown, count: all.count, documents: Dictionary(documents.map { ($0.document.id, $0) }) { first, _ in first })
      }
      var frame = services.frame(context)
      frame.isCorrections = true
      return try services.templates.answer("rattelser", model, frame: frame)
    }
  }
}

/// What the template `rattelser` shows.
struct CorrectionListModel: Sendable {
  let count: String
  let isCut: Bool
  let items: [Item]

  struct Item: Sendable {
    let subject: String
    let document: String
    /// Nil where the archive does not hold the document.
    let address: String?
    let judgement: Judgement
  }

  init(_ corrections: [Correction], count: Int, documents: [String: DocumentEntry]) {
    self.count = Words.count(count, "rättelse", "rättelser")
    isCut = count > corrections.count
    items = corrections.map { correction in
      let entry = documents[correction.document]
      return Item(
        subject: correction.place.name, document: entry.map { DocumentNames($0).heading } ?? "dokument som inte längre finns i arkivet",
        address: entry.map { _ in Address.document(correction.document, DocumentPart(correction.place)) },
        judgement: Judgement(correction))
    }
  }
}
