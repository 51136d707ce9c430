internal import Access
internal import Archive
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// `/dokument/ID`: a document with its contents, the facts of the chosen part, and the page on which they stand.
struct DocumentPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/dokument/:id") { request, context in
      let document = try await services.documents.document(try context.parameters.require("id"))
      return try await answer(
        document, try DocumentChoice(try Fields(request), in: document, mayCorrect: context.visitor.may(.editor)), context)
    }
  }

  private func answer(_ document: OpenDocument, _ choice: DocumentChoice, _ context: SiteContext) async throws -> Response {
    let content = try await services.archive.read { archive in
      let text = try choice.section.flatMap { try archive.texts(ofDocument: document.id, places: $0..<$0 + 1).first }
      let references = try ReferenceLinks(of: choice.paragraf, in: document, archive)
      return DocumentModel(document, choice, text: text, references: references)
    }
    return try services.templates.answer("dokument", content, frame: services.frame(context))
  }
}
