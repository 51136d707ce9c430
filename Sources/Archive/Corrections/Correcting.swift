public import Corrections
internal import Facts
internal import GRDB

extension Archive {
  /// What readers have said of a document's facts, in the order in which they said it, with what was replaced and taken back.
  /// - Parameter id: of a document that the archive holds, or has held.
  public func corrections(ofDocument id: String) throws -> [Correction] { try read { db in try CorrectionTable.all(ofDocument: id, db) } }

  /// All corrections, as ``corrections(ofDocument:)``.
  public func corrections() throws -> [Correction] { try read(CorrectionTable.all) }

  /// Keeps what a reader says of a fact.
  ///
  /// - Returns: the correction with its number.
  ///
  /// Throws ``AlreadyCorrected`` where another reader was first to replace the same.
  @discardableResult
  public func correct(_ correction: Correction) throws -> Correction {
    var kept = correction
    try transaction { db in
      if let replaced = correction.replaces, try CorrectionTable.isReplaced(replaced, db) { throw AlreadyCorrected() }
      kept.number = try CorrectionTable.add(correction, db)
      // What was shown of the document is true no longer.
      try db.execute(sql: "UPDATE index_state SET revision = revision + 1")
    }
    return kept
  }

  /// A document's facts with what holds of them by its readers. Throws an `ArchiveFailure` where the archive does not hold it.
  public func correctedFacts(ofDocument id: String) throws -> CorrectedDocument {
    CorrectedDocument(try facts(ofDocument: id), try corrections(ofDocument: id).current)
  }
}

/// Another reader has replaced the same correction meanwhile.
public struct AlreadyCorrected: Error, CustomStringConvertible {
  public let description = "någon annan har just ändrat samma rättelse; se efter vad som sades och rätta sedan om det behövs"
}
