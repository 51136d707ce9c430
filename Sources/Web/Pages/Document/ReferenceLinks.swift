internal import Archive
internal import Facts

/// Where the references (hänvisningar) of a § lead: the documents of the archive in which those decisions stand.
struct ReferenceLinks: Sendable {
  /// One a reference; nil where the archive has no such decision, or it cannot be told which.
  let addresses: [String?]

  init(of paragraf: ParagrafFacts?, in document: OpenDocument, _ archive: Archive) throws {
    addresses = try archive.targets(of: paragraf?.references ?? [], inDocument: document.id).map { target in
      target.map { Address.document($0.document.id, DocumentPart(paragraf: "\($0.paragraph)")) }
    }
  }
}
