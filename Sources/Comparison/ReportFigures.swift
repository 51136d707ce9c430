public import Facts
public import Foundation

/// The figures of one report's result tables: what each is of, with unit and place.
public struct ReportFigures: Sendable {
  /// One figure.
  public struct Entry: Sendable {
    /// The row's label: a unit (enhet, verksamhet) or an account.
    public var label: String
    public var meaning: ColumnMeaning
    public var figure: Figure

    init(label: String, meaning: ColumnMeaning, figure: Figure) {
      self.label = label
      self.meaning = meaning
      self.figure = figure
    }

    /// A deviation that stands in a line of its own.
    /// - Parameter value: in the unit.
    public init(label: String, deviation value: Decimal, unit: MoneyUnit, year: Int, source: String, page: Int?, line: String) {
      self.label = label
      meaning = ColumnMeaning(kind: "avvikelse", year: year, isPeriod: false)
      figure = Figure(
        asWritten: value.description, value: value * unit.factor, step: unit.factor, unit: unit.rawValue, unitFrom: nil,
        place: Place(source: source, page: page, quote: line))
    }
  }

  public let entries: [Entry]

  public init(_ report: Report) {
    entries = ResultReader(report).tables.flatMap(\.rows).flatMap { row in
      row.values.map { Entry(label: row.label, meaning: $0.meaning, figure: $0.figure) }
    }
  }

  /// The result (surplus above zero) that a sum of money in running text states; nil where it states none.
  public static func result(of amount: Money, in report: Report) -> Figure? { TextResults.figure(of: amount, report) }

  /// How alike two names are, 0 to 1; 0.95 and more for the same words but for their endings.
  public static func likeness(_ name: String, _ other: String) -> Double { Likeness(name).likeness(to: Likeness(other)) }
}
