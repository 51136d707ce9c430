/// What is searched for, as the address has it.
struct SearchQuestion: Sendable {
  let words: String
  /// Of the pages of hits, counted from 1.
  let page: Int

  static let hitsOnPage = 20
  private static let mostPages = 50

  /// Throws a `Problem`.
  init(_ fields: Fields) throws {
    words = fields["q"] ?? ""
    page = try fields.number("sida", in: 1...Self.mostPages) ?? 1
  }

  var isEmpty: Bool { words.allSatisfy(\.isWhitespace) }

  /// The address of another page of the same hits; nil beyond those that can be shown.
  func address(page: Int, of total: Int) -> String? {
    guard page >= 1, page <= Self.mostPages, (page - 1) * Self.hitsOnPage < total else { return nil }
    return Address.with("/", [("q", words), ("sida", page > 1 ? "\(page)" : "")])
  }
}
