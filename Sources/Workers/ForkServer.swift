internal import CSeccomp
internal import Foundation
internal import Glibc

/// The process from which workers are forked. It has loaded the rules, once for all of them, and opens no document itself: a new worker costs some
/// milliseconds, that after one which a damaged file has ended too.
///
/// It is the program over again: a copy of this process where that has one thread only, as `extract` has, which spares loading the program anew; else
/// the program is started anew, by posix_spawn(3) itself, since the libraries for child processes (Foundation's Process, swift-subprocess) tie a child to pipes that are read
/// to their end, and give neither a socket for many requests nor what the child has used.
final class ForkServer {
  private let socket: Int32
  private let process: pid_t

  /// Starts it, and does not wait until it has loaded the rules.
  init(_ program: WorkerProgram) throws {
    let (own, other) = try Self.socketPair(SOCK_SEQPACKET)
    socket = own
    defer { close(other) }
    do {
      if let server = program.server, Self.hasOneThread {
        process = try Self.copy(as: server, standardInput: other)
      } else {
        process = try SpawningThread.shared.run { try Self.spawn(program.command, standardInput: other) }
      }
    } catch {
      close(own)
      throw error
    }
    var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Seconds that an answer is waited for: loading the rules takes a fifth of one.
  private static let patience = 120

  // Its workers have all come to their end before, since each keeps it.
  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    close(socket)
  }

  /// A new worker: the program's end of its socket, and its process number. Throws a `WorkerFailure`.
  func worker() throws -> (socket: Int32, process: pid_t) {
    let (own, other) = try Self.socketPair(SOCK_STREAM)
    defer { close(other) }
    do {
      guard case .forked(let process) = try ask(.worker, descriptor: other) else { throw WorkerFailure(Self.gone) }
      return (own, process)
    } catch {
      close(own)
      throw error
    }
  }

  /// Ends a worker, whatever it does, and tells how it ended as waitpid(2) does: by itself, where it had before. To be asked once of each. Where the
  /// fork server itself is gone, its workers were killed with it.
  func end(of worker: pid_t) -> Int32 {
    guard case .ended(let status)? = try? ask(.end(of: worker)) else { return SIGKILL }
    return status
  }

  private static let gone = "läsprocessen avslutades oväntat; försök igen."

  private func ask(_ request: ForkRequest, descriptor: Int32 = -1) throws -> ForkReply {
    guard try ForkPacket.send(request, descriptor: descriptor, on: socket), let reply = try ForkPacket.receive(ForkReply.self, on: socket)
    else {
      throw WorkerFailure(Self.gone)
    }
    if case .refused(let reason) = reply.value { throw WorkerFailure(reason) }
    return reply.value
  }

  /// The program's end and the other's.
  private static func socketPair(_ kind: __socket_type) throws -> (own: Int32, other: Int32) {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(kind.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw WorkerFailure("läsprocessen kunde inte startas (\(String(cString: strerror(errno)))); stäng några program och försök igen.")
    }
    return (ends[0], ends[1])
  }

  /// Of several threads only the one that calls fork(2) would be in the copy, and the locks that the others hold would stay locked there.
  private static var hasOneThread: Bool {
    var folder = stat()
    // A folder has a link from each folder in it, from itself and from the one that it is in: proc(5) has a folder for each thread.
    return stat("/proc/self/task", &folder) == 0 && folder.st_nlink == 3
  }

  private static func copy(as server: WorkerServer, standardInput: Int32) throws -> pid_t {
    let process = fork()
    guard process >= 0 else {
      throw WorkerFailure("läsprocessen kunde inte startas (\(String(cString: strerror(errno)))); stäng några program och försök igen.")
    }
    guard process == 0 else { return process }
    // From here on as a program that is started anew: nothing of the other's stays open, and no signal goes to its functions.
    guard paragraf_detach(standardInput, open("/dev/null", O_WRONLY)) == 0 else { _exit(1) }
    server.run()
    // Not exit(3): what the other has to do at its end is not to be done twice.
    _exit(0)
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
}
