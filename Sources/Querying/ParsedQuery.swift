/// A query with what it means, how it was read, and what was not understood in it.
public struct ParsedQuery: Sendable, Equatable {
  /// What was read; places count its bytes.
  public internal(set) var text = ""
  /// Nil where nothing is asked for: an empty text, or signs alone. A note says so.
  public var root: QueryNode?
  /// What was not understood, in the order of the query.
  public var notes: [QueryNote]
  /// How it was read, in Swedish: `avgift och "höjd taxa", organ Socialnämnden, år 2021–2023`.
  public var understood: String
  /// Where the query is a diarienummer or a § and nothing else.
  public var direct: DirectAnswer?
  /// The fields of the query, each with the query that is left without it.
  public var chips: [QueryChip]

  /// A read query.
  public init(root: QueryNode?, notes: [QueryNote], understood: String, direct: DirectAnswer?, chips: [QueryChip]) {
    self.root = root
    self.notes = notes
    self.understood = understood
    self.direct = direct
    self.chips = chips
  }
}

/// What a query that names one thing goes straight to; ``ParsedQuery/root`` asks for the same.
public enum DirectAnswer: Sendable, Hashable {
  /// A case number in its normal form, as in ``Condition/caseNumber(_:)``.
  case caseNumber(String)
  /// A § by number, of the body (`KS § 84`: the archive's name or as typed) and the year (`§ 84/2024`) where they are typed.
  case paragraph(Int, body: String?, year: Int?)
}

/// Something in a query that was not understood as it may have been meant.
public struct QueryNote: Sendable, Hashable {
  /// UTF-8 bytes of the query.
  public var place: Range<Int>
  /// One Swedish sentence: what is wrong and how it was read.
  public var message: String
  /// The part of the query around the place and below it a line with carets under the place, for a terminal; two lines.
  public var marked: String

  /// A note with its place.
  public init(place: Range<Int>, message: String, marked: String) {
    self.place = place
    self.message = message
    self.marked = marked
  }
}

/// A field of the query that can be taken away.
public struct QueryChip: Sendable, Hashable {
  /// As understood: `år 2021–2023`.
  public var text: String
  /// The query without it.
  public var without: String
  /// Each of its values as understood (`organ Kommunstyrelsen`): any of them will do.
  public var values: [String]
  /// Whether its values are those that must not hold: minus, NOT, INTE.
  public var isNegated: Bool

  /// A chip with the query that is left.
  public init(text: String, without: String, values: [String], isNegated: Bool = false) {
    self.text = text
    self.without = without
    self.values = values
    self.isNegated = isNegated
  }
}
