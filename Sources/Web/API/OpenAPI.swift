internal import Foundation

/// The OpenAPI 3.1 document of the API, made of what the endpoints declare and the shapes of their answers.
struct OpenAPI {
  let document: Data

  /// - Parameter schemasFolder: its `.json` files hold shapes by name. Throws a `WebFailure`.
  init(schemasFolder: String) throws {
    do {
      var schemas: [String: JSON] = [:]
      for file in try FileManager.default.contentsOfDirectory(atPath: schemasFolder).sorted() where file.hasSuffix(".json") {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(schemasFolder)/\(file)"))
        schemas.merge(try JSONDecoder().decode([String: JSON].self, from: data)) { first, _ in first }
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      document = try encoder.encode(Self.whole(schemas))
    } catch {
      throw WebFailure("gränssnittets scheman i \(schemasFolder) går inte att läsa (\(error)); installera programmet på nytt")
    }
  }

  private static func whole(_ schemas: [String: JSON]) -> JSON {
    let about: [String: JSON] = [
      "title": "Paragraf", "version": "1.0.0", "summary": "Kommunala protokoll och rapporter som data.", "description": .text(description),
    ]
    let paths = API.operations.map { ($0.path, JSON.object(["get": operation($0)])) }
    let components: [String: JSON] = ["schemas": .object(schemas), "responses": .object(problems), "headers": .object(["ETag": tag])]
    return .object([
      "openapi": "3.1.0", "info": .object(about), "servers": .list([.object(["url": .text(API.root)])]),
      "paths": .object(Dictionary(uniqueKeysWithValues: paths)), "components": .object(components),
    ])
  }

  private static let description = """
    Svar och fel är JSON; fel är problem+json (RFC 9457) på svenska. Alla adresser läses med GET eller HEAD. Svaret bär en ETag: skicka den i \
    If-None-Match, så svarar servern 304 så länge arkivet är oförändrat. Listor ges i delar (limit, offset); next är adressen till nästa del. \
    Parametrar som inte finns avvisas vid namn.
    """

  private static func operation(_ operation: Operation) -> JSON {
    let content: JSON = .object(["schema": .object(["$ref": .text("#/components/schemas/\(operation.schema)")])])
    let good: JSON = .object([
      "description": .text(operation.summary), "content": .object(["application/json": content]),
      "headers": .object(["ETag": .object(["$ref": "#/components/headers/ETag"])]),
    ])
    var responses: [String: JSON] = ["200": good, "304": .object(["description": "Oförändrat sedan det svar som If-None-Match nämner."])]
    for (code, name) in errors { responses[code] = .object(["$ref": .text("#/components/responses/\(name)")]) }
    return .object([
      "operationId": .text(operation.name), "summary": .text(operation.summary), "description": .text(operation.description),
      "parameters": .list(operation.parameters.map(\.declaration)), "responses": .object(responses),
    ])
  }

  private static let errors = [
    ("400", "BadRequest"), ("401", "LoginNeeded"), ("403", "Forbidden"), ("404", "NotFound"), ("405", "MethodNotAllowed"),
    ("414", "TooLong"), ("500", "Broken"), ("503", "Busy"),
  ]

  private static let problems: [String: JSON] = [
    "BadRequest": problem(
      400, "En parameter är fel, saknas eller finns inte.", "Fel i en parameter", "Parametern limit ska vara ett heltal från 1 till 100."),
    "LoginNeeded": problem(
      401, "Servern har användare, och den som frågar har inte loggat in.", "Logga in",
      "Du är inte inloggad, eller så har inloggningen gått ut."),
    "Forbidden": problem(
      403, "Den som frågar får inte läsa arkivet.", "Inte tillåtet", "Bara servern framför den här får säga vem som frågar."),
    "NotFound": problem(404, "Det som efterfrågas finns inte i arkivet.", "Finns inte", "Dokumentet finns inte i arkivet."),
    "MethodNotAllowed": problem(
      405, "Adressen kan bara läsas.", "Går inte att göra här", "Den här adressen kan bara läsas, med GET eller HEAD."),
    "TooLong": problem(414, "Adressen är för lång.", "För lång adress", "Adressen är längre än 65536 tecken."),
    "Broken": problem(500, "Något gick fel på servern.", "Något gick fel", "Något gick fel på servern."),
    "Busy": problem(
      503, "Servern har för mycket att göra; Retry-After säger när det är värt att försöka igen.", "Upptaget",
      "Servern hinner inte svara just nu."),
  ]

  private static func problem(_ code: Int, _ description: String, _ title: String, _ detail: String) -> JSON {
    let example: JSON = .object(["type": "about:blank", "title": .text(title), "status": .number(code), "detail": .text(detail)])
    let content: JSON = .object(["schema": .object(["$ref": "#/components/schemas/Problem"]), "example": example])
    return .object(["description": .text(description), "content": .object(["application/problem+json": content])])
  }

  private static let tag: JSON = .object([
    "description": "Svarets märke, detsamma så länge arkivet är oförändrat.", "schema": .object(["type": "string"]),
  ])
}
