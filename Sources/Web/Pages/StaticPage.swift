internal import Hummingbird

/// `/static/...`: the style and the script.
struct StaticPage: Page {
  private let files: StaticFiles

  init(_ services: Services) { files = services.files }

  func add(to router: Router<SiteContext>) {
    router.get("/static/:name") { _, context in
      guard let name = context.parameters.get("name"), let answer = files.answer(name) else { throw Problem.unknownAddress }
      return answer
    }
  }
}
