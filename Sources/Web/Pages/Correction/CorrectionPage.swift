internal import Access
internal import Archive
internal import Corrections
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// `/ratta/ID?uppgift=beslut-2&paragraf=18`: what a reader says of a fact, beside the page on which it stands.
struct CorrectionPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/ratta/:id") { request, context in
      try context.visitor.require(.editor)
      let subject = try await subject(Fields(request), context)
      let model = CorrectionModel(subject, history: try await history(of: subject))
      return try services.templates.answer("ratta", model, frame: services.frame(context))
    }
    router.post("/ratta/:id") { request, context in
      try context.visitor.require(.editor)
      let subject = try await subject(Fields(request), context)
      return try await save(CorrectionForm(context.form), subject, context)
    }
  }

  private func subject(_ fields: Fields, _ context: SiteContext) async throws -> CorrectedFact {
    try CorrectedFact(fields, in: await services.documents.document(try context.parameters.require("id")))
  }

  private func history(of subject: CorrectedFact) async throws -> [Correction] {
    try await services.archive.read { try $0.corrections(ofDocument: subject.document.id) }
  }

  private func save(_ form: CorrectionForm, _ subject: CorrectedFact, _ context: SiteContext) async throws -> Response {
    let who = context.visitor.name
    let id = subject.document.id
    do {
      let count = try await services.archive.read { archive in
        // As it was read, not as it was mended before: so that the correction says what the program should have read.
        let made = try form.corrections(of: subject, in: archive.facts(ofDocument: id), who: who, at: Date())
        for correction in made { try archive.correct(correction) }
        return made.count
      }
      let what = count == 1 ? subject.name : "\(subject.name) och \(Words.count(count - 1, "till", "till"))"
      try await services.access.note(.correction, by: context.visitor, "\(form.verdict.rawValue): \(subject.documentName), \(what)")
    } catch let mistake as FieldMistake {
      let model = CorrectionModel(subject, history: try await history(of: subject), form: form, mistake: "\(mistake)")
      return try services.templates.answer("ratta", model, frame: services.frame(context), status: .badRequest)
    } catch let conflict as AlreadyCorrected {
      throw Problem(
        status: .conflict, title: "Någon annan var först",
        text: "\(conflict.description.prefix(1).uppercased())\(conflict.description.dropFirst()).",
        advice: "Öppna uppgiften på nytt. Det du skrev har inte sparats.")
    }
    return .redirect(to: subject.address, type: .normal)
  }
}
