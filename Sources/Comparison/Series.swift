internal import Facts
internal import Foundation

/// A key figure (nyckeltal) as a series over years, put together of all reports that give it.
public struct Series: Sendable {
  /// As the latest report has it.
  public var name: String
  public var points: [Point]
  /// The least likeness by which names were held to be the same, 0 to 1; nil where one report has it.
  public var likeness: Double?

  /// What reports say of one year.
  public struct Point: Sendable {
    public var owner: String
    public var year: Int
    /// The year's own report's first, where there is one.
    public var values: [Value]

    /// Whether a later report has another value (omräknat).
    public var isRestated: Bool { values.dropFirst().contains { !$0.agrees(with: values[0]) } }
  }

  /// A value as one report has it.
  public struct Value: Sendable {
    public var asWritten: String
    /// Nil where it is written in words.
    public var number: PrintedNumber?
    /// "%", "dagar", "kr": after the value, else the end of the name; "enligt namnet" where neither says it.
    public var unit: String
    /// The report's target for the year, as written.
    public var target: String?
    public var place: Place

    func agrees(with other: Value) -> Bool {
      guard let number, let its = other.number else { return asWritten == other.asWritten }
      let coarse = max(number.step, its.step)
      return abs(number.value - its.value) * 2 <= (number.step == its.step ? 0 : coarse)
    }
  }

  /// The least likeness of names that are held to be the same.
  private static let threshold = 0.8

  static func all(of reports: [Report]) -> [Series] {
    let names = reports.map { ResultReader.numbered($0.indicators.map(\.name)) }
    return Threads(names, threshold: threshold).threads.map { thread in
      var series = Series(name: "", points: [], likeness: thread.compactMap(\.likeness).min())
      for member in thread {
        let report = reports[member.report]
        series.name = names[member.report][member.item]
        series.add(report.indicators[member.item], of: report)
      }
      series.points.sort { ($0.owner, $0.year) < ($1.owner, $1.year) }
      return series
    }
  }

  private mutating func add(_ indicator: Indicator, of report: Report) {
    for (key, written) in indicator.values.sorted(by: { $0.key < $1.key }) {
      guard let year = Int(key) else { continue }
      let number = PrintedNumber(written)
      let isOwn = report.document.year == year
      let place = Place(report.document, indicator.source, quote: indicator.source?.quote ?? indicator.name)
      let value = Value(
        asWritten: written, number: number, unit: Self.unit(of: indicator.name, number), target: isOwn ? indicator.target : nil,
        place: place)
      guard let point = points.firstIndex(where: { $0.owner == report.owner && $0.year == year }) else {
        points.append(Point(owner: report.owner, year: year, values: [value]))
        continue
      }
      points[point].values.insert(value, at: isOwn ? 0 : points[point].values.count)
    }
  }

  private static func unit(of name: String, _ number: PrintedNumber?) -> String {
    if let suffix = number?.suffix, !suffix.isEmpty { return suffix }
    if name.contains("%") { return "%" }
    let last = name.split(separator: ",").dropFirst().last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    return last.isEmpty || last.split(separator: " ").count > 3 ? "enligt namnet" : last
  }

  var notes: [String] {
    points.compactMap { point in
      guard let first = point.values.first, let other = point.values.dropFirst().first(where: { !$0.agrees(with: first) }) else {
        return nil
      }
      func told(_ value: Value) -> String { "\(value.asWritten) (\(value.place.text))" }
      return "Omräknat: \(name) \(point.year) är \(told(first)), men \(told(other))."
    }
  }
}
