/// What a column of a result table (resultattabell) holds: budget, outcome, deviation or forecast, of which year and which part.
public struct ColumnMeaning: Codable, Sendable, Equatable, Hashable {
  /// budget, utfall, avvikelse or prognos.
  public var kind: String
  /// The year that the column names, else the one that the document reports on; nil where neither is known.
  public var year: Int?
  /// Whether it is of a part of the year (delårsperiod) and not of the whole.
  public var isPeriod: Bool
  /// intäkt, kostnad or netto, where the column is of one of them.
  public var part: String?
  /// The unit of money that the column's name says, where that is another than the table's; `%` for a share beside sums.
  public var unit: String?

  public init(kind: String, year: Int?, isPeriod: Bool, part: String? = nil, unit: String? = nil) {
    self.kind = kind
    self.year = year
    self.isPeriod = isPeriod
    self.part = part
    self.unit = unit
  }

  enum CodingKeys: String, CodingKey {
    case kind, year, part, unit
    case isPeriod = "is_period"
  }
}
