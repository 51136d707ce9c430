internal import Hummingbird

/// `/sammantrade/ID`: what the front page of minutes says, and all their § with what came of them.
struct MeetingPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/sammantrade/:id") { _, context in
      let document = try await services.documents.document(try context.parameters.require("id"))
      guard document.isMinutes else {
        throw Problem.notFound("Dokumentet är inget protokoll, och har inget sammanträde att visa.")
      }
      return try services.templates.answer("sammantrade", MeetingModel(document), frame: services.frame(context))
    }
  }
}
