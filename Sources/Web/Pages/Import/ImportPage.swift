internal import Access
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// `/lasa-in`: PDFs into the archive, and `/lasa-in/N`: how far it has come with them.
struct ImportPage: Page {
  private let services: Services
  private static let latest = 10

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/lasa-in") { _, context in
      try context.visitor.require(.editor)
      return try answer("lasain", ImportFormModel(services.settings.imports, services.imports.latest(Self.latest), script: script), context)
    }
    router.post("/lasa-in") { request, context in try await receive(request, context) }
    router.get("/lasa-in/:number") { _, context in
      try context.visitor.require(.editor)
      guard let number = context.parameters.get("number").flatMap({ Int($0) }), let batch = services.imports.batch(number) else {
        throw Problem.notFound(
          "Den inläsningen finns inte; servern kan ha startats om sedan dess. Dokumenten finns i arkivet, eller läses nu.")
      }
      return try answer("inlasning", ImportModel(batch, script: script), context)
    }
  }

  private var script: String { services.files.address("inlasning.js") }

  private func receive(_ request: Request, _ context: SiteContext) async throws -> Response {
    try context.visitor.require(.editor)
    guard let upload = context.upload else { throw Problem.badRequest("Filer skickas med formuläret på sidan Läs in.") }
    let reception = ImportReception(settings: services.settings.imports, archive: services.archive, imports: services.imports)
    try reception.check(request)
    let items = try await reception.items(of: upload)
    for item in items where item.path != nil { try await services.access.note(.imported, by: context.visitor, "tog emot \(item.name)") }
    let number = services.imports.begin(items, sender: context.visitor.name)
    return Response(status: .seeOther, headers: [.location: "/lasa-in/\(number)"])
  }

  private func answer(_ template: String, _ model: Any, _ context: SiteContext) throws -> Response {
    var frame = services.frame(context)
    frame.isImport = true
    return try services.templates.answer(template, model, frame: frame)
  }
}
