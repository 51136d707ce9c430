/// Sammanträde: what the front page of minutes says of the meeting, and the notice of it. Empty lists and null for what it does not say.
public struct Meeting: Codable, Sendable, Equatable {
  /// The room and house, without day and hour.
  @OrNull public var place: String?
  /// `YYYY-MM-DD`, from the front page's own field.
  @OrNull public var date: String?
  /// `HH:MM`.
  @OrNull public var start: String?
  /// `HH:MM`.
  @OrNull public var end: String?
  /// Beslutande: those who are listed as serving.
  public var members: [Attendee] = []
  /// How many the front page says are present; null where it does not count them.
  @OrNull public var count: Int?
  /// Tjänstgörande ersättare, with whom they replace.
  public var substitutes: [Attendee] = []
  /// Övriga närvarande, and substitutes who do not serve (role "ej tjänstgörande ersättare").
  public var others: [Attendee] = []
  /// Justerare.
  public var adjusters: [Attendee] = []
  @OrNull public var adjustment: Adjustment?
  @OrNull public var paragraphs: ParagrafRange?
  @OrNull public var notice: Notice?
  /// Where the front page begins: its place and time.
  @OrNull public var source: Evidence?

  public init() {}

  /// Where all that it says stands.
  public var sources: [Evidence] {
    let people = (members + substitutes + others + adjusters).map(\.source)
    return (people + [source, adjustment?.source, paragraphs?.source, notice?.source]).compactMap { $0 }
  }
}

/// Närvarande: someone on a list of the front page.
public struct Attendee: Codable, Sendable, Equatable {
  /// As written, without party and role.
  public var name: String
  /// The party's letters as written, without brackets.
  @OrNull public var party: String?
  /// ordförande, förste vice ordförande, kommundirektör; as written.
  @OrNull public var role: String?
  /// Whom a substitute replaces, as written, party included.
  @OrNull public var replaces: String?
  /// Presence in a part of the meeting, as written ("ej § 13", "kl. 13.00–14.30").
  @OrNull public var presence: String?
  @OrNull public var source: Evidence?

  public init(name: String, party: String? = nil, role: String? = nil, source: Evidence? = nil) {
    self.name = name
    self.party = party
    self.role = role
    self.source = source
  }
}

/// Justering: where and when the minutes are approved.
public struct Adjustment: Codable, Sendable, Equatable {
  @OrNull public var place: String?
  /// `YYYY-MM-DD`.
  @OrNull public var date: String?
  /// `HH:MM`.
  @OrNull public var time: String?
  @OrNull public var source: Evidence?

  public init(place: String? = nil, date: String? = nil, time: String? = nil, source: Evidence? = nil) {
    self.place = place
    self.date = date
    self.time = time
    self.source = source
  }
}

/// The § that the minutes say they hold, first to last.
public struct ParagrafRange: Codable, Sendable, Equatable {
  public var first: Int
  public var last: Int
  @OrNull public var source: Evidence?

  public init(first: Int, last: Int, source: Evidence? = nil) {
    self.first = first
    self.last = last
    self.source = source
  }
}

/// Anslag: the notice that the minutes have been approved (KL 8:12). Days are `YYYY-MM-DD`.
public struct Notice: Codable, Sendable, Equatable {
  /// Whose minutes, as written.
  @OrNull public var body: String?
  /// The meeting's day.
  @OrNull public var date: String?
  /// The day it is put up.
  @OrNull public var posted: String?
  /// The day it is taken down.
  @OrNull public var removed: String?
  /// Where the minutes are kept.
  @OrNull public var kept: String?
  @OrNull public var source: Evidence?

  public init() {}
}
