public import Foundation

/// A figure with its unit and its source.
public struct Figure: Sendable, Equatable {
  public var asWritten: String
  /// In kronor where it is money, else as it is written.
  public var value: Decimal
  /// The size of its last digit, in kronor where it is money.
  public var step: Decimal
  /// The unit in which it is written ("tkr", "%"); empty for a plain number, whose name says what is counted.
  public var unit: String
  /// Where the unit is said, if that is not the table itself.
  public var unitFrom: String?
  public var place: Place

  /// As written, with its unit.
  public var written: String { unit.isEmpty ? asWritten : "\(asWritten) \(unit)" }

  /// Whether both may be the same figure, rounded to the coarser of the two.
  public func agrees(with other: Figure) -> Bool {
    let coarse = max(step, other.step)
    return abs(value - other.value) * 2 <= (step == other.step ? 0 : coarse)
  }

  /// Whether one is written more exactly than the other.
  public func differsInPrecision(from other: Figure) -> Bool { step != other.step && agrees(with: other) }
}
