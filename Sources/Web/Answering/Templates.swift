internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Mustache

/// The pages' templates (`Templates/*.mustache`), read once.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// The name under which the template library looks up `HTMLText`.
  private static let contentType = "PARAGRAF"

  /// - Parameter folder: holds one `.mustache` file a template. Throws a `WebFailure`.
  init(folder: String) throws {
    MustacheContentTypes.register(HTMLText(), named: Self.contentType)
    var library = MustacheLibrary()
    do {
      for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".mustache") {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        try library.register("{{% CONTENT_TYPE:\(Self.contentType)}}\n" + text, named: String(file.dropLast(".mustache".count)))
      }
    } catch {
      throw WebFailure("webbsidornas mallar i \(folder) går inte att läsa (\(error)); installera programmet på nytt")
    }
    self.library = library
  }

  /// A page: the template `name` with the `frame` that all pages have and the `page` that is its own.
  ///
  /// In templates a name that is nil in an inner object is looked for in the outer ones too, unless it is written with a full stop before it.
  func answer(_ name: String, _ page: Any, frame: Frame, status: HTTPResponse.Status = .ok) throws -> Response {
    let model: [String: Any] = ["page": ModelTree.of(page) ?? "", "frame": ModelTree.of(frame) ?? ""]
    guard let text = library.render(model, withTemplate: name) else {
      throw WebFailure("mallen \(name) saknas; installera programmet på nytt")
    }
    let headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "private, no-cache"]
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

/// What every page has around its own content.
struct Frame: Sendable {
  /// Addresses of the style, the script and the icon.
  var style: String
  var script: String
  var icon: String
  /// What stands in the search box.
  var query: String
  /// What forms of the page have to send back (`{{> csrf}}`).
  var csrf: String
  /// Who reads the page.
  var visitor: VisitorFrame
  /// Which of the places in the head the page belongs to.
  var isSearch = false
  var isBodies = false
  var isComparison = false
  var isCorrections = false
  var isImport = false
  var isLog = false
}
