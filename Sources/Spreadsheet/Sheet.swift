public import Foundation

/// Rows under named columns: what CSV, JSON and XLSX are written from.
public struct Sheet: Sendable {
  /// Swedish, at most 31 characters, as Excel wants it.
  public var name: String
  public var columns: [String]
  /// The columns whose numbers are measured quantities, and so shown with their thousands apart; a year or a page is not.
  public var quantities: Set<String>
  public var rows: [[Cell]]

  /// A sheet with as many cells in each row as it has columns.
  public init(name: String, columns: [String], quantities: Set<String> = [], rows: [[Cell]] = []) {
    self.name = name
    self.columns = columns
    self.quantities = quantities
    self.rows = rows
  }

  /// What stands in one cell.
  public enum Cell: Sendable, Equatable {
    case text(String)
    case number(Decimal)
    case empty

    /// Empty where there is no text.
    public init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }

    /// Empty where there is no number.
    public init(_ number: Int?) { self = number.map { .number(Decimal($0)) } ?? .empty }

    /// The cell as text, without sign for thousands and with a point for decimals.
    public var plain: String {
      switch self {
      case .text(let text): text
      case .number(let number): number.description
      case .empty: ""
      }
    }
  }
}
