internal import Archive

/// What the template `organ` shows.
struct BodyModel: Sendable {
  let heading: String
  let municipality: String?
  let years: [Year]
  let chart: OutcomeChart?

  /// The documents of one year, latest first.
  struct Year: Sendable {
    let name: String
    let sum: String
    let meetings: [Line]
    let reports: [Line]
  }

  /// One document.
  struct Line: Sendable {
    let words: String
    let address: String
    let minutes: String
    let counts: String
    let version: String?
  }

  init(_ documents: [CountedDocument], _ outcomes: OutcomeCounts) {
    let first = documents[0].entry.document
    heading = first.body ?? "Organet framgår inte"
    municipality = first.municipality
    let byYear = Dictionary(grouping: documents) { $0.entry.document.year }
    let sorted = byYear.sorted { ($0.key ?? 0) > ($1.key ?? 0) }
    years = sorted.map { year, documents in Year(year, documents) }
    chart = OutcomeChart(outcomes)
  }
}

extension BodyModel.Year {
  init(_ year: Int?, _ documents: [CountedDocument]) {
    name = year.map(String.init) ?? "år okänt"
    let minutes = documents.filter { $0.entry.document.type == "protokoll" }
    meetings = minutes.map(BodyModel.Line.init)
    reports = documents.filter { $0.entry.document.type != "protokoll" }.map(BodyModel.Line.init)
    let decisions = minutes.map { $0.counts[.decision] ?? 0 }.reduce(0, +)
    let all = [
      minutes.isEmpty ? "" : Words.count(minutes.count, "protokoll", "protokoll"),
      decisions == 0 ? "" : "\(Words.integer(decisions)) beslut",
      reports.isEmpty ? "" : Words.count(reports.count, "rapport", "rapporter"),
    ]
    sum = all.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension BodyModel.Line {
  /// The kinds that a line tells, with their words.
  private static let told: [(kind: FactKind, one: String, many: String)] = [
    (.paragraf, "paragraf", "paragrafer"), (.decision, "beslut", "beslut"), (.vote, "votering", "voteringar"),
    (.reservation, "reservation", "reservationer"), (.goal, "mål", "mål"), (.assignment, "uppdrag", "uppdrag"),
    (.indicator, "nyckeltal", "nyckeltal"), (.table, "tabell", "tabeller"),
  ]

  init(_ document: CountedDocument) {
    let stored = document.entry.document
    let isMinutes = stored.type == "protokoll"
    words = isMinutes ? stored.date ?? stored.source : DocumentNames(document.entry).heading
    address = isMinutes ? Address.meeting(stored.id) : Address.document(stored.id)
    minutes = Address.document(stored.id)
    version = document.entry.version
    counts = Self.told.compactMap { kind, one, many in
      document.counts[kind].flatMap { $0 > 0 ? Words.count($0, one, many) : nil }
    }.joined(separator: ", ")
  }
}
