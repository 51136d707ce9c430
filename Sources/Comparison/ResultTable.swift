internal import Facts
internal import Foundation

/// Tables of results in several reports that are the same table, row by row.
public struct ResultTable: Sendable {
  /// As the latest report has it.
  public var title: String
  public var rows: [ResultRow]
  /// Whether it is put together from what the texts say, where one thing may have several results.
  public var isFromText = false

  var notes: [String] {
    rows.flatMap { row in row.cells.compactMap { isFromText && $0.state == .ambiguous ? nil : $0.note(of: row.name) } }
  }
}

/// One unit (enhet, verksamhet) or account, with its figures of all years.
public struct ResultRow: Sendable {
  /// What the reports call it, each spelling once, the latest last.
  public var names: [String]
  /// The least likeness by which names were held to be the same, 0 to 1; nil where it has one report.
  public var likeness: Double?
  public var cells: [ResultCell]

  public var name: String { names.last ?? "" }
}

/// What reports say of one measure of one unit in one year: usually one figure, more where the year is looked back upon.
public struct ResultCell: Sendable {
  /// Whose: municipality and body.
  public var owner: String
  /// budget, utfall, avvikelse, prognos or resultat (which is what a text calls it).
  public var measure: String
  /// intäkt, kostnad, netto or nil.
  public var part: String?
  public var isPeriod: Bool
  public var year: Int?
  /// In the order of the reports; the first is of the year's own report where there is one.
  public var figures: [Figure]

  /// What the figures say of each other.
  public enum State: Sendable {
    case single
    case agreeing
    /// The same figure with different precision (`30,1 mkr`, `30 098 tkr`).
    case precision
    /// A later report has another figure (omräknat).
    case restated
    /// One report has several figures.
    case ambiguous
  }

  public var state: State {
    guard let first = figures.first, figures.count > 1 else { return .single }
    let rest = figures.dropFirst()
    if let other = rest.first(where: { !$0.agrees(with: first) }) {
      return other.place.source == first.place.source ? .ambiguous : .restated
    }
    return rest.contains { $0.differsInPrecision(from: first) } ? .precision : .agreeing
  }

  /// The measure as it is named to a reader ("utfall, intäkt, del av året").
  public var measureName: String {
    [measure, part, isPeriod ? "del av året" : nil].compactMap { $0 }.joined(separator: ", ")
  }

  func note(of unit: String) -> String? {
    guard let first = figures.first else { return nil }
    let name = "\(unit), \(measureName) \(year.map(String.init) ?? "år okänt")"
    func told(_ figure: Figure) -> String { "\(figure.written) (\(figure.place.text))" }
    switch state {
    case .single, .agreeing: return nil
    case .precision:
      let other = figures.first { $0.differsInPrecision(from: first) } ?? first
      return "\(name): \(told(first)) och \(told(other)) är samma uppgift, olika noga avrundad."
    case .restated:
      let other = figures.first { !$0.agrees(with: first) } ?? first
      return "Omräknat: \(name) är \(told(first)), men \(told(other))."
    case .ambiguous:
      let other = figures.first { !$0.agrees(with: first) } ?? first
      return "\(name) har två uppgifter i samma rapport: \(told(first)) och \(told(other))."
    }
  }
}
