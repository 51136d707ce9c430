internal import Foundation
internal import Language

/// What of a list only one of the files has.
enum ListChange {
  typealias Item = MeetingDifference.Item

  /// Nil where both have the same. An item counts as often as it stands there; order does not matter.
  static func change(_ part: MeetingDifference.Part, _ old: [Item], _ new: [Item]) -> MeetingDifference.Change? {
    let key = part == .diarienummer ? Plain.caseNumber : Plain.folded
    let (gone, come) = (items(old, notIn: new, by: key), items(new, notIn: old, by: key))
    return gone.isEmpty && come.isEmpty ? nil : MeetingDifference.Change(part: part, old: gone, new: come)
  }

  private static func items(_ items: [Item], notIn others: [Item], by key: (String) -> String) -> [Item] {
    var left: [String: Int] = [:]
    for other in others { left[key(other.text), default: 0] += 1 }
    return items.filter { item in
      let key = key(item.text)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }
}

/// Text without what setting it anew changes: white space, the kind of dash and quote, the hyphens of line breaks.
enum Plain {
  /// The same for all ways of writing one case number.
  static func caseNumber(_ text: String) -> String { CaseNumber.identity(of: text) ?? folded(text) }

  static func folded(_ text: String) -> String {
    var folded = ""
    for character in text.precomposedStringWithCompatibilityMapping {
      switch character {
      case "–", "—", "−", "‐", "‑": folded.append("-")
      case "”", "“", "„", "»", "«": folded.append("\"")
      case "’", "‘", "´": folded.append("'")
      case _ where character.isWhitespace || character == "\u{AD}": continue
      default: folded.append(character)
      }
    }
    return folded
  }
}
