internal import Archive
internal import Corrections
internal import Facts

/// A document of the archive with all that its pages show of it.
final class OpenDocument: Sendable {
  let entry: DocumentEntry
  /// With what readers have mended.
  let facts: FactsDocument
  /// What readers have said of them.
  let states: [FactPlace: FactState]
  /// For what is made of the facts, and what has to be said there; see `CorrectedDocument`.
  let factsInUse: FactsDocument
  let remark: String?
  /// What readers have said of facts that are no longer read.
  let lost: [Correction]
  let headings: [StoredHeading]
  /// The keys of the §, as addresses name them, in the order of `facts.paragraphs`: "18", "18.2" for the second § 18 of the file.
  let paragrafKeys: [String]

  init(entry: DocumentEntry, corrected: CorrectedDocument, headings: [StoredHeading]) {
    self.entry = entry
    facts = corrected.facts
    states = corrected.states
    lost = corrected.lost
    (factsInUse, remark) = (corrected.factsInUse, corrected.remark)
    self.headings = headings
    paragrafKeys = facts.paragrafKeys
  }

  var id: String { entry.document.id }
  var isMinutes: Bool { !facts.paragraphs.isEmpty }
  /// Whether it has pages that can be shown as images.
  var isPDF: Bool { entry.document.source.lowercased().hasSuffix(".pdf") }

  /// The place of a § in `facts.paragraphs`; nil where it has no such §.
  func index(ofParagraf key: String) -> Int? { paragrafKeys.firstIndex(of: key) }

  /// The place among the headings of the § at a place of `facts.paragraphs`; § without a text have none.
  func section(ofParagraf index: Int) -> Int? {
    let number = facts.paragraphs[index].number
    let before = facts.paragraphs[..<index].filter { $0.number == number }.count
    let sections = headings.indices.filter { headings[$0].kind == .paragraf && headings[$0].number == number }
    return before < sections.count ? sections[before] : nil
  }

  func isRecognised(page: Int) -> Bool { entry.recognisedPages.contains(page) }
}

/// Documents that were lately read stay open, since a reader turns many pages of one.
struct DocumentShelf: Sendable {
  private let archive: ArchiveDesk
  // Weighed by pages, of which each takes 10 to 20 kB of memory.
  private let open = BoundedCache<String, OpenDocument>(most: 2500)

  init(_ archive: ArchiveDesk) { self.archive = archive }

  /// - Parameter id: the beginning of one is enough. Throws a `Problem` where the archive does not hold it.
  func document(_ id: String) async throws -> OpenDocument {
    try await archive.read { archive in
      guard let entry = try archive.entry(ofDocument: id) else {
        throw Problem.notFound("Dokumentet finns inte i arkivet; det kan ha tagits bort sedan du fick adressen.")
      }
      return try document(entry, archive)
    }
  }

  /// One that the archive has just told of. To be called where the archive is read.
  func document(_ entry: DocumentEntry, _ archive: Archive) throws -> OpenDocument {
    let id = entry.document.id
    if let document = open[id + entry.reading], document.entry == entry { return document }
    let document = OpenDocument(
      entry: entry, corrected: try archive.correctedFacts(ofDocument: id), headings: try archive.headings(ofDocument: id))
    open.keep(document, for: id + entry.reading, weight: entry.document.pages + 10)
    return document
  }
}
