internal import Archive
internal import Hummingbird

/// `/`: one box, the hits with their words marked, and the state of it all in the address.
struct SearchPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/") { request, _ in
      let question = try SearchQuestion(try Fields(request))
      return try await answer(question)
    }
  }

  private func answer(_ question: SearchQuestion) async throws -> Response {
    var frame = services.frame(query: question.words)
    frame.isSearch = true
    if question.isEmpty {
      let overview = try await services.archive.read { archive in try ArchiveOverview(archive) }
      return try services.templates.answer("start", overview, frame: frame)
    }
    let model = try await services.archive.read { archive in try SearchModel(question, archive) }
    return try services.templates.answer("sok", model, frame: frame, status: model.problem == nil ? .ok : .badRequest)
  }
}
