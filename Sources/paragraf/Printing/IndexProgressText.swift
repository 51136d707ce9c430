import Archive
import Facts
import Foundation
import Indexing

/// How far a run has come, on standard error: a bar with rate and time left on a terminal, a line a file otherwise.
final class IndexProgressText: IndexProgress {
  private let terminal: Terminal
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?
  private var files = 0
  private var bytes: Int64 = 0
  private var doneFiles = 0
  private var doneBytes: Int64 = 0

  private static let betweenDrawings = Duration.milliseconds(100)
  private static let barWidth = 24

  init(_ terminal: Terminal) {
    self.terminal = terminal
    start = clock.now
  }

  func begin(_ plan: [FileStamp]) {
    files = plan.count
    bytes = plan.map(\.size).reduce(0, +)
    start = clock.now
  }

  /// Before a file is read.
  func show(_ file: FileStamp) {
    draw { URL(fileURLWithPath: file.path).lastPathComponent }
  }

  private func draw(_ words: () -> String) {
    guard terminal.isTerminal else { return }
    if let lastDrawn, clock.now - lastDrawn < Self.betweenDrawings { return }
    lastDrawn = clock.now
    draw("\r" + Self.clearLine + String("\(bar)  \(words())".prefix(terminal.width - 1)))
  }

  /// While it is read; a page that has to be recognised takes seconds.
  func showPage(_ path: String, _ page: Int, _ pages: Int) {
    draw { "\(URL(fileURLWithPath: path).lastPathComponent), sida \(page) av \(pages)" }
  }

  /// After it.
  func did(_ file: FileStamp, _ step: IndexStep) {
    doneFiles += 1
    doneBytes += file.size
    if !terminal.isTerminal { draw("[\(doneFiles)/\(files)] \(Self.words(for: step)): \(file.path)\n") }
  }

  func end() {
    if terminal.isTerminal && lastDrawn != nil { draw("\r" + Self.clearLine) }
  }

  private func draw(_ text: String) {
    // That no one can see how far it has come is no reason to stop.
    try? terminal.write(text)
  }

  private static let clearLine = "\u{1B}[K"

  private var bar: String {
    let share = bytes > 0 ? Double(doneBytes) / Double(bytes) : 0
    let filled = Int(share * Double(Self.barWidth))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
    return "\(bar) \(doneFiles)/\(files)  \(rate)"
  }

  // By the bytes, since a report takes as long as twenty short minutes.
  private var rate: String {
    let seconds = Double((clock.now - start).components.seconds) + Double((clock.now - start).components.attoseconds) * 1e-18
    guard seconds > 0.5, doneBytes > 0 else { return "" }
    let left = Int((seconds * Double(bytes - doneBytes) / Double(doneBytes)).rounded(.up))
    return "\(Swedish.decimal(Double(doneFiles) / seconds)) dok/s  \(Swedish.duration(seconds: left)) kvar"
  }

  private static func words(for step: IndexStep) -> String {
    switch step {
    case .known: "redan känt"
    case .failed: "misslyckades"
    case .read(let facts):
      facts.paragraphs.isEmpty
        ? "läst, \(Swedish.count(facts.document.pages, "sida", "sidor"))"
        : "läst, \(Swedish.count(facts.document.pages, "sida", "sidor")), \(facts.paragraphs.count) §"
    }
  }
}
