internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// What a form of the pages sends (`application/x-www-form-urlencoded`): a few fields, read into memory. Files are sent otherwise.
enum Form {
  /// Bytes. A long note, every letter of it escaped to six.
  private static let longest = 64 << 10

  /// Empty where the request holds no such form. Throws a `Problem` for one that is too large or not text.
  static func read(from request: Request) async throws -> Fields {
    guard let type = request.headers[.contentType], MediaType(from: type)?.isType(.applicationUrlEncoded) == true else { return Fields() }
    guard let fields = Fields(encoded: String(buffer: try await body(of: request))) else {
      throw Problem(
        status: .badRequest, title: "Formuläret går inte att förstå", text: "Det som skickades innehåller tecken som inte är text.",
        advice: "Gå tillbaka, ta bort dem och skicka igen.")
    }
    return fields
  }

  private static func body(of request: Request) async throws -> ByteBuffer {
    do {
      return try await request.body.collect(upTo: longest)
    } catch is NIOTooManyBytesError {
      throw HTTPError(.contentTooLarge)
    }
  }
}
