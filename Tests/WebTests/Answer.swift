import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Web

/// What a responder answered, its body collected. Hummingbird's own test client brings an HTTP client with TLS along, which takes minutes to build.
struct Answer {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let body: ByteBuffer

  init<Responder: HTTPResponder>(
    of responder: Responder, to address: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: String
  ) async throws where Responder.Context == SiteContext {
    try await self.init(of: responder, to: address, method, headers: headers, body: RequestBody(buffer: ByteBuffer(string: body)))
  }

  /// - Parameter peer: the address of the other end of the connection.
  init<Responder: HTTPResponder>(
    of responder: Responder, to address: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: RequestBody, peer: String? = nil
  ) async throws where Responder.Context == SiteContext {
    let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: address, headerFields: headers)
    let request = Request(head: head, body: body)
    let channel = NIOAsyncTestingChannel()
    channel.remoteAddress = try peer.map { try SocketAddress(ipAddress: $0, port: 1) }
    let source = ApplicationRequestContextSource(channel: channel, logger: Logger(label: "test"))
    let response = try await responder.respond(to: request, context: SiteContext(source: source))
    let collector = Collector()
    try await response.body.write(collector)
    status = response.status
    self.headers = response.headers
    self.body = await collector.content.bytes
    _ = try await channel.finish(acceptAlreadyClosed: true)
  }
}

/// Takes in the parts of a body.
private struct Collector: ResponseBodyWriter {
  let content = Content()

  actor Content {
    var bytes = ByteBuffer()

    func add(_ part: ByteBuffer) { bytes.writeImmutableBuffer(part) }
  }

  func write(_ buffer: ByteBuffer) async throws { await content.add(buffer) }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
