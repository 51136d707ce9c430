internal import Archive
internal import HTTPTypes
internal import Hummingbird
internal import Querying

/// `/`: one box, the hits with their words marked, and the state of it all in the address.
struct SearchPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/") { request, context in
      let question = try SearchQuestion(try Fields(request))
      return try await answer(question, context)
    }
  }

  private func answer(_ question: SearchQuestion, _ context: SiteContext) async throws -> Response {
    var frame = services.frame(context, query: question.words)
    frame.isSearch = true
    if question.isEmpty {
      let overview = try await services.archive.read { archive in try ArchiveOverview(archive) }
      return try services.templates.answer("start", overview, frame: frame)
    }
    let (direct, model) = try await services.archive.read { archive in
      let query = try services.queries.parse(question.words, archive)
      let options = SearchOptions(limit: SearchQuestion.hitsOnPage, offset: question.skipped, order: question.order)
      let answer = try archive.search(query, options)
      return (Self.direct(query, answer), SearchModel(question, query, answer, counts: try counts(answer, query, archive)))
    }
    if let direct { return Response(status: .seeOther, headers: [.location: direct]) }
    return try services.templates.answer("sok", model, frame: frame)
  }

  /// Of a facet in which something is chosen what there would be without that choice, so that more of it can be chosen.
  private func counts(_ answer: SearchAnswer, _ query: ParsedQuery, _ archive: Archive) throws -> [String: [String: Int]] {
    var counts = answer.facets
    for kind in FacetModel.kinds {
      var open = query
      while let words = FacetChoice(kind.field, open).without { open = try services.queries.parse(words, archive) }
      guard open != query, open.root != nil else { continue }
      counts[kind.key] = try archive.search(open, SearchOptions(limit: 0)).facets[kind.key]
    }
    return counts
  }

  /// Where a query leads that names one thing and nothing else: a case, or the only § of that number.
  private static func direct(_ query: ParsedQuery, _ answer: SearchAnswer) -> String? {
    switch query.direct {
    case .caseNumber(let number)? where answer.total > 0: Address.caseNumber(number, municipality: nil)
    case .paragraph? where answer.total == 1: answer.hits.first.map(HitModel.address)
    default: nil
    }
  }
}
