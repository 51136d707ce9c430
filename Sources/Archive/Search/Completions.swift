internal import Facts
internal import Foundation
internal import GRDB
internal import Language

/// What may follow on what has been typed so far.
public struct Completion: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable {
    /// diarienummer
    case caseNumber = "diarienummer"
    /// organ
    case body = "organ"
    /// Someone who moved, voted, reserved or took part.
    case person
    /// The title of a §.
    case title = "rubrik"
  }

  public var kind: Kind
  public var text: String
  /// In how many documents it stands.
  public var documents: Int
}

extension Archive {
  /// Titles, bodies, persons and case numbers that begin with `text` (in any case), those of most documents first. A person is found by any part of the
  /// name. Nothing for less than two letters.
  public func completions(of text: String, limit: Int = 10) throws -> [Completion] {
    let key = CompletionTable.key(text)
    guard key.count >= 2 else { return [] }
    return try read { db in try CompletionTable.find(key, limit: limit, db) }
  }
}

/// The table of completions: a row for each key under which something is found, with the number of documents in which it stands.
enum CompletionTable {
  static let schema = """
    CREATE TABLE completion (
      key TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      documents INTEGER NOT NULL,
      PRIMARY KEY (key, kind, text)
    ) STRICT, WITHOUT ROWID;
    """

  /// More rows are not looked through: what has been typed is then too short to say much.
  private static let mostRows = 3000

  static func key(_ text: String) -> String {
    let words = text.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(words.prefix(longestKey))
  }

  // Titles may be long; nobody types so much of one.
  private static let longestKey = 60

  static func find(_ key: String, limit: Int, _ db: Database) throws -> [Completion] {
    // U+10FFFF comes after every letter.
    let rows = try Row.fetchCursor(
      db, sql: "SELECT kind, text, documents FROM completion WHERE key >= ? AND key < ? LIMIT ?",
      arguments: [key, key + "\u{10FFFF}", mostRows])
    var found: [String: Completion] = [:]
    while let row = try rows.next() {
      guard let kind = Completion.Kind(rawValue: row[0]) else { continue }
      // One text under several keys (the words of a name) is one.
      found["\(kind) \(row[1] as String)"] = Completion(kind: kind, text: row[1], documents: row[2])
    }
    return Array(found.values.sorted { ($1.documents, $0.text) < ($0.documents, $1.text) }.prefix(limit))
  }

  /// Counts a document's in (1) or out (-1).
  static func change(_ facts: FactsDocument, by step: Int, _ db: Database) throws {
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO completion (key, kind, text, documents) VALUES (?, ?, ?, ?)
        ON CONFLICT (key, kind, text) DO UPDATE SET documents = documents + excluded.documents
        """)
    let remove = try db.cachedStatement(sql: "DELETE FROM completion WHERE key = ? AND kind = ? AND text = ? AND documents <= 0")
    for entry in entries(of: facts) {
      try add.execute(arguments: [entry.key, entry.kind.rawValue, entry.text, step])
      if step < 0 { try remove.execute(arguments: [entry.key, entry.kind.rawValue, entry.text]) }
    }
  }

  private struct Entry: Hashable {
    var key: String
    var kind: Completion.Kind
    var text: String
  }

  private static func entries(of facts: FactsDocument) -> Set<Entry> {
    var entries: Set<Entry> = []
    func add(_ kind: Completion.Kind, _ text: String) {
      let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !text.isEmpty { entries.insert(Entry(key: key(text), kind: kind, text: text)) }
    }
    if let body = facts.document.body { add(.body, body) }
    for paragraf in facts.paragraphs {
      if let title = paragraf.title { add(.title, title) }
      if let number = paragraf.diarienummer { add(.caseNumber, CaseNumber.identity(of: number) ?? number) }
    }
    for person in people(facts) {
      let words = person.words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      let name = words.joined(separator: " ")
      for start in words.indices { entries.insert(Entry(key: key(words[start...].joined(separator: " ")), kind: .person, text: name)) }
    }
    return entries
  }

  private static func people(_ facts: FactsDocument) -> [PersonText.Person] {
    let written = facts.paragraphs.flatMap { paragraf in
      paragraf.motions.compactMap(\.mover) + paragraf.reservations.compactMap(\.who)
        + paragraf.votes.flatMap { $0.yesNames + $0.noNames + $0.abstainNames }
    }
    // A first name alone is nobody's, and running text is no name.
    return written.flatMap(PersonText.split).filter { (2...4).contains($0.words.count) }
  }
}
