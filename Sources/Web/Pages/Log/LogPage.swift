internal import Access
internal import Foundation
internal import Hummingbird

/// `/logg`: who logged in, took documents in and corrected; for administrators.
struct LogPage: Page {
  private let services: Services
  private static let entriesOnPage = 100

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/logg") { request, context in
      try context.visitor.require(.admin)
      let before = try Fields(request).number("fore", in: 1...Int.max).map(Int64.init)
      let entries = try await services.access.log(before: before, limit: Self.entriesOnPage + 1)
      let shown = entries.prefix(Self.entriesOnPage)
      let older = entries.count > shown.count ? shown.last.map { Address.with("/logg", [("fore", "\($0.number)")]) } : nil
      let model = LogModel(
        entries: shown.map(LogModel.Line.init), isEmpty: shown.isEmpty, older: older, newest: before == nil ? nil : "/logg")
      var frame = services.frame(context)
      frame.isLog = true
      return try services.templates.answer("logg", model, frame: frame)
    }
  }
}

/// What the template `logg` shows.
private struct LogModel {
  let entries: [Line]
  let isEmpty: Bool
  let older: String?
  let newest: String?

  struct Line {
    /// In the server's own time.
    let time: String
    let who: String
    let address: String
    let event: String
    let what: String?

    init(_ entry: LogEntry) {
      let form = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
      time = entry.at.formatted(form.year().month().day().time(includingFractionalSeconds: false))
      who = entry.who.isEmpty ? "(okänt namn)" : entry.who
      address = entry.address ?? "vid datorn"
      event = entry.event.swedish
      what = entry.what.isEmpty ? nil : entry.what
    }
  }
}
