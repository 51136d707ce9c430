internal import Access
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
  /// The file with the users, see `AccessStore`. Without it, and on loopback, everyone who asks is the person at the machine.
  public var users: String
  /// Which proxies in front of the server are believed.
  public var proxy = ProxyTrust()
  /// The names under which the server is reached from other machines; empty for any.
  public var names: Set<String> = []
  public var imports: ImportSettings

  /// - Parameter program: the program's version, which stands in the archive beside what it has read.
  public init(
    archive: String, host: String = "127.0.0.1", port: Int = 8080, program: String, workerCommand: [String],
    workerLimits: WorkerLimits = WorkerLimits()
  ) {
    self.archive = archive
    self.host = host
    self.port = port
    self.workerCommand = workerCommand
    self.workerLimits = workerLimits
    users = AccessStore.path(besideArchive: archive)
    imports = ImportSettings(folder: ImportSettings.folder(besideArchive: archive), program: program)
  }

  /// Names and addresses by which only this machine itself reaches the server.
  static let loopbackNames: Set<String> = ["127.0.0.1", "::1", "localhost"]

  /// Whether only this machine itself reaches the server.
  public var isLoopback: Bool { Self.loopbackNames.contains(host) }

  /// The host names that requests may be made to; nil for any. On loopback each name is one of this machine, and an attacker's would lead here too.
  var acceptedNames: Set<String>? {
    if isLoopback { return Self.loopbackNames.union(names) }
    return names.isEmpty ? nil : names
  }

  func address(port: Int?) -> String {
    let name = host.contains(":") ? "[\(host)]" : host
    return "http://\(name):\(port ?? self.port)/"
  }
}
