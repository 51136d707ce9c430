internal import Archive
internal import Hummingbird

/// `/organ`: all bodies, and `/organ/visa`: one of them with its meetings and reports, year by year.
struct BodyPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/organ") { _, context in
      let list = try await services.archive.read { archive in BodyListModel(try archive.bodies()) }
      return try services.templates.answer("organlista", list, frame: frame(context))
    }
    router.get("/organ/visa") { request, context in
      let fields = try Fields(request)
      let (name, municipality) = (fields["namn"], fields["kommun"])
      let model = try await services.archive.read { archive in
        let documents = try archive.countedDocuments(ofBody: name, municipality: municipality)
        guard !documents.isEmpty else { throw Problem.notFound("Arkivet har inga dokument från det organet.") }
        return BodyModel(documents, try OutcomeCounts(documents, services.queries, archive))
      }
      return try services.templates.answer("organ", model, frame: frame(context))
    }
  }

  private func frame(_ context: SiteContext) -> Frame {
    var frame = services.frame(context)
    frame.isBodies = true
    return frame
  }
}
