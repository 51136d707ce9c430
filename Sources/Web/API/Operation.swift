internal import Foundation
internal import Hummingbird

/// What one endpoint of the API is: its address, what it may be asked with, what it answers.
struct Operation: Sendable {
  /// Its name in the OpenAPI document.
  let name: String
  /// After `/api/v1`; parts in braces are parameters.
  let path: String
  /// Some Swedish words.
  let summary: String
  /// Swedish sentences.
  let description: String
  let parameters: [Parameter]
  /// The name in `Schemas/*.json` of the shape of its answer.
  let schema: String

  /// The values of the parts in braces, decoded; nil where the address is another one.
  /// - Parameter parts: the address's parts after `/api/v1`, as they came.
  func values(in parts: [Substring]) -> [(name: String, value: String)]? {
    let own = path.split(separator: "/")
    guard own.count == parts.count else { return nil }
    var values: [(name: String, value: String)] = []
    for (wanted, part) in zip(own, parts) {
      if wanted.hasPrefix("{") {
        guard !part.isEmpty, let value = part.removingPercentEncoding else { return nil }
        values.append((String(wanted.dropFirst().dropLast()), value))
      } else if wanted != part {
        return nil
      }
    }
    return values
  }
}

/// One address of the API: a file in `Endpoints/` that is named in `API`.
protocol Endpoint: Sendable {
  static var operation: Operation { get }
  init(_ services: Services)
  func answer(_ arguments: Arguments) async throws -> APIAnswer
}

/// A JSON answer with the links that go with it in the header `Link` (RFC 8288).
struct APIAnswer: Sendable {
  var body: Data
  var links: [(address: String, relation: String)] = []

  init(_ body: Data) { self.body = body }

  init(_ value: some Encodable) throws { body = try Self.encoder().encode(value) }

  private static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
