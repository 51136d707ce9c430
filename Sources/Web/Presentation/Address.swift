internal import Corrections
internal import Foundation

/// Addresses within the site, each made in one place.
enum Address {
  /// A document, perhaps at one of its parts.
  static func document(_ id: String, _ part: DocumentPart = DocumentPart()) -> String {
    with("/dokument/\(short(id))", part.fields, anchor: part.anchor)
  }

  /// The image of a page. Marks are as `Marks.text` writes them.
  static func image(_ id: String, page: Int, marks: String, isLarge: Bool) -> String {
    with("/dokument/\(short(id))/sida/\(page).png", [("mark", marks), ("stor", isLarge ? "1" : "")])
  }

  /// Where a fact is corrected.
  static func correction(_ id: String, _ place: FactPlace) -> String {
    with("/ratta/\(short(id))", [("uppgift", FactKey(place.list, place.number).text), ("paragraf", place.paragraf ?? "")])
  }

  static func file(_ id: String) -> String { "/dokument/\(short(id))/fil" }
  static func meeting(_ id: String) -> String { "/sammantrade/\(short(id))" }
  static func search(_ words: String) -> String { with("/", [("q", words)]) }

  /// A body of a municipality, either of which documents may leave out.
  static func body(_ body: String?, municipality: String?) -> String {
    with("/organ/visa", [("kommun", municipality ?? ""), ("namn", body ?? "")])
  }

  static func caseNumber(_ number: String, municipality: String?) -> String {
    with("/arende", [("dnr", number), ("kommun", municipality ?? "")])
  }

  /// As many digits as tell a million documents apart.
  static func short(_ id: String) -> String { String(id.prefix(16)) }

  /// Fields without a value are left out.
  static func with(_ path: String, _ fields: [(name: String, value: String)], anchor: String = "") -> String {
    let query = fields.filter { !$0.value.isEmpty }.map { "\($0.name)=\(encoded($0.value))" }.joined(separator: "&")
    return path + (query.isEmpty ? "" : "?\(query)") + (anchor.isEmpty ? "" : "#\(anchor)")
  }

  private static let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~,;:")

  static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
}

/// Where in a document an address leads.
struct DocumentPart: Sendable {
  /// "18", or "18.2" for the second § 18 of the file.
  var paragraf = ""
  /// One of `DocumentView.name`, for what is no §.
  var view = ""
  /// The place of a section among the document's headings, from 1.
  var section = ""
  var fact: FactKey?
  /// Nil for the page of the fact or §.
  var page: Int?
  /// As `Marks.text`; only where they are not those of a fact.
  var marks = ""
  var isLarge = false

  fileprivate var fields: [(name: String, value: String)] {
    [
      ("paragraf", paragraf), ("visa", view), ("avsnitt", section), ("fakta", fact?.text ?? ""), ("sida", page.map(String.init) ?? ""),
      ("mark", marks), ("stor", isLarge ? "1" : ""),
    ]
  }

  fileprivate var anchor: String { fact?.text ?? "" }
}
