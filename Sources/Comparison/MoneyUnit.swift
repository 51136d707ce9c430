public import Foundation

/// A unit in which reports print sums of money.
public enum MoneyUnit: String, Sendable, CaseIterable {
  case kr
  case tkr
  case mnkr
  case mdkr

  /// As the facts documents name it: mkr is the same as mnkr.
  public init?(named name: String) { self.init(rawValue: name == "mkr" ? "mnkr" : name) }

  /// Kronor.
  public var factor: Decimal {
    switch self {
    case .kr: 1
    case .tkr: 1000
    case .mnkr: 1_000_000
    case .mdkr: 1_000_000_000
    }
  }
}
