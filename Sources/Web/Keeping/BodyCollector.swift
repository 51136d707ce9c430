internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// Takes in the parts of a body.
final class BodyCollector: ResponseBodyWriter {
  private let content = Mutex(ByteBuffer())

  var bytes: ByteBuffer { content.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws { content.withLock { bytes in _ = bytes.writeImmutableBuffer(buffer) } }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
