internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Pipeline

/// The style and the script, read once. Their addresses hold a hash of their bytes, so that a browser keeps them until they change.
struct StaticFiles: Sendable {
  private struct File: Sendable {
    var bytes: ByteBuffer
    var type: String
    var version: String
  }

  private var files: [String: File] = [:]
  private static let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"]

  /// - Parameter folder: its files are served, and nothing else. Throws a `WebFailure`.
  init(folder: String) throws {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        guard let type = Self.types[URL(fileURLWithPath: name).pathExtension] else { continue }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        files[name] = File(bytes: ByteBuffer(bytes: bytes), type: type, version: String(FileHash.sha256(Array(bytes)).prefix(12)))
      }
    } catch {
      throw WebFailure("webbsidornas filer i \(folder) går inte att läsa (\(error)); installera programmet på nytt")
    }
  }

  /// "/static/stil.css?v=0123456789ab".
  func address(_ name: String) -> String { "/static/\(name)?v=\(files[name]?.version ?? "")" }

  /// Nil where there is no file of that name.
  func answer(_ name: String) -> Response? {
    guard let file = files[name] else { return nil }
    let headers: HTTPFields = [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"]
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
  }
}
