internal import Archive
internal import Hummingbird
internal import Language

/// `/arende?dnr=...`: a case through meetings and bodies.
struct CasePage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/arende") { request, context in
      let fields = try Fields(request)
      guard let number = fields["dnr"], CaseNumber.identity(of: number) != nil else {
        throw Problem.badRequest("Adressen har inget diarienummer; skriv det som i protokollet, till exempel KS 2024/112.")
      }
      let municipality = fields["kommun"]
      let model = try await services.archive.read { archive in
        CaseModel(try archive.history(ofCase: number, municipality: municipality), number: number)
      }
      if model.isNothing { throw Problem.notFound("Arkivet har inget ärende med diarienumret \(number.prefix(60)).") }
      return try services.templates.answer("arende", model, frame: services.frame(context))
    }
  }
}
