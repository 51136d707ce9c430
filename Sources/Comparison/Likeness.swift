/// How alike two names are, 0 to 1: Dice's coefficient over groups of three letters, which forgives inflection and changes of a word.
struct Likeness: Sendable {
  /// Lower case, letters and figures only, with one space between words.
  let normalised: String
  private let groups: [UInt64]

  init(_ text: String) {
    normalised = Self.normalised(text)
    groups = Self.groups(of: Array(" \(normalised) ".unicodeScalars.map { UInt64($0.value) })).sorted()
  }

  func likeness(to other: Likeness) -> Double {
    if normalised == other.normalised { return 1 }
    if isInflection(of: other) { return 0.95 }
    guard !groups.isEmpty, !other.groups.isEmpty else { return 0 }
    // The lengths alone may tell that it is hopeless.
    let shorter = min(groups.count, other.groups.count)
    let all = groups.count + other.groups.count
    if Double(2 * shorter) / Double(all) < 0.4 { return 0 }
    return Double(2 * common(with: other)) / Double(all)
  }

  /// The same words but for their endings ("hemtjänst", "Hemtjänsten").
  private func isInflection(of other: Likeness) -> Bool {
    guard abs(normalised.utf8.count - other.normalised.utf8.count) <= 8 else { return false }
    let (left, right) = (normalised.split(separator: " "), other.normalised.split(separator: " "))
    return left.count == right.count
      && zip(left, right).allSatisfy { one, two in
        let stem = zip(one, two).prefix { $0 == $1 }.count
        return one == two || stem > 3 && max(one.count, two.count) - stem <= 3
      }
  }

  private func common(with other: Likeness) -> Int {
    var (left, right, count) = (0, 0, 0)
    while left < groups.count, right < other.groups.count {
      if groups[left] == other.groups[right] {
        count += 1
        left += 1
        right += 1
      } else if groups[left] < other.groups[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return count
  }

  /// The same word wherever the year, the numbering and the ampersand are all that differ.
  static func normalised(_ text: String) -> String {
    let folded = text.lowercased().replacing("&", with: " och ")
    let words = folded.unicodeScalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "%") }
    return words.map(String.init).joined(separator: " ")
  }

  private static func groups(of scalars: [UInt64]) -> [UInt64] {
    guard scalars.count > 2 else { return [] }
    return (0..<scalars.count - 2).map { scalars[$0] << 42 | scalars[$0 + 1] << 21 | scalars[$0 + 2] }
  }
}
