internal import Facts
internal import GRDB
internal import Versions

/// Keeps the files of one meeting together: where a § stands in several, one of them is shown, and `superseded` says so of the others.
enum Joining {
  /// Looks anew at the meeting that a document is of. To be called when the document has come, or before it goes.
  /// - Parameter leaving: the document is about to be taken out.
  static func update(_ number: Int64, leaving: Bool = false, _ db: Database) throws {
    guard let document = try documents(where: "number = ?", [number], db).first else { return }
    var group = try meeting(of: document, db)
    if leaving { group.removeAll { $0.number == number } }
    for member in group + [document] { try forget(member.number, db) }
    if group.count > 1 { try note(group, db) }
  }

  /// All meetings of an archive that an earlier program has made.
  static func updateAll(_ db: Database) throws {
    for number in try Int64.fetchAll(db, sql: "SELECT number FROM document WHERE type = 'protokoll'") { try update(number, db) }
  }

  /// A document with what tells which meeting it is of.
  struct Member {
    var number: Int64
    var facts: DocumentFacts
    var sections: Int
  }

  /// The document and the others of the same meeting, that which is shown first in front.
  static func meeting(of document: Member, _ db: Database) throws -> [Member] {
    let sameDay = try documents(where: "date = ? AND type = 'protokoll'", [document.facts.date], db)
    let others = sameDay.filter { $0.number != document.number && MeetingKey.areSame($0.facts, document.facts) }
    return ([document] + others).sorted { one, other in
      let ranks = (VersionRank.rank(one.facts.version), VersionRank.rank(other.facts.version))
      // Of equals the one that holds most, then the one that came last.
      return (ranks.0, one.sections, one.number) > (ranks.1, other.sections, other.number)
    }
  }

  static func documents(where condition: String, _ arguments: StatementArguments, _ db: Database) throws -> [Member] {
    let sql = "SELECT number, id, source, type, municipality, body, date, version, sections FROM document WHERE \(condition)"
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      var facts = DocumentFacts(id: row[1], source: row[2], type: row[3], pages: 0)
      (facts.municipality, facts.body, facts.date) = (row[4], row[5], row[6])
      let version: String = row[7]
      facts.version = version.isEmpty ? nil : version
      return Member(number: row[0], facts: facts, sections: row[8])
    }
  }

  private static func forget(_ number: Int64, _ db: Database) throws {
    let sections = SectionID.all(of: number)
    try db.execute(sql: "DELETE FROM superseded WHERE section BETWEEN ? AND ?", arguments: [sections.lowerBound, sections.upperBound])
    try db.execute(sql: "DELETE FROM superseded WHERE shown BETWEEN ? AND ?", arguments: [sections.lowerBound, sections.upperBound])
  }

  /// Of each § the first document that has it is shown. Two § of one number in one document (several meetings in one file) are both kept.
  private static func note(_ group: [Member], _ db: Database) throws {
    var shown: [Int: Int64] = [:]
    for member in group {
      var own: [Int: Int64] = [:]
      let sections = SectionID.all(of: member.number)
      let sql = "SELECT id, number FROM section WHERE id BETWEEN ? AND ? AND kind = 'paragraf' AND number IS NOT NULL ORDER BY id"
      for row in try Row.fetchAll(db, sql: sql, arguments: [sections.lowerBound, sections.upperBound]) {
        let (id, paragraf): (Int64, Int) = (row[0], row[1])
        if let better = shown[paragraf] {
          try db.execute(sql: "INSERT OR REPLACE INTO superseded (section, shown) VALUES (?, ?)", arguments: [id, better])
        } else if own[paragraf] == nil {
          own[paragraf] = id
        }
      }
      shown.merge(own) { first, _ in first }
    }
  }
}

extension Archive {
  /// The other files of a document's meeting, that which is shown first in front.
  public func otherFiles(ofDocument id: String) throws -> [OtherFile] {
    try read { db in
      guard let document = try Joining.documents(where: "id = ?", [id], db).first else { return [] }
      let others = try Joining.meeting(of: document, db).filter { $0.number != document.number }
      return document.facts.type == "protokoll" ? others.map { OtherFile(source: $0.facts.source, version: $0.facts.version) } : []
    }
  }

  /// The meetings of which there are several files, each with its files, that which is shown first in front.
  func meetingsInSeveralFiles(_ db: Database) throws -> [[OtherFile]] {
    let sql = "SELECT number FROM document WHERE type = 'protokoll' AND date IN (\(Self.busyDays)) ORDER BY date, source"
    var seen = Set<Int64>()
    var meetings: [[OtherFile]] = []
    for number in try Int64.fetchAll(db, sql: sql) where !seen.contains(number) {
      guard let document = try Joining.documents(where: "number = ?", [number], db).first else { continue }
      let group = try Joining.meeting(of: document, db)
      seen.formUnion(group.map(\.number))
      if group.count > 1 { meetings.append(group.map { OtherFile(source: $0.facts.source, version: $0.facts.version) }) }
    }
    return meetings
  }

  private static let busyDays = "SELECT date FROM document WHERE type = 'protokoll' GROUP BY date HAVING count(*) > 1"
}
