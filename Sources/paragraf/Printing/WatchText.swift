import Archive

/// Saved searches, and what is new in them, for a person.
enum WatchText {
  static func text(of watches: [Watch], on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    for watch in watches {
      text.blank()
      text.entry(watch.name, style: terminal.bold)
      text.entry(watch.query, indent: 2)
      let run = watch.lastRun.map { "senast körd \(day($0))" } ?? "aldrig körd"
      text.entry("Tillagd \(day(watch.addedAt)), \(run)", indent: 2, style: terminal.faint)
    }
    return text.string
  }

  static func text(of news: [WatchNews], on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    for news in news {
      text.heading("\(news.name): \(Swedish.count(news.hits.count, "ny träff", "nya träffar")) på \(news.query)")
      SearchText.add(news.hits, from: 1, to: &text)
    }
    return text.string
  }

  // "2026-11-21 14:05 UTC" of an ISO 8601 time.
  private static func day(_ time: String) -> String { "\(time.prefix(10)) \(time.dropFirst(11).prefix(5)) UTC" }
}
