public import Foundation

/// A sum of money in running text (belopp).
public struct Amount: Sendable, Equatable {
  /// Where a sum stands in a range (`300 - 485 kronor`).
  public enum Part: Sendable {
    case single
    case low
    case high
  }

  /// Why a sum may not be what it seems. The value is still the most likely reading where there is one.
  public enum Doubt: Sendable {
    /// `2023 tkr`: a year above a column, perhaps.
    case year
    /// `1.753 tkr`, `053 tkr`: the figure cannot be told. No value.
    case figure
    /// The dash before it may be a minus, a range, a bullet or a thought's dash.
    case sign
    /// Number and unit stand on lines of their own, as in a table.
    case tableHead
    /// More than ``Amount/limit`` kronor: glued from two cells, perhaps. No value.
    case implausible
    /// A line ends inside the number: two cells, perhaps.
    case lineBreak
    /// The number is glued to a letter or another number's end.
    case glued
  }

  /// Sums from this on (10¹² kronor) are more than any municipality has: they are read as two numbers run together.
  public static let limit = Decimal(1_000_000_000_000)

  /// Kronor, exact, the sign as written; nil where the figure cannot be told.
  public var value: Decimal?
  /// The unit as written, in lower case with single spaces: `kr`, `tkr`, `miljoner kronor`.
  public var unit: String
  /// UTF-8 bytes of the text from sign or `minus` to the end of the unit; a range's lower sum has its number alone.
  public var range: Range<Int>
  /// The bytes of `cirka`, `drygt` and the like before it, where it has one.
  public var approximation: Range<Int>?
  /// Alone, or an end of a range.
  public var part: Part
  /// False for `20 miljoner` with no currency after: it may be people or hours.
  public var hasCurrency: Bool
  /// Nil where the sum can only be read in one way.
  public var doubt: Doubt?

  /// Whether `cirka` or the like stands before it.
  public var isApproximate: Bool { approximation != nil }
}

extension Amount.Doubt {
  /// What the user is told, in Swedish, without place.
  public var message: String {
    switch self {
    case .year: "siffran framför enheten kan vara ett årtal"
    case .figure: "siffran kan läsas på mer än ett sätt"
    case .sign: "strecket framför kan vara minustecken, intervall eller tankstreck"
    case .tableHead: "talet och enheten står på var sin rad, som i en tabell"
    case .implausible: "beloppet är orimligt stort; två tal kan ha skrivits ihop"
    case .lineBreak: "talet är brutet över två rader, eller är två tal"
    case .glued: "talet är hopskrivet med texten framför"
    }
  }
}
