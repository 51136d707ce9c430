import Archive
import Facts
import Foundation
import GRDB
import Language
import Pages
import Pipeline
import Querying
import Rules

/// The documents of the set, read once.
struct ReadDocuments {
  var readings: [(path: String, facts: FactsDocument, sections: [TextSection])] = []
  var reader: Reader

  init(_ set: RelevanceSet) throws {
    reader = try Reader(rulesFolder: RelevanceSet.rules, recognition: .never)
    for path in set.documents.values.sorted() {
      let reading = try reader.read(path: path)
      readings.append((path, reading.facts, reading.sections))
    }
  }
}

/// The program's own search.
final class ArchiveSearch: SearchUnderTest {
  private let archive: Archive
  private let context: QueryContext
  private let analyzer: Analyzer
  private let folder: String

  init(_ documents: ReadDocuments) throws {
    folder = NSTemporaryDirectory() + "paragraf-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    archive = try Archive(path: folder + "/a.db", mode: .create)
    for (path, facts, sections) in documents.readings {
      let stamp = FileStamp(path: path, size: 1, modified: 1)
      let version = ReadingVersion(program: "1", rules: "a")
      try archive.store(facts, sections: sections, from: stamp, read: version, at: Date(timeIntervalSince1970: 0))
    }
    let names = try archive.names()
    context = QueryContext(SearchVocabulary(documents.reader.rules), bodies: names.bodies, municipalities: names.municipalities)
    analyzer = try Analyzer()
  }

  deinit {
    // The folder is a temporary one: what is left is the system's to clear.
    try? FileManager.default.removeItem(atPath: folder)
  }

  func answer(_ query: String) throws -> [Found] {
    let parsed = QueryParser.parse(query, context: context, analyzer: analyzer)
    return try archive.search(parsed, SearchOptions(limit: 10)).hits.map {
      Found(source: $0.document.source, paragraph: $0.paragraph, heading: $0.heading)
    }
  }
}

/// What SQLite has: FTS5 with its own tokenizer `unicode61`, all words of the query, ordered by its BM25.
final class PlainSearch: SearchUnderTest {
  private let queue: DatabaseQueue

  init(_ documents: ReadDocuments) throws {
    queue = try DatabaseQueue()
    try queue.write { db in
      try db.execute(
        sql:
          "CREATE VIRTUAL TABLE section USING fts5 (source UNINDEXED, number UNINDEXED, heading, diarienummer, text, tokenize = 'unicode61')"
      )
      for (_, facts, sections) in documents.readings {
        for section in sections {
          let paragraph = facts.paragraphs.first { $0.number == section.number }
          try db.execute(
            sql: "INSERT INTO section VALUES (?, ?, ?, ?, ?)",
            arguments: [facts.document.source, section.number, section.heading, paragraph?.diarienummer, section.text])
        }
      }
    }
  }

  func answer(_ query: String) throws -> [Found] {
    let words = query.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }.joined(separator: " ")
    guard !words.isEmpty else { return [] }
    return try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT source, number, heading FROM section WHERE section MATCH ? ORDER BY rank LIMIT 10", arguments: [words]
      ).map { Found(source: $0[0], paragraph: $0[1], heading: $0[2]) }
    }
  }
}
