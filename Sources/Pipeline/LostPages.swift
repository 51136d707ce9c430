internal import Facts

/// Pages of a PDF that no reader has come through: leaving them out keeps the others.
public struct LostPages: Codable, Sendable {
  /// Rising, from 1; not empty.
  public var numbers: [Int]
  /// What became of the reader, in Swedish, as the end of a sentence ("läsprocessen kraschade").
  public var reason: String

  public init(numbers: [Int], reason: String) {
    self.numbers = numbers
    self.reason = reason
  }

  var doubt: Doubt {
    let which = numbers.count == 1 ? "Sidan" : "Sidorna"
    let list = PageList.words(numbers)
    return Doubt(
      message: "\(which) \(list) kunde inte läsas (\(reason)); se \(numbers.count == 1 ? "den" : "dem") i en PDF-läsare.",
      page: numbers.first)
  }
}
