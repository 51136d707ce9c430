import Foundation
import Indexing

/// What a run of `index` did, for a person.
enum IndexText {
  static func text(of report: IndexReport, archive: String, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    text.entry("\(archive): " + counts(of: report).joined(separator: ", ") + ".")
    text.add("Misslyckades", report.failures) { $0.reason.contains($0.path) ? $0.reason : "\($0.path): \($0.reason)" }
    text.add(report.isPruned ? "Borta, och uttagna ur arkivet" : "Borta, men kvar i arkivet (--prune tar ut dem)", report.gone) { $0 }
    text.add("Kunde inte läsas i sin helhet", report.unread, words)
    text.add("Textigenkända", report.recognised, words)
    if report.stale > 0 {
      text.blank()
      text.entry("\(Swedish.count(report.stale, "fil är läst", "filer är lästa")) med andra regler än de nuvarande; läs om med --reread.")
    }
    return text.string
  }

  private static func words(for file: IndexReport.Part) -> String {
    "\(file.path): " + (file.pages == file.allPages ? "alla sidor" : "\(file.pages) av \(file.allPages) sidor")
  }

  private static func counts(of report: IndexReport) -> [String] {
    let read = "\(Swedish.integer(report.read)) lästa"
    let sizes = [
      Swedish.count(report.pages, "sida", "sidor"), report.paragraphs > 0 ? "\(Swedish.integer(report.paragraphs)) §" : nil,
    ]
    let what = report.read > 0 ? " (\(sizes.compactMap { $0 }.joined(separator: ", ")))" : ""
    return [read + what, "\(Swedish.integer(report.unchanged)) oförändrade", "\(Swedish.integer(report.failures.count)) misslyckade"]
  }
}

extension TextLayout {
  fileprivate mutating func add<Item>(_ name: String, _ items: [Item], _ words: (Item) -> String) {
    if !items.isEmpty { heading(name) }
    for item in items { entry(words(item), mark: "– ", indent: 2) }
  }
}
