import Pages

/// Finds the matter's place on the agenda where it stands above the heading of its § ("Ärende 6" above "§ 13"): one word and a number, above the first § too,
/// that rises from § to §. It belongs to the § below, not to the text of the one before.
struct MatterNumbers {
  let pages: [Page]
  let body: [LineReference]

  /// Bytes of such a line.
  private static let longest = 24

  private struct Matter: Equatable {
    var word: [UInt8]
    var number: Int
  }

  /// Which of the headings have one on the line above.
  /// - Parameter starts: where the §'s headings begin, indices in `body`.
  func find(above starts: [Int]) -> [Bool] {
    let matters = starts.map { $0 > 0 ? matter(body[$0 - 1]) : nil }
    let none = starts.map { _ in false }
    guard let first = matters.first.flatMap({ $0 }) else { return none }
    let isOne = matters.map { $0?.word == first.word }
    let numbers = zip(matters, isOne).compactMap { $1 ? $0?.number : nil }
    let rises = zip(numbers, numbers.dropFirst()).allSatisfy(<)
    return numbers.count > 1 && numbers.count * 2 > starts.count && rises ? isOne : none
  }

  private func matter(_ line: LineReference) -> Matter? {
    let text = pages.slice(of: line)
    guard text.count <= Self.longest, startsInUpperCase(text), let space = text.firstIndex(of: 0x20) else { return nil }
    let word = text[..<space]
    let digits = text[(space + 1)...].prefix { $0 &- 0x30 < 10 }
    let rest = text[digits.endIndex...]
    guard word.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }),
      rest.isEmpty || rest.elementsEqual(":".utf8) || rest.elementsEqual(".".utf8)
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).map { Matter(word: Array(word), number: $0) }
  }
}
