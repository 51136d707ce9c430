internal import GRDB

/// The archive's tables, by version. A version is never changed once it is released: the next one is added below it.
enum Schema {
  /// "PGRF": marks the file as an archive of this program (SQLite's `application_id`).
  private static let applicationID = 0x5047_5246

  /// The migrations in order; the archive's version (SQLite's `user_version`) is the number of them that it has gone through.
  /// A change of how words are cut or stemmed needs one too, which makes the index anew (``Reindexing``).
  private static let migrations: [String] = [version1, version2, version3, version4, version5, version6, version7, version8]

  /// Tells whether this is an archive that the program knows, and brings it to the present version.
  static func prepare(_ db: Database, path: String, mode: Archive.Mode) throws {
    if try isCurrent(db) { return }
    if mode == .existing, try isEmpty(db) { throw ArchiveFailure.empty(path) }
    if mode == .existing { try refuseForeign(db, path: path) }
    // Both take effect in a database without tables only. A section's row is about 3 kB: in pages of 4 kB the archive would be a fifth larger.
    if try isEmpty(db) { try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL") }
    try db.inTransaction(.immediate) {
      try refuseForeign(db, path: path)
      let version = try number(db, "user_version")
      for migration in migrations.dropFirst(version) { try db.execute(sql: migration) }
      if version < 3 { try Joining.updateAll(db) }
      if version < 4 { try Reindexing.run(db) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
      return .commit
    }
  }

  private static func refuseForeign(_ db: Database, path: String) throws {
    if try isEmpty(db) { return }
    guard try number(db, "application_id") == applicationID else { throw ArchiveFailure.notAnArchive(path) }
    let version = try number(db, "user_version")
    if version > migrations.count { throw ArchiveFailure.newer(path, version: version, known: migrations.count) }
  }

  private static func isCurrent(_ db: Database) throws -> Bool {
    try number(db, "application_id") == applicationID && number(db, "user_version") == migrations.count
  }

  private static func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
  }

  private static func number(_ db: Database, _ pragma: String) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0
  }
}

extension Schema {
  /// A section's id is its document's number and its place in the document (`SectionID`), so that the index alone tells which document a hit is in.
  ///
  /// Facts are plain JSON: measured on 39 documents they take as much room as two thirds of the text, and any tool can read them.
  ///
  /// The text stands once, in `section`; `section_search` holds the words only ("external content") and is kept in step by the triggers.
  private static let version1 = """
    CREATE TABLE document (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL,
      type TEXT NOT NULL,
      municipality TEXT,
      body TEXT,
      date TEXT,
      year INTEGER,
      title TEXT,
      pages INTEGER NOT NULL,
      unread_pages INTEGER NOT NULL,
      sections INTEGER NOT NULL,
      program TEXT NOT NULL,
      rules TEXT NOT NULL,
      read_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE facts (
      document INTEGER PRIMARY KEY REFERENCES document(number) ON DELETE CASCADE,
      json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE fact_count (
      document INTEGER NOT NULL REFERENCES document(number) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (document, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE file (
      path TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      document INTEGER NOT NULL REFERENCES document(number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX file_document ON file(document);

    CREATE TABLE failure (
      path TEXT PRIMARY KEY,
      reason TEXT NOT NULL,
      failed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      number INTEGER,
      level INTEGER NOT NULL,
      heading TEXT NOT NULL,
      diarienummer TEXT NOT NULL,
      decision TEXT NOT NULL,
      text TEXT NOT NULL,
      spans BLOB NOT NULL,
      heading_spans BLOB NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE section_search USING fts5(
      heading, diarienummer, decision, text,
      content='section', content_rowid='id', tokenize='paragraf'
    );
    CREATE TRIGGER section_added AFTER INSERT ON section BEGIN
      INSERT INTO section_search(rowid, heading, diarienummer, decision, text)
        VALUES (new.id, new.heading, new.diarienummer, new.decision, new.text);
    END;
    CREATE TRIGGER section_removed AFTER DELETE ON section BEGIN
      INSERT INTO section_search(section_search, rowid, heading, diarienummer, decision, text)
        VALUES ('delete', old.id, old.heading, old.diarienummer, old.decision, old.text);
    END;
    """

  /// Text recognition: the numbers of the pages that were recognised, with commas between; the program and model by which they were, or by which it was
  /// tried.
  private static let version2 = """
    ALTER TABLE document ADD COLUMN recognised_pages TEXT NOT NULL DEFAULT '';
    ALTER TABLE document ADD COLUMN recognition TEXT NOT NULL DEFAULT '';
    """

  /// Several files of one meeting: which version each says that it is (empty: the minutes as they are), and which § another file shows instead.
  private static let version3 = """
    ALTER TABLE document ADD COLUMN version TEXT NOT NULL DEFAULT '';
    CREATE INDEX document_date ON document(date);
    CREATE TABLE superseded (
      section INTEGER PRIMARY KEY,
      shown INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX superseded_shown ON superseded(shown);
    """

  /// The index is the program's own (``SearchIndex``), of segments and their chunks, since SQLite's FTS5 scores every section in which a common word
  /// stands. A section's place in the index is that of its document's first section (`first_section`) and its own place in the document; a
  /// document that is read anew gets new places. `index_state` counts the changes.
  ///
  /// Facts, texts and printed lines' places are packed (``Packing``): they are read for one document or hit at a time.
  private static let version4 = """
    DROP TRIGGER section_added;
    DROP TRIGGER section_removed;
    DROP TABLE section_search;
    CREATE TABLE index_segment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      level INTEGER NOT NULL,
      first INTEGER NOT NULL,
      sections INTEGER NOT NULL,
      directory BLOB NOT NULL,
      columns BLOB NOT NULL
    ) STRICT;
    CREATE TABLE index_block (
      id INTEGER PRIMARY KEY,
      data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE index_postings (
      id INTEGER PRIMARY KEY,
      data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE index_places (
      id INTEGER PRIMARY KEY,
      data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE index_state (
      revision INTEGER NOT NULL
    ) STRICT;
    INSERT INTO index_state VALUES (0);
    ALTER TABLE document ADD COLUMN first_section INTEGER;
    ALTER TABLE section RENAME TO section_as_text;
    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      number INTEGER,
      level INTEGER NOT NULL,
      heading TEXT NOT NULL,
      diarienummer TEXT NOT NULL,
      decision TEXT NOT NULL,
      text BLOB NOT NULL,
      spans BLOB NOT NULL,
      heading_spans BLOB NOT NULL
    ) STRICT;
    ALTER TABLE facts RENAME TO facts_as_text;
    CREATE TABLE facts (
      document INTEGER PRIMARY KEY REFERENCES document(number) ON DELETE CASCADE,
      packed BLOB NOT NULL
    ) STRICT;
    \(CompletionTable.schema)
    """

  /// Saved searches (bevakning).
  private static let version5 = WatchTable.schema

  /// What readers say of facts (rättelser).
  private static let version6 = CorrectionTable.schema

  /// Which program is telling the news of a saved search.
  private static let version7 = WatchTable.claims

  /// The documents whose sections are merged are found without going through all.
  private static let version8 = "CREATE INDEX document_first_section ON document(first_section, sections);"
}
