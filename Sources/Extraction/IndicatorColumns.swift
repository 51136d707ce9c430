internal import Rules

/// What a column of a table of key figures holds.
enum IndicatorColumn: Equatable {
  case year(String)
  /// Values of a part of the year: they count where the year has no column of its own.
  case partOf(String)
  /// Values of a school term (vårtermin, hösttermin).
  case term(String)
  /// Values of a group of people or of a unit: a key figure by itself.
  case group(String, year: String)
  /// The only column of values, whose year stands elsewhere.
  case value
  /// A group of people or the whole, of the year in the table's title.
  case part(String)
  case total
  case target
  /// "Mål": over targets, or over goals that the targets stand beside.
  case goal
  case assessment
  /// How a value has moved: an assessment where it is told in words, and none where an arrow stands.
  case development
  /// Where a value is going, or why ("Trend", "Analys"): its table is one of key figures, but what it says is no assessment.
  case remark
  /// What is foretold: an assessment where it is told in words of a scale.
  case forecast
  case sex
  /// The name of what is measured, where the label is a goal or an area.
  case measure
  case other

  /// Whether its values are of a year, or of a part of one.
  var hasYear: Bool {
    switch self {
    case .year, .partOf, .group: true
    default: false
    }
  }
}

/// Reads the names of the columns of a table of key figures.
///
/// A column of a name and a year ("Kvinnor 2023", "Björkmåla 2023") is the municipality's own only where the name is the municipality's; else the figures
/// of a part would be taken for those of the whole.
struct IndicatorColumns {
  let words: IndicatorWords
  /// Of the document; nil where it is not known.
  let municipality: String?

  func columns(_ names: [String]) -> [IndicatorColumn] {
    let read = withoutGoals(names.map(column))
    // Beside the municipality's own column stand those of others, whose figures are not asked for.
    let hasOwn = names.contains(where: isOfMunicipality)
    return withoutRivals(read).map { column in
      if case .group(let name, _) = column, hasOwn, words.kind(of: name) != "delgrupp" { .other } else { column }
    }
  }

  private func column(_ name: String) -> IndicatorColumn {
    let values = words.firstMatch(name, in: .indicatorColumn) ?? [:]
    if let year = values["year"] {
      guard let group = values["group"] else { return .year(year) }
      return isMunicipality(group) ? .year(year) : .group(group, year: year)
    }
    if let group = values["group"] { return .part(group) }
    if let year = values["part_of"] { return .partOf(year) }
    if let year = values["term_of"] { return .term(year) }
    switch values["column"] {
    case "målvärde": return .target
    case "mål": return .goal
    case "helhet": return .total
    case "bedömning": return .assessment
    case "utveckling": return .development
    case "anmärkning": return .remark
    case "prognos": return .forecast
    case "kön": return .sex
    case "mått": return .measure
    case "utfall": return .value
    default: return .other
    }
  }

  /// "Mål" is over goals where another column has the targets, and where what is measured stands to the right of it.
  private func withoutGoals(_ columns: [IndicatorColumn]) -> [IndicatorColumn] {
    let measure = columns.firstIndex(of: .measure) ?? 0
    return columns.enumerated().map { index, column in
      guard column == .goal else { return column }
      return columns.contains(.target) || index < measure ? .other : .target
    }
  }

  /// A term or another part stands for its year where the table has no other of that year: of two months, neither is the year's.
  private func withoutRivals(_ columns: [IndicatorColumn]) -> [IndicatorColumn] {
    columns.map { column in
      switch column {
      case .term(let year): columns.count { $0 == column } == 1 ? .partOf(year) : .other
      case .partOf: columns.count { $0 == column } == 1 ? column : .other
      default: column
      }
    }
  }

  /// Whether the column is the municipality's own, by its name or as "Kommunen".
  private func isOfMunicipality(_ name: String) -> Bool {
    let values = words.firstMatch(name, in: .indicatorColumn)
    return values?["group"].map(isMunicipality) ?? (values?["whose"] == "kommunen")
  }

  /// Whether the words name the document's municipality: "Björkmåla" in a document of "Björkmålas kommun".
  private func isMunicipality(_ group: String) -> Bool {
    guard let own = municipality?.lowercased() else { return false }
    let named = group.lowercased()
    return own == named || own.hasPrefix(named + " ") || own.hasPrefix(named + "s ")
  }
}
