internal import Foundation
internal import Hummingbird

/// What an endpoint was asked with, checked against what it declares.
struct Arguments: Sendable {
  private let operation: Operation
  private var values: [String: [String]] = [:]

  /// Bytes of the query: more than all parameters at their longest.
  private static let longestQuery = 64 << 10

  /// - Parameter path: the values in the path. Throws a `Problem` that names the parameter.
  init(_ request: Request, path: [(name: String, value: String)], of operation: Operation) throws {
    self.operation = operation
    let known = Dictionary(uniqueKeysWithValues: operation.parameters.map { ($0.name, $0) })
    let given = try Fields.pairs(of: request, longest: Self.longestQuery)
    for (name, value) in given where known[name]?.isInPath ?? true {
      let names = operation.parameters.filter { !$0.isInPath }.map(\.name)
      let those = names.isEmpty ? "den här adressen har inga" : "de som finns är \(names.joined(separator: ", "))"
      throw Problem.wrong(parameter: name, "finns inte; \(those)", value: value)
    }
    for (name, value) in path + given {
      if let fault = known[name]?.fault(in: value) { throw Problem.wrong(parameter: name, fault, value: value) }
      values[name, default: []].append(value)
    }
    for parameter in operation.parameters { try check(parameter) }
  }

  private func check(_ parameter: Parameter) throws {
    let count = values[parameter.name]?.count ?? 0
    let most = parameter.isRepeated ? Parameter.mostValues : 1
    if count > most { throw Problem.wrong(parameter: parameter.name, "får anges högst \(most) gång\(most == 1 ? "" : "er")", value: "") }
    if count == 0 && parameter.isRequired { throw Problem.wrong(parameter: parameter.name, "saknas", value: "") }
  }

  func text(_ name: String) -> String? { values[name]?.first }
  func texts(_ name: String) -> [String] { values[name] ?? [] }
  func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }
  func truth(_ name: String) -> Bool { text(name) == "true" }

  /// The value of one that every request to the endpoint has.
  func required(_ name: String) throws -> String {
    guard let value = text(name) else { throw Problem.wrong(parameter: name, "saknas", value: "") }
    return value
  }

  var limit: Int { number("limit") ?? 20 }
  var offset: Int { number("offset") ?? 0 }

  /// The address of the same question from another place on.
  private func address(offset: Int) -> String {
    let fields = operation.parameters.filter { !$0.isInPath && $0.name != "offset" }.flatMap { parameter in
      texts(parameter.name).map { (parameter.name, $0) }
    }
    return Address.with(API.root + operation.path, fields + [("offset", offset == 0 ? "" : "\(offset)")])
  }

  /// Where the parts before and after this one of a list are.
  func paging(total: Int) -> Paging {
    let end = offset + limit
    return Paging(
      total: total, limit: limit, offset: offset, next: end < total ? address(offset: end) : nil,
      previous: offset > 0 ? address(offset: max(0, offset - limit)) : nil)
  }
}

/// Which part of a list an answer is.
struct Paging: Encodable, Sendable {
  var total: Int
  var limit: Int
  var offset: Int
  /// Addresses; nil at the ends.
  var next: String?
  var previous: String?

  enum CodingKeys: CodingKey { case total, limit, offset, next, previous }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(total, forKey: .total)
    try container.encode(limit, forKey: .limit)
    try container.encode(offset, forKey: .offset)
    try container.encode(next, forKey: .next)
    try container.encode(previous, forKey: .previous)
  }
}

extension Problem {
  /// - Parameter fault: the end of a sentence that begins with the parameter's name.
  static func wrong(parameter: String, _ fault: String, value: String) -> Problem {
    let name = parameter.prefix(40)
    let given = value.isEmpty ? "" : " (angett: \(value.prefix(60)))"
    var problem = Problem.badRequest("Parametern \(name) \(fault)\(given).")
    problem.title = "Fel i en parameter"
    problem.parameter = String(name)
    return problem
  }
}
