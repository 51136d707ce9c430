internal import GRDB

/// How a sample was drawn: with the same seed from the same archive it is drawn again.
public struct DrawnSample: Codable, Sendable, Equatable {
  /// frö
  public var seed: Int
  /// The hits that were drawn: those asked for, or all where there are no more.
  public var size: Int
  /// All hits, of which they were drawn.
  public var population: Int
}

extension Archive {
  /// A sample (stickprov) of a result, in the order drawn.
  ///
  /// A hit's rank is SHA-256 of the text `SEED DOCUMENT/SECTION` (`7 9f2c…/17`: the document's id and the place of the section, as the hit tells
  /// them), and those of the lowest rank are drawn. So the draw depends on nothing but the seed and the hits, not on their order; a larger sample
  /// with the same seed begins with the smaller one; and anyone can check it with `sha256sum`.
  public func sample(of whole: WholeResult, size: Int, seed: Int) throws -> WholeResult {
    let names = try read { db in try HitNames(of: whole, unchanged(since: whole, db), db) }
    let digest = Digest()
    let ranks = names.all.map { digest.first64(of: "\(seed) \($0)") }
    // Of equal ranks, which hardly are, the hits' names decide.
    let order = ranks.indices.sorted { (ranks[$0], names.all[$0]) < (ranks[$1], names.all[$1]) }
    var drawn = whole.keeping(Array(order.prefix(size)))
    drawn.answer.sample = DrawnSample(seed: seed, size: drawn.count, population: whole.count)
    return drawn
  }
}

/// What each hit of a result is called: `DOCUMENT/SECTION`.
private struct HitNames {
  var all: [String]

  init(of whole: WholeResult, _ snapshot: Snapshot, _ db: Database) throws {
    let documents = try DocumentIDs(db)
    all = whole.sections.map { section in
      let id = snapshot.sectionID(Int(section))
      return id.map { "\(documents[$0.document])/\($0.place)" } ?? ""
    }
  }
}

/// The documents' ids by their numbers.
struct DocumentIDs {
  private var ids: [Int64: String] = [:]

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT number, id FROM document")
    while let row = try rows.next() { ids[row[0]] = row[1] }
  }

  subscript(number: Int64) -> String { ids[number] ?? "" }
}
