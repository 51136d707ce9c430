internal import Archive

/// `/api/v1/completions`: what may follow on what has been typed.
struct CompletionsEndpoint: Endpoint {
  static let operation = Operation(
    name: "completions", path: "/completions", summary: "Vad som kan följa på det som skrivits.",
    description:
      "Rubriker, organ, personer och diarienummer som börjar så; de som står i flest dokument först. Inget för mindre än två tecken.",
    parameters: [
      Parameter(name: "q", kind: .text(longest: 200), description: "Det som skrivits.", example: "soc", isRequired: true),
      Parameter(name: "limit", kind: .number(1...50), description: "Hur många som ges.", example: 8, standard: 20),
    ], schema: "CompletionList")

  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ arguments: Arguments) async throws -> APIAnswer {
    let (typed, limit) = (try arguments.required("q"), arguments.limit)
    let found = try await services.archive.read { archive in try archive.completions(of: typed, limit: limit) }
    return try APIAnswer(["completions": found])
  }
}
