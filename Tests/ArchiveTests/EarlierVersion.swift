import Facts
import Foundation
import GRDB

/// An archive as the program's first version made it: the index is SQLite's FTS5, facts, texts and places of printed lines are not packed.
enum EarlierVersion {
  /// One document with one § whose text is "Nämnden höjer avgiften."
  static func make(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: schema)
      var paragraf = ParagrafFacts(number: 4)
      paragraf.diarienummer = "SN.2024.31"
      let facts = Samples.minutes("sn", paragraphs: [paragraf])
      let json = String(decoding: try FactsJSON.encode(facts), as: UTF8.self)
      try db.execute(
        sql: """
          INSERT INTO document VALUES (1, ?, 'sn.pdf', 'protokoll', 'Björkmåla kommun', 'Socialnämnden', '2024-02-21', 2024, NULL, 12, 0, 1, '1', 'a',
            '2024-03-01T00:00:00Z')
          """, arguments: [Samples.id("sn")])
      try db.execute(sql: "INSERT INTO facts VALUES (1, ?)", arguments: [json])
      try db.execute(sql: "INSERT INTO file VALUES ('/protokoll/sn.pdf', 1000, 5, 1)")
      try db.execute(
        sql: "INSERT INTO section VALUES (1048576, 'paragraf', 4, 1, 'Taxor', 'SN.2024.31', '', 'Nämnden höjer avgiften.', ?, x'')",
        arguments: [span])
    }
    try queue.close()
  }

  /// A line from byte 0 on page 3, at 72, 20, 500.5, 32.3 points.
  private static let span = [Int32(0), 3, 720, 200, 5005, 323].reduce(into: Data()) { data, field in
    withUnsafeBytes(of: field.littleEndian) { data.append(contentsOf: $0) }
  }

  // The tokenizer was the program's own; here it is one that every SQLite has.
  private static let schema = """
    CREATE TABLE document (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, type TEXT NOT NULL, municipality TEXT, body TEXT, date TEXT,
      year INTEGER, title TEXT, pages INTEGER NOT NULL, unread_pages INTEGER NOT NULL, sections INTEGER NOT NULL, program TEXT NOT NULL,
      rules TEXT NOT NULL, read_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE facts (document INTEGER PRIMARY KEY REFERENCES document(number) ON DELETE CASCADE, json TEXT NOT NULL) STRICT;
    CREATE TABLE fact_count (
      document INTEGER NOT NULL REFERENCES document(number) ON DELETE CASCADE, kind TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (document, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE file (
      path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES document(number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX file_document ON file(document);
    CREATE TABLE failure (path TEXT PRIMARY KEY, reason TEXT NOT NULL, failed_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE section (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, number INTEGER, level INTEGER NOT NULL, heading TEXT NOT NULL, diarienummer TEXT NOT NULL,
      decision TEXT NOT NULL, text TEXT NOT NULL, spans BLOB NOT NULL, heading_spans BLOB NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE section_search USING fts5(
      heading, diarienummer, decision, text, content='section', content_rowid='id', tokenize='unicode61'
    );
    CREATE TRIGGER section_added AFTER INSERT ON section BEGIN
      INSERT INTO section_search(rowid, heading, diarienummer, decision, text)
        VALUES (new.id, new.heading, new.diarienummer, new.decision, new.text);
    END;
    CREATE TRIGGER section_removed AFTER DELETE ON section BEGIN
      INSERT INTO section_search(section_search, rowid, heading, diarienummer, decision, text)
        VALUES ('delete', old.id, old.heading, old.diarienummer, old.decision, old.text);
    END;
    PRAGMA application_id = \(0x5047_5246);
    PRAGMA user_version = 1;
    """
}
