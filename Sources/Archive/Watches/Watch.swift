public import Facts
public import Querying

/// A saved search (bevakning) that tells what is new since last time.
public struct Watch: Codable, Sendable, Equatable {
  public var name: String
  /// As it was typed: it is read anew at each run, with the words and names that there are then.
  public var query: String
  /// ISO 8601, UTC.
  public var addedAt: String
  /// When it was last asked what is new; null where it never was.
  @OrNull public var lastRun: String?

  enum CodingKeys: String, CodingKey {
    case name, query
    case addedAt = "added_at"
    case lastRun = "last_run"
  }
}

/// What answers a watch and was not there last time.
public struct WatchNews: Encodable, Sendable {
  /// The watch's name.
  public var name: String
  /// As it was understood.
  public var query: String
  /// What was not understood in the query, with its place.
  public var readingNotes: [QueryNote]
  /// The newest first.
  public var hits: [Hit]
  /// What the hits are known by when they are marked as seen.
  let keys: [Int64]

  enum CodingKeys: String, CodingKey { case name, query, notes, hits }

  /// As JSON: `name`, `query`, `notes` (sentences) and `hits`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(query, forKey: .query)
    try container.encode(readingNotes.map(\.message), forKey: .notes)
    try container.encode(hits, forKey: .hits)
  }
}
