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
      Answers on this machine only, until it is ended with Ctrl-C or SIGTERM. No other host is asked for anything.
      """)

  @Option(help: "The address to listen on. Only this machine's own (127.0.0.1, ::1, localhost).")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 8080

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var limits: LimitsOption
  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var overlay: OverlayOption

  private var settings: WebSettings {
    var settings = WebSettings(
      archive: archive.path, host: host, port: port, workerCommand: WorkerCommand.line(limits, recognition, rules, overlay),
      workerLimits: limits.limits)
    settings.rulesFolder = rules.folder
    return settings
  }

  func validate() throws {
    if !(0...65535).contains(port) { throw ValidationError("--port ska vara mellan 0 och 65535") }
    if !settings.isLoopback {
      throw ValidationError("--host \(host): servern svarar bara på den egna datorn; ange 127.0.0.1, ::1 eller localhost")
    }
  }

  func run() throws {
    // A browser that goes away must not end the server.
    signal(SIGPIPE, SIG_IGN)
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
