internal import Foundation

/// One worker as the program sees it: a child process with a socket to it.
///
/// posix_spawn(3) itself, since the libraries for child processes (Foundation's Process, swift-subprocess) tie a child to pipes that are read
/// to their end, and give neither one socket for many requests nor what the child has used.
final class WorkerProcess {
  let socket: Int32
  let process: pid_t
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

  /// - Parameter command: the program and its arguments.
  init(command: [String], limits: WorkerLimits) throws {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw WorkerFailure("läsprocessen kunde inte startas (\(String(cString: strerror(errno)))); stäng några program och försök igen.")
    }
    socket = ends[0]
    buffer = FrameBuffer(largest: limits.outputBytes)
    defer { close(ends[1]) }
    do {
      process = try SpawningThread.shared.run { [ends] in try Self.spawn(command, standardInput: ends[1]) }
    } catch {
      close(ends[0])
      throw error
    }
  }

  deinit {
    close(socket)
    if !isReaped {
      kill(process, SIGKILL)
      _ = reap()
    }
  }

  private static func spawn(_ command: [String], standardInput: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO)
    // What a library prints of a damaged file is not for the user; the worker says what is in its answers.
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) } + [nil]
    var variables = (ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" } + settings).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, command[0], &actions, nil, &arguments, &variables)
    guard status == 0 else {
      throw WorkerFailure("läsprocessen \(command[0]) kunde inte startas (\(String(cString: strerror(status)))).")
    }
    return process
  }

  // A crash is told by the signal: writing a trace of it takes longer than the document.
  private static let settings = ["SWIFT_BACKTRACE=enable=no"]

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
    var received = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &received, received.count, 0)
    guard count > 0 else { throw reap() }
    do {
      return try buffer.take(received[..<count])
    } catch {
      throw end(as: .babble(isTooLarge: (error as? FrameBuffer.Invalid)?.isTooLarge ?? false))
    }
  }

  /// Ends it at once, whatever it does.
  func end() { _ = end(as: .signal(SIGKILL)) }

  private func end(as cause: End) -> End {
    kill(process, SIGKILL)
    _ = reap()
    return cause
  }

  private func reap() -> End {
    var status: Int32 = 0
    isReaped = true
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    // WIFSIGNALED and WEXITSTATUS are macros.
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}
