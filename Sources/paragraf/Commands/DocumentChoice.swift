import Archive

/// The one document that a name stands for.
struct DocumentChoice {
  private let name: String
  private static let mostListed = 20

  init(_ name: String) { self.name = name }

  /// Throws where no document, or more than one, can be meant.
  func only(of archive: Archive) throws -> StoredDocument {
    let documents = try archive.documents(named: name)
    if documents.count == 1 { return documents[0] }
    if documents.isEmpty {
      throw NothingFound("inget dokument i \(archive.path) heter \(name); \"paragraf status\" visar vad som finns där")
    }
    throw CommandFailure("\(name) kan vara \(documents.count) dokument; ange ett av dem:\n" + list(documents))
  }

  private func list(_ documents: [StoredDocument]) -> String {
    let shown = documents.prefix(Self.mostListed).map { "  \($0.id.prefix(8))  \($0.source)" }
    let hidden = documents.count - shown.count
    return (shown + (hidden > 0 ? ["  och \(hidden) till"] : [])).joined(separator: "\n")
  }
}
