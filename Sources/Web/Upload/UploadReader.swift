internal import HTTPTypes
internal import Hummingbird

/// A form with files, read as it arrives, once.
///
/// It is no more Sendable than its body; it goes with its request, which one task answers.
final class UploadReader: @unchecked Sendable {
  private var body: RequestBody.AsyncIterator
  private var parser: MultipartParser
  private var events: [MultipartParser.Event] = []
  private var next = 0

  /// Nil for a request that holds no such form. Throws a `Problem` for one whose boundary cannot be one.
  init?(_ request: Request) throws {
    guard let type = request.headers[.contentType].flatMap({ MediaType(from: $0) }), type.isType(.multipartForm) else { return nil }
    parser = try Self.explained {
      try MultipartParser(boundary: type.parameter?.name.lowercased() == "boundary" ? type.parameter?.value ?? "" : "")
    }
    body = request.body.makeAsyncIterator()
  }

  /// What comes next in the form; nil after its end. Throws a `Problem` where it is no form, and what the connection throws where it breaks.
  func event() async throws -> MultipartParser.Event? {
    while next == events.count {
      if parser.isAtEnd { return nil }
      events.removeAll(keepingCapacity: true)
      next = 0
      guard let bytes = try await body.next() else {
        try Self.explained { try parser.finish() }
        return nil
      }
      try Self.explained { try parser.add(bytes.readableBytesView) { events.append($0) } }
    }
    next += 1
    return events[next - 1]
  }

  /// The first field of the form, where it has that name and is no longer than `longest` bytes.
  func firstField(_ name: String, longest: Int) async throws -> String? {
    guard case .part(let head)? = try await event(), head.name == name, head.fileName == nil else { return nil }
    var bytes: [UInt8] = []
    while let event = try await event() {
      switch event {
      case .content(let more): bytes += more
      case .partEnd: return String(validating: bytes, as: UTF8.self)
      case .part: return nil
      }
      if bytes.count > longest { return nil }
    }
    return nil
  }

  private static func explained<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let mistake as MultipartParser.Mistake {
      throw Problem(
        status: .badRequest, title: "Uppladdningen går inte att förstå",
        text: "Det som skickades är inget formulär med filer (\(mistake.words)).",
        advice: "Gå tillbaka, läs om sidan och skicka filerna igen.")
    }
  }
}
