import Archive
import Facts
import Foundation

/// Invented documents, as small as a test can tell its point with.
enum Samples {
  static let version = ReadingVersion(program: "1", rules: "a")
  static let time = Date(timeIntervalSince1970: 1_700_000_000)

  /// Minutes of Socialnämnden in Björkmåla kommun. The id is made from the name: 64 digits like a hash.
  static func minutes(_ name: String, body: String = "Socialnämnden", year: Int = 2024, paragraphs: [ParagrafFacts] = []) -> FactsDocument {
    var document = DocumentFacts(id: id(name), source: "\(name).pdf", type: "protokoll", pages: 12)
    document.municipality = "Björkmåla kommun"
    document.body = body
    document.date = "\(year)-\(day(name))"
    document.year = year
    var facts = FactsDocument(document: document)
    facts.paragraphs = paragraphs
    return facts
  }

  /// Minutes of one body and day are of one meeting: each name has a day of its own.
  private static func day(_ name: String) -> String {
    let number = name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 336 }
    let (month, day) = (number / 28 + 1, number % 28 + 1)
    return "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  static func id(_ name: String) -> String {
    let digits = name.utf8.map { String($0, radix: 16) }.joined()
    return String((digits + String(repeating: "0", count: 64)).prefix(64))
  }

  static func file(_ name: String, folder: String = "/protokoll", size: Int64 = 1000) -> FileStamp {
    FileStamp(path: "\(folder)/\(name).pdf", size: size, modified: 5)
  }

  /// A § whose printed lines are given: the n-th stands on page 3, `n * 20` points from the top.
  static func section(_ number: Int, _ heading: String, decision: String = "", lines: [String]) -> TextSection {
    var text = ""
    var spans: [TextSection.Span] = []
    for (index, line) in lines.enumerated() {
      spans.append(TextSection.Span(start: text.utf8.count, page: 3, box: box(line: index)))
      text += line + (index + 1 < lines.count ? " " : "")
    }
    return TextSection(kind: .paragraf, number: number, heading: heading, decision: decision, text: text, spans: spans)
  }

  static func box(line: Int) -> [Double] { [72, Double(line * 20), 500.5, Double(line * 20) + 12.3] }
}

/// An archive in a folder of its own, which goes when the test ends.
final class Workplace {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "paragraf-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // The folder is a temporary one: what is left is the system's to clear.
    try? FileManager.default.removeItem(atPath: folder)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func archive() throws -> Archive { try Archive(path: path("a.db"), mode: .create) }
}

extension Archive {
  /// Stores with what the tests do not care for.
  func store(_ facts: FactsDocument, _ sections: [TextSection] = [], from file: FileStamp? = nil) throws {
    let name = String(facts.document.source.dropLast(4))
    try store(facts, sections: sections, from: file ?? Samples.file(name), read: Samples.version, at: Samples.time)
  }

  /// The headings found, best first.
  func found(_ text: String) throws -> [String] { try search(Samples.query(text), SearchOptions(limit: 100)).hits.map(\.heading) }
}
