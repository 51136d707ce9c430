/// What workers are: the program over again.
public struct WorkerProgram: Sendable {
  /// The program and its arguments, which start a `WorkerServer`. The limits are among them, since a worker sets its own.
  let command: [String]
  /// The same server for a copy of this process; nil: the program is always started anew.
  let server: WorkerServer?

  public init(_ command: [String], as server: WorkerServer? = nil) {
    self.command = command
    self.server = server
  }
}
