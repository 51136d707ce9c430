internal import Foundation

/// Why a section was found, in sentences for the reader.
enum HitReasons {
  static func sentences(heading: HitReader.Column, decision: HitReader.Column, text: HitReader.Column) -> [String] {
    [("rubriken", heading), ("beslutet", decision), ("texten", text)].compactMap { place, column in
      if column.found.isEmpty { return nil }
      let words = Dictionary(grouping: column.found) {
        Word(text: String(decoding: column.text[$0.range], as: UTF8.self).lowercased(), $0.reason)
      }
      let listed = words.sorted { ($0.key.reason, -$0.value.count, $0.key.text) < ($1.key.reason, -$1.value.count, $1.key.text) }
      let most = listed.prefix(mostWords).map { word, found in describe(word, found.count) }
      let rest = listed.count > mostWords ? ", och \(listed.count - mostWords) ord till" : ""
      return "I \(place): " + most.joined(separator: ", ") + rest
    }
  }

  private static let mostWords = 6

  private struct Word: Hashable {
    var text: String
    var reason: Highlighter.Reason

    init(text: String, _ reason: Highlighter.Reason) {
      self.text = text
      self.reason = reason
    }
  }

  private static func describe(_ word: Word, _ count: Int) -> String {
    "\(word.text) (\(name(word.reason))\(count > 1 ? ", \(count) gånger" : ""))"
  }

  private static func name(_ reason: Highlighter.Reason) -> String {
    switch reason {
    case .exact: "ordet självt"
    case .inflected: "annan böjning"
    case .phrase: "frasen"
    case .part: "del av sammansättning"
    case .apart: "sammansättningen särskriven"
    case .prefix: "början av ordet"
    }
  }
}
