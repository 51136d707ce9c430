/// Gives workers, of one fork server that is started when the first is asked for, and anew where it has come to its end. Not for several threads.
final class WorkerSupply {
  private let program: WorkerProgram
  private let limits: WorkerLimits
  private var server: ForkServer?

  init(_ program: WorkerProgram, limits: WorkerLimits) {
    self.program = program
    self.limits = limits
  }

  /// Has the rules loaded ahead of the first worker, and does not wait for that. Throws a `WorkerFailure`.
  func start() throws { _ = try started() }

  /// Throws a `WorkerFailure`: there can be none, for a mistake in the rules or want of memory.
  func worker() throws -> WorkerProcess {
    do {
      if let server { return try WorkerProcess(of: server, limits: limits) }
    } catch {
      // It has been ended from outside, perhaps for want of memory; or the rules were wrong and may have been mended since.
      server = nil
    }
    return try WorkerProcess(of: try started(), limits: limits)
  }

  private func started() throws -> ForkServer {
    let server = try self.server ?? ForkServer(program)
    self.server = server
    return server
  }
}
