internal import Archive
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// `/forslag?q=...`: what may follow on what has been typed so far, as JSON for the script of the search box.
struct CompletionPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/forslag") { request, _ in
      let typed = try Fields(request)["q"] ?? ""
      let found = try await services.archive.read { archive in try archive.completions(of: typed, limit: 8) }
      let json = try JSONEncoder().encode(found)
      let headers: HTTPFields = [.contentType: "application/json", .cacheControl: "private, max-age=60"]
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }
  }
}
