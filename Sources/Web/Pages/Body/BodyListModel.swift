internal import Archive
internal import Language

/// What the template `organlista` shows: bodies by municipality, in Swedish order.
struct BodyListModel: Sendable {
  let municipalities: [Municipality]

  struct Municipality: Sendable {
    let name: String
    let bodies: [Body]
  }

  struct Body: Sendable {
    let words: String
    let address: String
    let meetings: String
    let reports: String
    let years: String
  }

  init(_ bodies: [BodySummary]) {
    let groups = Dictionary(grouping: bodies) { $0.municipality ?? "Kommunen framgår inte" }
    municipalities = groups.sorted { Collation.precedes($0.key, $1.key) }.map { name, bodies in
      let sorted = bodies.sorted { Collation.precedes($0.body ?? "ö", $1.body ?? "ö") }
      return Municipality(name: name, bodies: sorted.map(Self.body))
    }
  }

  private static func body(_ summary: BodySummary) -> Body {
    let years = summary.years.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    return Body(
      words: summary.body ?? "organet framgår inte", address: Address.body(summary.body, municipality: summary.municipality),
      meetings: summary.meetings == 0 ? "" : Words.count(summary.meetings, "protokoll", "protokoll"),
      reports: summary.reports == 0 ? "" : Words.count(summary.reports, "rapport", "rapporter"), years: years ?? "")
  }
}
