/// Page numbers in words for a reader.
enum PageList {
  /// "3, 5–9 och 12" of rising numbers.
  static func words(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    let words = runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    return words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " och " + words[words.count - 1]
  }
}
