internal import CSeccomp
internal import Foundation
public import Pages
internal import Pipeline
internal import Rules

/// The other side of ``ForkServer`` and of its workers. It listens on standard input, which is a socket; so does each worker, whose socket came with the
/// packet that asked for it: it reads requests there and answers on it, until it is closed.
public struct WorkerServer: Sendable {
  private let rulesFolder: String?
  private let recognition: RecognitionMode
  private let limits: WorkerLimits
  private let municipality: String?

  /// - Parameter municipality: as for `Reader`.
  public init(rulesFolder: String?, recognition: RecognitionMode, limits: WorkerLimits, municipality: String? = nil) {
    self.rulesFolder = rulesFolder
    self.municipality = municipality
    self.recognition = recognition
    self.limits = limits
  }

  /// Returns when the program that started it closes the socket.
  public func run() {
    _ = paragraf_die_with_parent()
    let reader = Result { try self.reader() }
    while let (request, descriptor) = try? ForkPacket.receive(ForkRequest.self, on: STDIN_FILENO) {
      switch request {
      case .worker: fork(reader, descriptor)
      case .end(let worker): reply(.ended(Self.end(of: worker)))
      }
    }
  }

  private func reader() throws -> Reader {
    let reader = try Reader(
      rulesFolder: rulesFolder, recognition: recognition, municipality: municipality, examples: false, patternFile: PatternFile.standard)
    reader.prepare()
    return reader
  }

  private func fork(_ reader: Result<Reader, any Error>, _ socket: Int32) {
    defer { close(socket) }
    switch reader {
    case .failure(let error): reply(.refused("\(error)"))
    case .success(let reader):
      let server = getpid()
      // Of this process's only thread: in the new one there are no others.
      let worker = Glibc.fork()
      if worker == 0 { work(reader, on: socket, of: server) }
      reply(worker > 0 ? .forked(worker) : .refused("läsprocessen kunde inte startas (\(String(cString: strerror(errno)))); försök igen."))
    }
  }

  private static func end(of worker: pid_t) -> Int32 {
    var status: Int32 = 0
    // Its number is its own until its parent, which this is, has waited for it.
    kill(worker, SIGKILL)
    while waitpid(worker, &status, 0) < 0 { guard errno == EINTR else { return SIGKILL } }
    return status
  }

  // Where no one receives it, the next packet does not come either.
  private func reply(_ reply: ForkReply) { _ = try? ForkPacket.send(reply, on: STDIN_FILENO) }

  /// A worker's life.
  private func work(_ reader: Reader, on socket: Int32, of server: pid_t) -> Never {
    _ = paragraf_die_with_parent()
    // The fork server may have ended before that.
    guard getppid() == server, dup2(socket, STDIN_FILENO) == STDIN_FILENO else { exit(1) }
    close(socket)
    Sandbox.setLimits(limits)
    send(.ready, Sandbox.close() ?? "")
    serve(reader)
    exit(0)
  }

  private func serve(_ reader: Reader) {
    var buffer = FrameBuffer(largest: 1 << 20)
    var received = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &received, received.count)
      guard count > 0, let frames = try? buffer.take(received[..<count]) else { return }
      for frame in frames { answer(frame, reader) }
    }
  }

  private func answer(_ frame: Frame, _ reader: Reader) {
    do {
      switch try JSONDecoder().decode(WorkerRequest.self, from: Data(frame.content)) {
      case .read(let path, let lost, let withSections):
        let reading = try reader.read(path: path, lost: lost, progress: lost == nil ? seldom() : progress)
        for problem in reading.ruleProblems { send(.mistake, "\(problem)") }
        send(Frame(kind: .answer, content: try WorkerAnswer(facts: reading.facts, sections: withSections ? reading.sections : nil).content))
      case .probe(let path, let first):
        try reader.probe(path: path, from: first, progress: progress)
        send(.answer, "")
      case .task(let task):
        send(Frame(kind: .answer, content: try task.perform(with: reader, progress: progress)))
      }
    } catch let missing as HighlightMissing {
      send(.absence, "\(missing)")
    } catch {
      send(.failure, "\(error)")
    }
  }

  private func progress(_ page: Int, of pages: Int) { send(.progress, "\(page) \(pages)") }

  /// Tells of a page that is done, but not of those that follow within a hundredth of a second: each telling wakes the program, which waits much
  /// longer for a page, and where it must know which page breaks a worker it asks for them one by one.
  private func seldom() -> PageProgress {
    var last = -Self.leastApart
    return { page, pages in
      let now = Patience.now
      guard page == 0 || page == pages || now - last > Self.leastApart else { return }
      last = now
      progress(page, of: pages)
    }
  }

  /// In seconds.
  private static let leastApart = 0.01

  private func send(_ kind: Frame.Kind, _ text: String) { send(Frame(kind: kind, content: Array(text.utf8))) }

  // A socket that is closed means that no one waits for the answer.
  private func send(_ frame: Frame) {
    let bytes = frame.bytes
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.write(STDIN_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { exit(0) }
      sent += count
    }
  }
}
