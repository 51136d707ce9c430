internal import GRDB

/// The names in an archive that a query may ask for.
public struct ArchiveNames: Sendable, Equatable {
  /// Organ, sorted.
  public var bodies: [String]
  /// Kommuner and regioner, sorted.
  public var municipalities: [String]
}

extension Archive {
  /// The bodies and municipalities of the documents.
  public func names() throws -> ArchiveNames {
    try read { db in
      let snapshot = try snapshots.snapshot(db)
      let bodies = Set(snapshot.documents.compactMap { snapshot.name($0.body) })
      let municipalities = Set(snapshot.documents.compactMap { snapshot.name($0.municipality) })
      return ArchiveNames(bodies: bodies.sorted(), municipalities: municipalities.sorted())
    }
  }
}
