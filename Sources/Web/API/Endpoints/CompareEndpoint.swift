internal import Archive
internal import Comparison
internal import Foundation

/// `/api/v1/compare`: reports side by side.
struct CompareEndpoint: Endpoint {
  static let operation = Operation(
    name: "compare", path: "/compare", summary: "Rapporter sida vid sida.",
    description: """
      Resultat, mål, nyckeltal och uppdrag över åren eller mellan organ, i samma form som paragraf compare skriver (paragraf-compare/1): en lista för \
      varje ämne, där varje uppgift har sin källa och sida. Högst \(ReportChoice.mostReports) rapporter på en gång.
      """,
    parameters: [
      repeated(.body), repeated(.municipality), .from, .to,
      Parameter(
        name: "subject", kind: .choice(Subject.allCases.map(\.rawValue)), description: "Vad rapporterna jämförs i; allt där inget anges.",
        example: "nyckeltal", isRepeated: true),
    ], schema: "Comparison")

  private let services: Services
  // A comparison of many reports costs more than an answer should.
  private let made = BoundedCache<String, Data>(most: 8 << 20)

  init(_ services: Services) { self.services = services }

  private static func repeated(_ parameter: Parameter) -> Parameter {
    var several = parameter
    several.isRepeated = true
    return several
  }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let named = arguments.texts("subject").compactMap(Subject.init)
    let subjects = named.isEmpty ? Set(Subject.allCases) : Set(named)
    return try await services.archive.read { archive in
      let entries = try Self.chosen(arguments, of: archive)
      let key = ReportChoice.key(entries, subjects)
      if let kept = made[key] { return APIAnswer(kept) }
      let documents = try entries.map { try services.documents.document($0, archive) }
      var comparison = Comparison(of: documents.map(\.factsInUse), remarks: documents.compactMap(\.remark))
      comparison.keep(subjects)
      let data = Data(SheetText.json(comparison.sheets).utf8)
      made.keep(data, for: key, weight: data.count)
      return APIAnswer(data)
    }
  }

  private static func chosen(_ arguments: Arguments, of archive: Archive) throws -> [DocumentEntry] {
    // As in a query, upper and lower case are the same.
    func named(_ parameter: String) -> Set<String> { Set(arguments.texts(parameter).map { $0.lowercased() }) }
    let (bodies, municipalities) = (named("body"), named("municipality"))
    let (first, last) = (arguments.number("from"), arguments.number("to"))
    let entries = try archive.reports(holding: ReportChoice.kinds).filter { entry in
      let document = entry.document
      let isWithin = document.year.map { $0 >= first ?? 0 && $0 <= last ?? 9999 } ?? (first == nil && last == nil)
      let isOfBody = bodies.isEmpty || document.body.map { bodies.contains($0.lowercased()) } == true
      return isWithin && isOfBody
        && (municipalities.isEmpty || document.municipality.map { municipalities.contains($0.lowercased()) } == true)
    }
    if entries.count > ReportChoice.mostReports { throw ReportChoice.tooMany(entries.count) }
    return entries
  }
}
