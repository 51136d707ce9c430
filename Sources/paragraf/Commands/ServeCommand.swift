import ArgumentParser
import Foundation
import Synchronization
import Web

/// `paragraf serve`: the archive in a browser.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Opens the archive in a browser: search, read on the page, compare.",
    discussion: """
      Answers until it is ended with Ctrl-C or SIGTERM, and asks no other host for anything. On this machine's own address everyone who
      reaches it may do everything, until there is a user (see "paragraf users add"); then everyone has to log in.
      """)

  @Option(help: "The address to listen on. Others than this machine's own (127.0.0.1, ::1, localhost) need users or a proxy.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 8080

  @Option(name: .customLong("users"), help: "The file with the users. Default: beside the archive, paragraf.users.db for paragraf.db.")
  var users: String?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var imports: ImportOption
  @OptionGroup var limits: LimitsOption
  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var overlay: OverlayOption

  private var settings: WebSettings {
    var settings = WebSettings(
      archive: archive.path, host: host, port: port, program: Paragraf.version,
      workerCommand: WorkerCommand.line(limits, recognition, rules, overlay), workerLimits: limits.limits)
    settings.rulesFolder = rules.folder
    settings.users = users ?? settings.users
    settings.proxy = network.trust
    settings.names = Set(network.name.map { $0.lowercased() })
    settings.imports.folder = imports.folder ?? settings.imports.folder
    settings.imports.largestFile = imports.largestUpload * 1_000_000
    settings.imports.largestTotal = 5 * settings.imports.largestFile
    settings.imports.municipality = overlay.municipality
    settings.imports.recognition = recognition.mode
    return settings
  }

  func validate() throws {
    if !(0...65535).contains(port) { throw ValidationError("--port ska vara mellan 0 och 65535") }
  }

  func run() throws {
    // A browser that goes away must not end the server.
    signal(SIGPIPE, SIG_IGN)
    let settings = settings
    try NetworkOption.requireUsers(settings)
    let server = try WebServer(settings)
    try Self.waiting {
      try await server.run { address in Output.error("Paragraf svarar på \(address) (avsluta med Ctrl-C)") }
    }
  }

  /// The other commands need no concurrency: the main thread waits for the one that does.
  private static func waiting(_ work: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    let outcome = Mutex<Result<Void, any Error>>(.success(()))
    Task {
      do { try await work() } catch { outcome.withLock { $0 = .failure(error) } }
      done.signal()
    }
    done.wait()
    try outcome.withLock { $0 }.get()
  }
}
