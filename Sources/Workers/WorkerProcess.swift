internal import Foundation

/// One worker as the program sees it: a process with a socket to it.
final class WorkerProcess {
  let socket: Int32
  let process: pid_t
  private let server: ForkServer
  private var buffer: FrameBuffer
  private var isReaped = false

  /// How a worker came to its end.
  enum End: Error {
    case signal(Int32)
    case exit(Int32)
    /// It sent what is no answer, or more than it may.
    case babble(isTooLarge: Bool)

    /// The rest of a Swedish sentence that begins with "läsprocessen".
    var words: String {
      switch self {
      case .signal(let number): "kraschade (signal \(number))"
      case .exit(let code): "avbröts (kod \(code))"
      case .babble(let isTooLarge): isTooLarge ? "gav mer text än ett dokument kan rymma" : "svarade oläsligt"
      }
    }
  }

  /// A new worker. Throws a `WorkerFailure`.
  init(of server: ForkServer, limits: WorkerLimits) throws {
    self.server = server
    (socket, process) = try server.worker()
    buffer = FrameBuffer(largest: limits.outputBytes)
  }

  deinit {
    if !isReaped { _ = reap() }
    close(socket)
  }

  func send(_ frame: Frame) throws(End) {
    let bytes = frame.bytes
    var sent = 0
    while sent < bytes.count {
      // Not write(2): that a worker is gone must not end the program (SIGPIPE).
      let count = bytes[sent...].withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw reap() }
      sent += count
    }
  }

  /// Whether something comes from it, its end included, before a moment of the monotonic clock (seconds).
  func waits(until deadline: Double) -> Bool {
    let seconds = max(0, deadline - Patience.now)
    var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, Int32(min(seconds * 1000, Double(Int32.max)))) > 0
  }

  /// Waits for bytes and gives the frames that came with them, perhaps none. Throws how the worker ended, where it has.
  func receive() throws(End) -> [Frame] {
    let received = [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, count in
      count = max(0, recv(socket, bytes.baseAddress, bytes.count, 0))
    }
    guard !received.isEmpty else { throw reap() }
    do {
      return try buffer.take(received[...])
    } catch {
      end()
      throw .babble(isTooLarge: (error as? FrameBuffer.Invalid)?.isTooLarge ?? false)
    }
  }

  /// Ends it at once, whatever it does.
  func end() { _ = reap() }

  /// How it ended. One that has closed its socket and goes on all the same is ended too: it would be waited for without end.
  private func reap() -> End {
    isReaped = true
    let status = server.end(of: process)
    // WIFSIGNALED and WEXITSTATUS are macros.
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}
