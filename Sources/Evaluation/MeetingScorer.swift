/// Compares what the front page says of the meeting.
struct MeetingScorer {
  var board = Board()

  private static let fields = ["place", "start", "end"]
  private static let lists = ["members", "substitutes", "others", "adjusters"]
  /// Facts of several parts, each part counted by itself.
  private static let groups = [
    ("adjustment", ["place", "date", "time"]), ("paragraphs", ["first", "last"]),
    ("notice", ["body", "date", "posted", "removed", "kept"]),
  ]

  mutating func compare(_ gold: JSONValue, with found: JSONValue) {
    board.compareFields("meeting", Self.fields.filter { gold[$0] != nil }, gold: gold, found: found)
    for list in Self.lists where gold[list] != nil {
      let (wanted, have) = (gold[list].items.map(Self.attendee), found[list].items.map(Self.attendee))
      board.match("meeting.\(list)", wanted, have, named: { $0 }, alike: { $0 == $1 ? 1 : 0 })
    }
    for (group, parts) in Self.groups where gold[group] != nil {
      let (wanted, have) = (Self.parts(gold[group], parts), Self.parts(found[group], parts))
      board.match("meeting.\(group)", wanted, have, named: { $0 }, alike: { $0 == $1 ? 1 : 0 })
    }
  }

  /// Someone on a list with all that is said of them: right is who is right in all.
  private static func attendee(_ value: JSONValue) -> String {
    let said = ["name", "party", "role", "replaces", "presence"].map { ComparedText(value[$0].text).normalised }
    return said.joined(separator: " | ")
  }

  private static func parts(_ value: JSONValue?, _ names: [String]) -> [String] {
    names.compactMap { name in
      let text = (value ?? .object([:]))[name].text
      return text.isEmpty ? nil : "\(name): \(ComparedText(text).normalised)"
    }
  }
}
