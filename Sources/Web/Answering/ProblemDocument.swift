internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// A problem as the API tells it (RFC 9457).
struct ProblemDocument: Encodable {
  // No address of its own for each kind: the status says which it is.
  private let type = "about:blank"
  private let title: String
  private let status: Int
  private let detail: String
  /// The parameter that is wrong, where one is.
  private let parameter: String?

  init(_ problem: Problem) {
    title = problem.title
    status = problem.status.code
    detail = problem.text
    parameter = problem.parameter
  }

  var response: Response {
    get throws {
      let headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "private, no-cache"]
      let body = ByteBuffer(bytes: try JSONEncoder().encode(self))
      return Response(status: .init(code: status), headers: headers, body: ResponseBody(byteBuffer: body))
    }
  }
}
