internal import Hummingbird

/// `/api`: what the JSON API is and how it is used, for those who write programs that fetch from it.
struct APIPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/api") { request, context in
      let model = APIModel(server: "http://\(request.head.authority ?? "localhost")")
      return try services.templates.answer("api", model, frame: services.frame(context))
    }
  }
}

/// What the template `api` shows.
private struct APIModel {
  let document = API.root + "/openapi.json"
  let searchExample: String
  let documentsExample: String
  let tagExample: String
  let endpoints: [Line]

  struct Line {
    let address: String
    let summary: String
    let description: String
    let parameters: [Detail]
  }

  struct Detail {
    let name: String
    let description: String
  }

  init(server: String) {
    let root = server + API.root
    searchExample = "curl '\(Address.with(root + "/search", [("q", "avgift utfall:bifall"), ("limit", "5")]))'"
    documentsExample = "curl '\(Address.with(root + "/documents", [("type", "årsredovisning"), ("from", "2022")]))'"
    tagExample = "curl -H 'If-None-Match: \"MÄRKET\"' '\(root)/status'"
    endpoints = API.operations.map { operation in
      Line(
        address: API.root + operation.path, summary: operation.summary, description: operation.description,
        parameters: operation.parameters.map { Detail(name: $0.name, description: $0.description) })
    }
  }
}
