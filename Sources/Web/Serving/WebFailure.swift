internal import Foundation
internal import NIOCore

/// The server cannot be started: one Swedish sentence that says why and what to do.
public struct WebFailure: Error, CustomStringConvertible, Sendable {
  public var description: String

  init(_ description: String) { self.description = description }

  /// What the system says of an address that cannot be listened to.
  init(_ error: IOError, _ settings: WebSettings) {
    switch error.errnoCode {
    case EADDRINUSE:
      self.init("porten \(settings.port) är upptagen av ett annat program; avsluta det, eller ange en annan port med --port")
    case EACCES:
      self.init("porten \(settings.port) får inte öppnas av den här användaren; ange en över 1023 med --port")
    case EADDRNOTAVAIL:
      self.init("adressen \(settings.host) finns inte på den här datorn; ange en annan med --host")
    default:
      self.init("servern kunde inte öppna \(settings.host), port \(settings.port) (\(String(cString: strerror(error.errnoCode))))")
    }
  }
}
