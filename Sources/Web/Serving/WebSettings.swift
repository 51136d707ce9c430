public import Workers

/// What a web server is started with.
public struct WebSettings: Sendable {
  /// The archive's file.
  public var archive: String
  /// Where it listens: a name or an address of this machine.
  public var host: String
  /// 0 for any that is free.
  public var port: Int
  /// The program that serves as worker, with its arguments: page images are made by it, see `WorkerPool`.
  public var workerCommand: [String]
  public var workerLimits: WorkerLimits
  /// The folder with the rule files, whose words queries are read with; nil for that which belongs to the program.
  public var rulesFolder: String?
  /// Threads that read the archive, each with a connection of its own.
  public var readers = 3
  /// Workers that make page images.
  public var imageWorkers = 2

  public init(
    archive: String, host: String = "127.0.0.1", port: Int = 8080, workerCommand: [String], workerLimits: WorkerLimits = WorkerLimits()
  ) {
    self.archive = archive
    self.host = host
    self.port = port
    self.workerCommand = workerCommand
    self.workerLimits = workerLimits
  }

  /// Names and addresses by which only this machine itself reaches the server.
  static let loopbackNames: Set<String> = ["127.0.0.1", "::1", "localhost"]

  /// Whether only this machine itself reaches the server.
  public var isLoopback: Bool { Self.loopbackNames.contains(host) }

  func address(port: Int?) -> String {
    let name = host.contains(":") ? "[\(host)]" : host
    return "http://\(name):\(port ?? self.port)/"
  }
}
