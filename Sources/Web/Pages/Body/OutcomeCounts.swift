internal import Archive

/// How many § of a body ended how, year by year.
struct OutcomeCounts: Sendable {
  /// Rising.
  let years: [Int]
  /// Outcome -> year -> §.
  let counts: [String: [Int: Int]]
  private let scope: String

  /// More years than a page has room for are left out, the earliest first.
  private static let mostYears = 20

  init(_ documents: [CountedDocument], _ queries: QueryReading, _ archive: Archive) throws {
    let minutes = documents.filter { $0.entry.document.type == "protokoll" }
    years = Set(minutes.compactMap(\.entry.document.year)).sorted().suffix(Self.mostYears)
    let names = [("organ", minutes.first?.entry.document.body), ("kommun", minutes.first?.entry.document.municipality)]
    scope = names.compactMap { field, name in name.map { "\(field):\"\($0.replacing("\"", with: ""))\"" } }.joined(separator: " ")
    var counts: [String: [Int: Int]] = [:]
    for year in years where !scope.isEmpty {
      let answer = try archive.search(try queries.parse("\(scope) år:\(year)", archive), SearchOptions(limit: 1))
      for (outcome, count) in answer.facets["outcome"] ?? [:] { counts[outcome, default: [:]][year] = count }
    }
    self.counts = counts
  }

  /// Where the § of an outcome and year are listed.
  func address(_ outcome: String, _ year: Int) -> String { Address.search("\(scope) utfall:\(outcome) år:\(year)") }
}

/// The counts as columns in stretches (SVG) and the table behind them.
struct OutcomeChart: Sendable {
  let width: Int
  /// One year alone makes no picture.
  let isDrawn: Bool
  let text: String
  let columns: [Column]
  let years: [String]
  let rows: [Row]

  struct Column: Sendable {
    let label: String
    let shown: String
    let x: Int
    let middle: Int
    let labelY: Int
    let parts: [Part]
  }

  /// A stretch of a column.
  struct Part: Sendable {
    let style: String
    let x: Int
    let y: Int
    let height: Int
  }

  /// An outcome in the table.
  struct Row: Sendable {
    let outcome: String
    let style: String
    let cells: [Cell]
  }

  struct Cell: Sendable {
    let count: String
    let address: String?
  }

  private static let (step, column, top, tallest) = (56, 36, 18, 90)

  /// Nil where no § has an outcome.
  init?(_ outcomes: OutcomeCounts) {
    let kinds = outcomes.counts.sorted { one, other in
      let sums = (one.value.values.reduce(0, +), other.value.values.reduce(0, +))
      return (sums.1, one.key) < (sums.0, other.key)
    }
    let sums = outcomes.years.map { year in kinds.map { $0.value[year] ?? 0 }.reduce(0, +) }
    guard let most = sums.max(), most > 0 else { return nil }
    width = outcomes.years.count * Self.step
    isDrawn = outcomes.years.count > 1
    years = outcomes.years.map(String.init)
    text = "Utfall per år: " + zip(years, sums).map { "\($0) \($1)" }.joined(separator: ", ")
    columns = outcomes.years.indices.map { place in
      Self.column(place, year: outcomes.years[place], sum: sums[place], most: most, kinds)
    }
    rows = kinds.map { outcome, counts in
      Row(
        outcome: Words.words(outcome), style: Self.style(outcome),
        cells: outcomes.years.map { year in
          counts[year].map { Cell(count: Words.integer($0), address: outcomes.address(outcome, year)) } ?? Cell(count: "", address: nil)
        })
    }
  }

  private static func column(_ place: Int, year: Int, sum: Int, most: Int, _ kinds: [(key: String, value: [Int: Int])]) -> Column {
    let x = place * step + (step - column) / 2
    var count = 0
    // Each stretch ends where the next begins, whatever is rounded.
    func y(_ count: Int) -> Int { top + tallest - count * tallest / most }
    let parts = kinds.compactMap { outcome, counts -> Part? in
      guard let number = counts[year] else { return nil }
      defer { count += number }
      return Part(style: style(outcome), x: x, y: y(count + number), height: y(count) - y(count + number))
    }
    return Column(label: "\(year)", shown: Words.integer(sum), x: x, middle: x + column / 2, labelY: y(sum) - 4, parts: parts)
  }

  /// The classes that the style has a colour for.
  private static func style(_ outcome: String) -> String {
    switch outcome {
    case "bifall": "for"
    case "avslag": "against"
    case "återremiss", "bordläggning": "later"
    default: "other"
    }
  }
}
