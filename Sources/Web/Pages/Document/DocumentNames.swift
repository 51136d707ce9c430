internal import Archive
internal import Corrections

/// What a document is called.
struct DocumentNames {
  private let document: StoredDocument
  private let entry: DocumentEntry

  init(_ entry: DocumentEntry) {
    self.entry = entry
    document = entry.document
  }

  /// "Socialnämnden, Björkmåla kommun"; what the document leaves out is left out.
  var body: String {
    let names = [document.body, document.municipality].compactMap { $0 }
    return names.isEmpty ? "okänt organ" : names.joined(separator: ", ")
  }

  /// "Socialnämnden 2024-02-21", "Årsredovisning 2023, Socialnämnden"; else the file's name.
  var heading: String {
    let version = entry.version.map { " (\($0))" } ?? ""
    if document.type == "protokoll", let date = document.date { return "\(document.body ?? "Protokoll") \(date)\(version)" }
    guard document.type != "annat", document.type != "protokoll" else { return (entry.title ?? document.source) + version }
    let year = document.year.map { " \($0)" } ?? ""
    let kind = document.type.prefix(1).uppercased() + document.type.dropFirst() + year
    return [kind, document.body].compactMap { $0 }.joined(separator: ", ") + version
  }

  /// "Björkmåla kommun · protokoll · 48 sidor · sn-2024.pdf".
  var facts: String {
    let pages = Words.count(document.pages, "sida", "sidor")
    return [document.municipality, document.type, pages, document.source].compactMap { $0 }.joined(separator: " · ")
  }
}

/// What the reader of a document must know.
enum DocumentNotices {
  static func notices(of document: OpenDocument) -> [String] {
    let stored = document.entry.document
    var notices: [String] = []
    if stored.unreadPages > 0 {
      notices.append("\(Words.count(stored.unreadPages, "sida", "sidor")) kunde inte läsas, så uppgifter kan saknas.")
    }
    if stored.recognisedPages > 0 {
      let all = stored.recognisedPages == stored.pages
      let which = all ? "Alla sidor" : Words.count(stored.recognisedPages, "sida", "sidor")
      notices.append("\(which) är textigenkända: jämför ord och tal med sidbilden.")
    }
    for correction in document.lost {
      let what = [correction.quote.map { "”\($0.prefix(120))”" }, correction.page.map { "sida \($0)" }].compactMap { $0 }.joined(
        separator: ", ")
      notices.append(
        "\(correction.who) rättade \(correction.place.name) \(correction.at.prefix(10)) (\(what)), men uppgiften läses inte längre.")
    }
    return notices
  }
}
