internal import Archive
internal import Language

/// `/api/v1/cases`: a case through meetings and bodies.
struct CaseEndpoint: Endpoint {
  static let operation = Operation(
    name: "case", path: "/cases", summary: "Ett ärende genom sammanträden och organ.",
    description: """
      Paragraferna i den ordning ärendet gick, med vad som hänvisar till vad, och det som saknas i arkivet. Varje kommun numrerar sina egna ärenden: har \
      flera ett med numret står de i municipalities, och stegen ges när en av dem är vald.
      """,
    parameters: [
      Parameter(
        name: "number", kind: .text(longest: 60), description: "Diarienumret, i vilken skrivning som helst.", example: "KS 2024/112",
        isRequired: true), .municipality,
    ], schema: "Case")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let number = try arguments.required("number")
    let municipality = arguments.text("municipality")
    let missing = Problem.notFound("Arkivet har inget ärende med diarienumret \(number).")
    guard CaseNumber.identity(of: number) != nil else { throw missing }
    let history = try await services.archive.read { archive in try archive.history(ofCase: number, municipality: municipality) }
    if history.steps.isEmpty && (municipality != nil || history.municipalities.isEmpty) { throw missing }
    return try APIAnswer(LinkedCase(history: history))
  }
}

/// The case as `paragraf case --format json` writes it, with links.
private struct LinkedCase: Encodable {
  let history: CaseHistory

  enum CodingKeys: CodingKey { case steps }

  func encode(to encoder: any Encoder) throws {
    try history.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(history.steps.map(LinkedStep.init), forKey: .steps)
  }
}

private struct LinkedStep: Encodable {
  let step: CaseHistory.Step

  enum CodingKeys: CodingKey { case links }

  func encode(to encoder: any Encoder) throws {
    try step.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    let key = "\(step.paragraph)"
    let links = Links([
      "page": Address.document(step.document.id, DocumentPart(paragraf: key)), "paragraph": Links.paragraph(key, of: step.document.id),
    ])
    try container.encode(links, forKey: .links)
  }
}
