internal import Foundation
internal import Language

/// What is searched for: words that must all be there, and phrases ("in quotes") whose words must stand side by side.
///
/// Any text is a query. Signs that are no letters or digits part words; words parted by other signs than white space ("VSF.2023.363", "e-tjänst")
/// belong together as a phrase. Operators of the search engine mean nothing here.
public struct Query: Sendable, Equatable {
  /// More would say nothing, and the search engine's grammar has a limit.
  private static let mostPhrases = 50
  // As typed, and as a word processor makes of it.
  private static let quotes: Set<Character> = ["\"", "”", "“", "„", "»", "«"]

  /// One word, or several that must stand side by side; as written.
  private var phrases: [String] = []

  /// Throws a `QueryProblem` for a quotation mark without its other half and for a text without a word.
  public init(_ text: String) throws {
    let analyzer = try Analyzer()
    let characters = Array(text.precomposedStringWithCanonicalMapping)
    var index = 0
    while index < characters.count {
      if Self.quotes.contains(characters[index]) {
        let end = try Self.closing(of: index, in: characters)
        append(String(characters[(index + 1)..<end]), analyzer)
        index = end + 1
      } else {
        let end = characters[index...].firstIndex { $0.isWhitespace || Self.quotes.contains($0) } ?? characters.count
        append(String(characters[index..<end]), analyzer)
        index = max(end, index + 1)
      }
    }
    if phrases.isEmpty { throw QueryProblem.noWord }
    if phrases.count > Self.mostPhrases { throw QueryProblem.tooLong(most: Self.mostPhrases) }
  }

  /// The query as it was understood: words, and phrases in quotes, with a space between.
  public var understood: String {
    phrases.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
  }

  /// The same in FTS5's grammar. Every phrase is a quoted string, so that nothing in it is an operator.
  var pattern: String {
    phrases.map { "\"\($0)\"" }.joined(separator: " AND ")
  }

  private mutating func append(_ part: String, _ analyzer: Analyzer) {
    // What a tokenizer would not see must not be there: a quote would end the string, an empty string matches nothing.
    let words = part.split { !$0.isLetter && !$0.isNumber && !Self.joiners.contains($0) }
      .map { $0.trimmingCharacters(in: Self.edges) }
    let phrase = words.filter { !analyzer.stems(of: $0).isEmpty }.joined(separator: " ")
    if !phrase.isEmpty && !phrases.contains(phrase) { phrases.append(phrase) }
  }

  /// Kept inside a word, so that a case number is shown as it was written.
  private static let joiners: Set<Character> = [".", "-", "–", "/", ":", ",", "_", "&", "'", "’"]
  private static let edges = CharacterSet(charactersIn: String(joiners))

  private static func closing(of open: Int, in characters: [Character]) throws -> Int {
    guard let end = characters[(open + 1)...].firstIndex(where: quotes.contains) else {
      throw QueryProblem.unbalanced(open, rest: String(characters[open...].prefix(30)))
    }
    return end
  }
}

/// Why a text cannot be searched for: one Swedish sentence.
public struct QueryProblem: Error, CustomStringConvertible, Sendable {
  public var description: String

  static var noWord: QueryProblem {
    QueryProblem(description: "sökfrågan innehåller inget ord; skriv minst ett ord eller en siffra att söka efter")
  }

  static func tooLong(most: Int) -> QueryProblem {
    QueryProblem(description: "sökfrågan har fler än \(most) ord; ta bort några och sök igen")
  }

  static func unbalanced(_ position: Int, rest: String) -> QueryProblem {
    QueryProblem(
      description: "sökfrågan har ett citattecken utan avslut vid tecken \(position + 1) (\(rest)); "
        + "avsluta frasen med ett citattecken till eller ta bort det")
  }
}
