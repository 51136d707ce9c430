internal import Archive
internal import Foundation

/// What the first page says of the archive before anything is searched for.
struct ArchiveOverview: Sendable {
  let documents: String
  let pages: String
  let years: String?
  let latest: [Latest]

  /// A document among the latest.
  struct Latest: Sendable {
    let words: String
    let whose: String
    let address: String
  }

  private static let mostLatest = 12

  init(_ archive: Archive) throws {
    let all = try archive.documents()
    documents = Words.count(all.count, "dokument", "dokument")
    pages = Words.count(all.map(\.pages).reduce(0, +), "sida", "sidor")
    let known = all.compactMap(\.year)
    years = known.min().flatMap { first in known.max().map { first == $0 ? "\(first)" : "\(first)–\($0)" } }
    let dated = all.filter { $0.date != nil || $0.year != nil }.sorted { Self.day($0) > Self.day($1) }
    latest = dated.prefix(Self.mostLatest).map { document in
      let when = document.date ?? document.year.map(String.init) ?? ""
      let kind =
        document.type == "protokoll" ? document.body ?? "Protokoll" : "\(document.type.capitalized), \(document.body ?? "okänt organ")"
      return Latest(words: "\(kind) \(when)", whose: document.municipality ?? "", address: Address.document(document.id))
    }
  }

  /// Reports come after the meetings of their year.
  private static func day(_ document: StoredDocument) -> String { document.date ?? document.year.map { "\($0)-13" } ?? "" }
}
