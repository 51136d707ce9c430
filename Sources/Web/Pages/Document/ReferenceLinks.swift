internal import Archive
internal import Facts

/// Where the references (hänvisningar) of a § lead: the documents of the archive in which those decisions stand; and the § that refer to it.
struct ReferenceLinks: Sendable {
  /// One a reference; nil where the archive has no such decision, or it cannot be told which.
  let addresses: [String?]
  /// "Kommunstyrelsen 2024-05-28 § 84 Höjda avgifter", in the order of the archive.
  let referring: [Link]

  init(of paragraf: ParagrafFacts?, in document: OpenDocument, _ archive: Archive) throws {
    addresses = try archive.targets(of: paragraf?.references ?? [], inDocument: document.id).map { target in
      target.map { Address.document($0.document.id, DocumentPart(paragraf: "\($0.paragraph)")) }
    }
    let back = try paragraf.map { try archive.references(toParagraf: $0.number, ofDocument: document.id) } ?? []
    referring = back.map { one in
      let words = [one.document.body, one.document.date, "§\u{A0}\(one.paragraph)", one.heading].compactMap { $0 }
      return Link(words.joined(separator: " "), Address.document(one.document.id, DocumentPart(paragraf: "\(one.paragraph)")))
    }
  }
}
