import ArgumentParser
import Facts
import Foundation
import Versions
import Workers

/// `paragraf diff`: what differs between two files with the minutes of one meeting.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what differs between two versions of the minutes of one meeting, § by §.",
    discussion: "Exit codes: 0 the same, 1 different, 2 error.")

  @Argument(help: "The earlier version.")
  var old: String

  @Argument(help: "The later version.")
  var new: String

  @Option(help: "text or json.")
  var format: TextOrJSON = .text

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let sides = try read()
    for side in sides where side.facts.document.type != "protokoll" {
      throw CommandFailure(
        "\(side.facts.document.source) är inget protokoll (\(side.facts.document.type)); bara protokoll kan jämföras § för §")
    }
    try refuseUnread(sides)
    let difference = Comparer().compare(sides[0], sides[1])
    switch format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try Output.line(String(decoding: encoder.encode(difference), as: UTF8.self))
    case .text: try Output.line(DiffText.text(of: difference, on: .standardOutput))
    }
    if !difference.isEmpty { throw ExitCode(1) }
  }

  /// A file in which no § was found says nothing of what is in it: neither that it is the same nor that its § are gone.
  private func refuseUnread(_ sides: [Comparer.Side]) throws {
    let unread = sides.filter { $0.facts.paragraphs.isEmpty }.map(\.facts.document.source)
    guard !unread.isEmpty else { return }
    let files = unread.count == 2 ? "någon av filerna" : unread[0]
    throw CommandFailure("inga paragrafer hittades i \(files), så de kan inte jämföras; se varför med \"paragraf rules explain FIL\"")
  }

  /// Both files, in the order given.
  private func read() throws -> [Comparer.Side] {
    let pool = reading.pool(files: 2)
    var rest = [old, new][...]
    var sides: [Int: Comparer.Side] = [:]
    func next() -> String? { rest.popFirst() }
    try pool.read(withSections: true, next: next) { index, result in
      let answer = try result.get()
      sides[index] = Comparer.Side(facts: try answer.facts(), sections: try answer.sections())
    }
    WarningText.write(of: pool)
    return sides.sorted { $0.key < $1.key }.map(\.value)
  }
}
