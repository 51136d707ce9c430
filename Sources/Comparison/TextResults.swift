internal import Facts
internal import Foundation

/// The results that a report's running text states of its units: surpluses, deficits and deviations.
struct TextResults {
  private(set) var rows: [ResultReader.Row] = []

  init(_ report: Report) {
    for amount in report.amounts {
      guard let subject = amount.subject, let figure = Self.figure(of: amount, report) else { continue }
      let meaning = ColumnMeaning(kind: "resultat", year: amount.year ?? report.document.year, isPeriod: false)
      let told = ResultReader.Value(meaning: meaning, figure: figure)
      if let row = rows.firstIndex(where: { Likeness.normalised($0.label) == Likeness.normalised(subject) }) {
        rows[row].values.append(told)
      } else {
        rows.append(ResultReader.Row(label: subject, name: subject, values: [told]))
      }
    }
  }

  /// Below zero for a deficit, however it is written; nil where the amount is no result.
  static func signed(_ amount: Money) -> Decimal? {
    guard let value = amount.valueSEK else { return nil }
    switch amount.kind {
    case "överskott": return abs(value)
    case "underskott": return -abs(value)
    case "resultat", "avvikelse": return value
    default: return nil
    }
  }

  static func figure(of amount: Money, _ report: Report) -> Figure? {
    guard let source = amount.source, let value = signed(amount) else { return nil }
    let place = Place(report.document, source, quote: amount.quote)
    return Figure(asWritten: amount.asWritten, value: value, step: step(of: amount), unit: unit(of: amount), unitFrom: nil, place: place)
  }

  /// Empty where it is written with the figure; else that of the whole range that it is an end of.
  private static func unit(of amount: Money) -> String {
    guard !amount.asWritten.contains(where: \.isLetter), let value = amount.valueSEK, let number = PrintedNumber(amount.asWritten),
      number.value != 0
    else { return "" }
    return MoneyUnit.allCases.first { $0.factor == abs(value / number.value) }?.rawValue ?? "kr"
  }

  /// The size of the last digit written: 100 000 kronor for "11,2 mnkr".
  static func step(of amount: Money) -> Decimal {
    guard let value = amount.valueSEK, let number = PrintedNumber(amount.asWritten), number.value != 0 else { return 1 }
    return abs(value / number.value) * number.step
  }
}
