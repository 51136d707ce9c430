internal import Archive
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// `/dokument/ID/sida/4.png`: the image of a page with places marked, and `/dokument/ID/fil`: the file itself.
struct PageImagePage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// Dots an inch, beside the facts and enlarged: an A4 page is 910 and 1,650 pixels wide.
  static let (plain, large) = (110, 200)

  func add(to router: Router<SiteContext>) {
    router.get("/dokument/:id/sida/:page") { request, context in
      let document = try await services.documents.document(try context.parameters.require("id"))
      return try await image(of: document, page: try Self.page(context.parameters.require("page"), document), request)
    }
    router.get("/dokument/:id/fil") { _, context in
      try await file(of: try await services.documents.document(try context.parameters.require("id")))
    }
  }

  /// "4.png".
  private static func page(_ name: String, _ document: OpenDocument) throws -> Int {
    let number = name.hasSuffix(".png") ? Int(name.dropLast(".png".count)) : nil
    guard let number, (1...max(1, document.entry.document.pages)).contains(number), document.isPDF else {
      throw Problem.notFound("Dokumentet har ingen sådan sida att visa.")
    }
    return number
  }

  private func image(of document: OpenDocument, page: Int, _ request: Request) async throws -> Response {
    let fields = try Fields(request)
    let marks = try Marks(fields["mark"]).highlights
    let dots = fields["stor"] == nil ? Self.plain : Self.large
    let tag = "\"\(document.id.prefix(16))-\(page)-\(dots)-\(marks.joined(separator: ";"))\""
    let headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
    // Told before the file is looked for: what the browser has was drawn from the very bytes that the archive knows.
    if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
    let path = try SourceFile.path(of: document)
    let key = ImageKey(document: document.id, path: path, page: page, dotsPerInch: dots, marks: marks)
    var answer = Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: try await services.images.png(key))))
    answer.headers[.contentType] = "image/png"
    return answer
  }

  private func file(of document: OpenDocument) async throws -> Response {
    let path = try SourceFile.path(of: document)
    let name = document.entry.document.source
    let headers: HTTPFields = [
      .contentType: document.isPDF ? "application/pdf" : "text/plain; charset=utf-8",
      .contentDisposition: "attachment; filename*=UTF-8''\(Address.encoded(name))",
    ]
    let bytes = try await services.archive.read { _ in try SourceFile.bytes(path, of: document) }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

/// Where a document's file lies.
enum SourceFile {
  /// A file that is as it was when it was read. Throws a `Problem` where there is none: marks in another version would point at the wrong lines.
  static func path(of document: OpenDocument) throws -> String {
    if let file = document.entry.files.first(where: isUnchanged) { return file.path }
    let name = document.entry.document.source
    guard document.entry.files.contains(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      throw Problem.notFound("Filen \(name) finns inte kvar där den låg när den lästes in.")
    }
    throw Problem(
      status: .conflict, title: "Filen har ändrats", text: "Filen \(name) har ändrats sedan den lästes in.",
      advice: "Läs in den på nytt med ”paragraf index”.")
  }

  static func bytes(_ path: String, of document: OpenDocument) throws -> Data {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Problem.notFound("Filen \(document.entry.document.source) får inte läsas.")
    }
    return bytes
  }

  private static func isUnchanged(_ file: FileStamp) -> Bool {
    var status = stat()
    guard stat(file.path, &status) == 0, Int64(status.st_size) == file.size else { return false }
    return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec) == file.modified
  }
}
