/// Protokollsanteckning or särskilt yttrande: what someone wanted in the minutes, without moving or reserving.
public struct Statement: Codable, Sendable, Equatable {
  /// `statement` (protokollsanteckning) or `opinion` (särskilt yttrande).
  public var kind: String
  /// As written, parties included; null where the minutes do not say.
  @OrNull public var who: String?
  public var text: String
  @OrNull public var source: Evidence?

  public init(kind: String, who: String?, text: String, source: Evidence? = nil) {
    self.kind = kind
    self.who = who
    self.text = text
    self.source = source
  }
}
