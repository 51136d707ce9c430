internal import Archive
internal import Facts
internal import Foundation

/// `/api/v1/status`: what the archive holds, in figures.
struct StatusEndpoint: Endpoint {
  static let operation = Operation(
    name: "status", path: "/status", summary: "Vad arkivet innehåller.",
    description: "Dokument, sidor och uppgifter i tal, vad som inte kunde läsas, och vilka versioner av programmet och reglerna som läste.",
    parameters: [], schema: "Status")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    try APIAnswer(StatusAnswer(try await services.archive.read { archive in try archive.status() }))
  }
}

private struct StatusAnswer: Encodable {
  let size: Int64
  let documents, pages, sections: Int
  let byType, byMunicipality, byBody, byYear: [Count]
  let facts: [String: Int]
  let unread, recognised: Int
  let failures: [Failure]
  let readings: [Reading]

  struct Count: Encodable {
    @OrNull var value: String?
    let count: Int

    init(_ count: ArchiveStatus.Count) {
      _value = OrNull(wrappedValue: count.value)
      self.count = count.count
    }
  }

  /// A file's name alone: where it lies is the server's own affair.
  struct Failure: Encodable {
    let source, reason, time: String
  }

  struct Reading: Encodable {
    let program, rules: String
    let documents: Int
  }

  enum CodingKeys: String, CodingKey {
    case size, documents, pages, sections, facts, failures, readings
    case byType = "by_type"
    case byMunicipality = "by_municipality"
    case byBody = "by_body"
    case byYear = "by_year"
    case unread = "unread_documents"
    case recognised = "recognised_documents"
  }

  init(_ status: ArchiveStatus) {
    size = status.size
    documents = status.documents
    pages = status.pages
    sections = status.sections
    byType = status.byType.map(Count.init)
    byMunicipality = status.byMunicipality.map(Count.init)
    byBody = status.byBody.map(Count.init)
    byYear = status.byYear.map(Count.init)
    facts = Dictionary(uniqueKeysWithValues: status.facts.map { ($0.key.rawValue, $0.value) })
    unread = status.unread.count
    recognised = status.recognised.count
    failures = status.failures.map {
      Failure(source: URL(fileURLWithPath: $0.path).lastPathComponent, reason: $0.reason, time: $0.time)
    }
    readings = status.readings.map { Reading(program: $0.version.program, rules: $0.version.rules, documents: $0.sources.count) }
  }
}
