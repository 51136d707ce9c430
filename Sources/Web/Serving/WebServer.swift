internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// The web server: the pages of one archive, until the process is told to end.
///
///     let server = try WebServer(WebSettings(archive: "paragraf.db", program: "1.0", workerCommand: [program, "worker"]))
///     try await server.run { address in print("Paragraf svarar på \(address)") }
public struct WebServer: Sendable {
  private let settings: WebSettings
  private let site: Site

  /// Opens the archive and reads the pages' templates. Throws one Swedish sentence (`ArchiveFailure`, `WebFailure`).
  public init(_ settings: WebSettings) throws {
    self.settings = settings
    site = try Site(settings)
  }

  /// Headers may be so large that an address which is far too long still gets a page that says so.
  private static let connection = HTTP1Channel.Configuration(
    idleTimeout: .seconds(60),
    httpDecoderConfiguration: .init(maxHeaderFieldSize: largestHeader, maxHeaderListSize: largestHeader))
  /// Bytes.
  private static let largestHeader = 256 << 10

  /// Answers until SIGTERM or SIGINT, and finishes what it is answering then.
  /// - Parameter started: is told the address of the first page when the server listens.
  public func run(started: @escaping @Sendable (String) -> Void) async throws {
    var logger = Logger(label: "paragraf")
    logger.logLevel = .error
    site.services.images.prepare()
    site.services.imports.resume()
    let application = Application(
      router: site.router(), server: .http1(configuration: Self.connection),
      configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port), backlog: 1024),
      onServerRunning: { channel in started(settings.address(port: channel.localAddress?.port)) }, logger: logger)
    do {
      try await application.runService()
      await site.services.imports.stop()
    } catch let error as IOError {
      throw WebFailure(error, settings)
    } catch let error as SocketAddressError {
      throw WebFailure("adressen \(settings.host) finns inte på den här datorn (\(error)); ange en annan med --host")
    }
  }
}
