internal import Archive
internal import Facts

/// Where the references (hänvisningar) of a § lead: the documents of the archive in which those decisions stand.
struct ReferenceLinks: Sendable {
  /// One a reference; nil where the archive has no such decision, or it cannot be told which.
  let addresses: [String?]

  init(of paragraf: ParagrafFacts?, in document: OpenDocument, _ archive: Archive) throws {
    addresses = try (paragraf?.references ?? []).map { try Self.address(of: $0, from: document, archive) }
  }

  private static func address(of reference: Reference, from document: OpenDocument, _ archive: Archive) throws -> String? {
    guard let date = reference.date else { return nil }
    let here = document.entry.document
    let body = reference.body ?? here.body
    let meetings = try archive.minutes(of: date).filter { entry in
      let sameMunicipality =
        entry.document.municipality == nil || here.municipality == nil || entry.document.municipality == here.municipality
      return sameMunicipality && areSame(entry.document.body, body)
    }
    for meeting in meetings {
      let headings = try archive.headings(ofDocument: meeting.document.id)
      guard headings.contains(where: { $0.kind == .paragraf && $0.number == reference.paragraph }) else { continue }
      return Address.document(meeting.document.id, DocumentPart(paragraf: "\(reference.paragraph)"))
    }
    return nil
  }

  /// "Socialnämndens" in a sentence is "Socialnämnden" on the front page.
  private static func areSame(_ one: String?, _ other: String?) -> Bool {
    guard let one = one?.lowercased(), let other = other?.lowercased() else { return false }
    return one == other || one == other + "s" || other == one + "s"
  }
}
