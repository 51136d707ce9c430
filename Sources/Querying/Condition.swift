public import Foundation

/// What a field (`organ:`, `år:`, `utfall:`) asks for. One condition has one value; a list is an ``QueryNode/any(_:)`` of conditions.
public enum Condition: Sendable, Hashable {
  /// `organ:`: the name as the archive has it where the context knows it, otherwise as typed.
  case body(String)
  /// `kommun:`: as for ``body(_:)``.
  case municipality(String)
  /// `år:`; an open end is ``openYears``' bound.
  case years(ClosedRange<Int>)
  /// `datum:`: days from and through, ISO 8601 (`YYYY-MM-DD`); nil where that end is open, never both.
  case dates(from: String?, through: String?)
  /// `typ:`: § and sections that have such a fact.
  case factKind(AskedFact)
  /// `utfall:`: how the case ended, as the facts document has it (`bifall`, `avslag`, `återremiss`).
  case outcome(String)
  /// `mål:`: how a goal went, as the facts document has it (`uppnått`, `delvis_uppnått`, `ej_uppnått`, `ej_bedömt`).
  case goalOutcome(String)
  /// `dnr:`: a case number in its normal form (`KS 2024/112`); without letters (`2024/112`) it is that of any registry.
  case caseNumber(String)
  /// `§:` the number of a §.
  case paragraph(Int)
  /// `part:`: someone of that party moved, voted or reserved: its letters (`S`, `MP`).
  case party(String)
  /// `person:`: the words of a name, all of which must stand in one name.
  case person([QueryWord])
  /// `belopp:`: a sum of money.
  case amount(AmountBounds)
  /// `dokument:`: the kind of document (`protokoll`, `årsredovisning`).
  case documentType(String)

  /// The years of an open end (`>=2021`).
  public static let openYears = 0...9999
}

/// The kinds of facts that `typ:` asks for. Raw values are the English names that the archive uses.
public enum AskedFact: String, CaseIterable, Sendable {
  /// beslut
  case decision
  /// yrkande
  case motion
  /// votering
  case vote
  /// reservation
  case reservation
  /// mål
  case goal
  /// uppdrag
  case assignment
  /// belopp
  case amount
  /// tabell
  case table
  /// nyckeltal
  case indicator

  /// As `typ:` is asked, and as answers are counted.
  public var swedish: String {
    switch self {
    case .decision: "beslut"
    case .motion: "yrkande"
    case .vote: "votering"
    case .reservation: "reservation"
    case .goal: "mål"
    case .assignment: "uppdrag"
    case .amount: "belopp"
    case .table: "tabell"
    case .indicator: "nyckeltal"
    }
  }
}

/// The sums that `belopp:` asks for, in kronor; compared with the size of a sum, whatever its sign, unless a bound is below zero.
public struct AmountBounds: Sendable, Hashable {
  /// One end.
  public struct Bound: Sendable, Hashable {
    /// Kronor.
    public var kronor: Decimal
    /// Whether the sum may be the bound itself (`>=`).
    public var isInclusive: Bool

    /// `kronor`, itself counted or not.
    public init(_ kronor: Decimal, isInclusive: Bool) {
      self.kronor = kronor
      self.isInclusive = isInclusive
    }
  }

  /// Nil where the end is open; not both.
  public var lower: Bound?
  /// Nil where the end is open; not both.
  public var upper: Bound?

  /// From `lower` to `upper`.
  public init(lower: Bound?, upper: Bound?) {
    self.lower = lower
    self.upper = upper
  }
}
