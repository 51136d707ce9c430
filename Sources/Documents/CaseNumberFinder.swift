internal import Language
internal import Pages
internal import Rules

/// Finds diarienummer on lines: after a label, or alone where a heading's line has room for nothing else.
struct CaseNumberFinder {
  let rules: RuleSet

  /// A diarienummer on a line.
  struct Found {
    var caseNumber: String?
    var processCode: String?
    /// Bytes of the line that it takes up, label and all.
    var range: Range<Int>
    /// Whether the line holds nothing else.
    var isWholeLine: Bool
    /// Whether a word before it says what it is ("Dnr").
    var hasLabel = false
    var rule: String
  }

  /// The first diarienummer of the line. A label without a number ("Ärendenummer") is found with `caseNumber` nil.
  func find(in text: [UInt8]) -> Found? {
    guard text.count <= 300 else { return nil }
    for rule in rules.rules(in: .caseNumber, near: text) {
      guard let match = rule.firstMatch(in: text) else { continue }
      if let code = match.range("code"), match.range("value") == nil {
        return whole(match.range, in: text, nil, String(decoding: text[code], as: UTF8.self), rule)
      }
      if let found = found(match, in: text, rule: rule) { return found }
    }
    return nil
  }

  private func found(_ match: Pattern.Match, in text: [UInt8], rule: Rule) -> Found? {
    guard let value = match.range("value"), !value.isEmpty else {
      // A label alone counts only where the rule says so.
      return rule.gives["label_alone"] == "ja" ? whole(match.range, in: text, nil, nil, rule) : nil
    }
    if rule.gives["as_written"] == "ja" {
      return whole(Self.withBrackets(match.range, in: text), in: text, String(decoding: text[value], as: UTF8.self), nil, rule)
    }
    guard let (number, length) = CaseNumber.parse(prefixOf: Array(text[value])[...]) else { return nil }
    var end = max(value.lowerBound + length, match.range("label")?.upperBound ?? 0)
    // The bracket that a number stands in goes with it.
    if text[..<value.lowerBound].last == UInt8(ascii: "("), text[end...].first == UInt8(ascii: ")") { end += 1 }
    // The code of the body behind the number is no part of what stands after it.
    if let body = match.range("body"), end == value.upperBound { end = body.upperBound }
    let range = Self.withBrackets(match.range.lowerBound..<end, in: text)
    let code = number.processCode ?? match.range("code").map { String(decoding: text[$0], as: UTF8.self) }
    var found = whole(range, in: text, number.asWritten, code, rule)
    found.hasLabel = match.range("label") != nil
    return found
  }

  /// With the bracket round label and number.
  private static func withBrackets(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let isInside = text[..<range.lowerBound].last == UInt8(ascii: "(") && text[range.upperBound...].first == UInt8(ascii: ")")
    return isInside ? range.lowerBound - 1..<range.upperBound + 1 : range
  }

  private func whole(_ range: Range<Int>, in text: [UInt8], _ number: String?, _ code: String?, _ rule: Rule) -> Found {
    let outside = text[..<range.lowerBound] + text[range.upperBound...]
    let isWhole = outside.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
    return Found(caseNumber: number, processCode: code, range: range, isWholeLine: isWhole, rule: rule.id)
  }
}
