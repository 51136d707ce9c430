internal import Facts
internal import Language
internal import Rules

/// Reads a field of place and time: the day, the hours, and the place, which is what is left.
struct WhenAndWhere {
  var place: String?
  /// `YYYY-MM-DD`.
  var date: String?
  /// The day whose year is unsaid, where there is one only and no `date`.
  var day: PartialDate?
  /// `HH:MM`.
  var start: String?
  var end: String?

  init(_ text: [UInt8], rules: RuleSet) {
    let days = DateScanner.scan(text).map(\.date)
    date = days.lazy.compactMap(\.date).first?.iso
    day = Set(days).count == 1 ? days.first { $0.year == nil } : nil
    var rest = text
    var isSentence = false
    for rule in rules.rules(in: .whenAndWhere) {
      while let match = rule.firstMatch(in: rest) {
        let values = rules.values(of: rule, for: match, in: rest)
        isSentence = isSentence || rule.gives["part"] == "sentence"
        if rule.gives["part"] == "time", start == nil {
          start = values["start"].flatMap(Self.clock)
          end = values["end"].flatMap(Self.clock)
        }
        rest.replaceSubrange(match.range, with: [Self.cut])
      }
    }
    place = isSentence ? nil : Self.place(rest)
  }

  /// Stands where a day or an hour was taken out.
  private static let cut = UInt8(ascii: "\n")

  /// The first stretch that says something, without what parted it from day and hour.
  private static func place(_ rest: [UInt8]) -> String? {
    let parts = rest.split(separator: cut).map { part in
      String(decoding: part, as: UTF8.self).trimmingPrefix { !$0.isLetter && !$0.isNumber && $0 != "”" }
    }
    let words = ["den", "kl", "klockan", "och", "i"]
    return parts.map { $0.trimmingEnd(of: [" ", ",", ";", ":", ".", "-", "–", "("]) }
      .first { part in part.contains(where: \.isLetter) && !words.contains(part.lowercased()) && part.count > 2 }
  }

  /// "9.30" is 09:30, "11" is 11:00.
  static func clock(_ text: String) -> String? {
    let parts = text.split(whereSeparator: { $0 == "." || $0 == ":" }).compactMap { Int($0) } + (text.contains { !$0.isNumber } ? [] : [0])
    guard parts.count == 2, parts[0] <= 24, parts[1] < 60 else { return nil }
    return (parts[0] < 10 ? "0" : "") + "\(parts[0]):" + (parts[1] < 10 ? "0" : "") + "\(parts[1])"
  }
}

extension Substring {
  fileprivate func trimmingEnd(of characters: Set<Character>) -> String {
    String(self[..<(lastIndex { !characters.contains($0) }.map(index(after:)) ?? startIndex)])
  }
}
