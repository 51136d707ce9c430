internal import CSeccomp
internal import Foundation

/// What the program asks of the process that its workers are forked from.
enum ForkRequest: Codable {
  /// A worker. The packet brings the worker's end of its socket.
  case worker
  /// A worker's end, whatever it does; how it ended, where it had before.
  case end(of: Int32)
}

/// What is answered, in order.
enum ForkReply: Codable {
  /// The worker's process number.
  case forked(Int32)
  /// There can be no worker: one Swedish sentence.
  case refused(String)
  /// As waitpid(2) tells it.
  case ended(Int32)
}

/// One of them as JSON, on a socket that keeps packets apart (SOCK_SEQPACKET, unix(7)).
enum ForkPacket {
  private static let largest = 1 << 16

  /// Whether it could be sent: not where the other side is gone.
  static func send(_ value: some Encodable, descriptor: Int32 = -1, on socket: Int32) throws -> Bool {
    let bytes = try JSONEncoder().encode(value)
    while true {
      if bytes.withUnsafeBytes({ paragraf_send(socket, $0.baseAddress, $0.count, descriptor) }) >= 0 { return true }
      if errno != EINTR { return false }
    }
  }

  /// Waits for the next one; nil where the other side is gone. The descriptor that came with it is the caller's to close, -1 for none.
  static func receive<Value: Decodable>(_: Value.Type, on socket: Int32) throws -> (value: Value, descriptor: Int32)? {
    var bytes = [UInt8](repeating: 0, count: largest)
    var descriptor: Int32 = -1
    while true {
      let count = paragraf_receive(socket, &bytes, bytes.count, &descriptor)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      return (try JSONDecoder().decode(Value.self, from: Data(bytes[..<count])), descriptor)
    }
  }
}
