internal import Archive
internal import Comparison
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Spreadsheet

/// `/jamfor`: reports side by side, over years or over bodies, and `/jamfor.xlsx`: the same as a workbook.
struct ComparePage: Page {
  private let services: Services
  // A comparison of many reports costs more than a page should, and readers come back to it.
  private let made = BoundedCache<String, String>(most: 16 << 20)

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/jamfor") { request, context in
      let fields = try Fields(request)
      var frame = services.frame(context)
      frame.isComparison = true
      return try services.templates.answer("jamfor", try await model(fields), frame: frame)
    }
    router.get("/jamfor.xlsx") { request, _ in
      let fields = try Fields(request)
      let bytes = try await services.archive.read { archive in
        try Self.workbook(of: try comparison(try ReportChoice(fields, archive), archive))
      }
      let headers: HTTPFields = [
        .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        .contentDisposition: "attachment; filename=\"jamforelse.xlsx\"",
      ]
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }

  private func model(_ fields: Fields) async throws -> CompareModel {
    try await services.archive.read { archive in
      let choice = try ReportChoice(fields, archive)
      guard !choice.entries.isEmpty else { return CompareModel(choice, content: nil) }
      if let kept = made[choice.key] { return CompareModel(choice, content: kept) }
      let content = HTMLContent(try comparison(choice, archive)) { place in
        let marks = Marks(boxes: place.boxes).text
        return place.document.isEmpty ? nil : Address.document(place.document, DocumentPart(page: place.page, marks: marks))
      }
      made.keep(content.text, for: choice.key, weight: content.text.utf8.count)
      return CompareModel(choice, content: content.text)
    }
  }

  private func comparison(_ choice: ReportChoice, _ archive: Archive) throws -> Comparison {
    let documents = try choice.entries.map { try services.documents.document($0, archive) }
    var comparison = Comparison(of: documents.map(\.factsInUse), remarks: documents.compactMap(\.remark))
    comparison.keep(choice.subjects)
    return comparison
  }

  /// The library writes files only.
  private static func workbook(of comparison: Comparison) throws -> Data {
    let path = NSTemporaryDirectory() + "paragraf-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Workbook.write(comparison.sheets, to: path)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }
}
