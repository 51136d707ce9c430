internal import Archive

/// What is searched for, as the address has it.
struct SearchQuestion: Sendable {
  let words: String
  /// Of the pages of hits, counted from 1.
  let page: Int
  let order: SearchOptions.Order

  static let hitsOnPage = 20
  private static let mostPages = 500
  /// What the address calls the orders, and the reader too.
  static let orders: [(order: SearchOptions.Order, key: String, name: String)] = [
    (.relevance, "", "Bäst träff först"), (.newest, "nyast", "Nyast först"), (.oldest, "aldst", "Äldst först"),
  ]

  /// Throws a `Problem`.
  init(_ fields: Fields) throws {
    words = fields["q"] ?? ""
    page = try fields.number("sida", in: 1...Self.mostPages) ?? 1
    let key = fields["ordning"] ?? ""
    guard let known = Self.orders.first(where: { $0.key == key }) else {
      throw Problem.badRequest("ordning i adressen ska vara nyast eller aldst.")
    }
    order = known.order
  }

  var isEmpty: Bool { words.allSatisfy(\.isWhitespace) }
  var skipped: Int { (page - 1) * Self.hitsOnPage }
  private var orderKey: String { Self.orders.first { $0.order == order }?.key ?? "" }

  /// The address of another page of the same hits; nil beyond those that there are.
  func address(page: Int, of total: Int) -> String? {
    guard page >= 1, page <= Self.mostPages, (page - 1) * Self.hitsOnPage < total else { return nil }
    return Address.with("/", [("q", words), ("ordning", orderKey), ("sida", page > 1 ? "\(page)" : "")])
  }

  /// The address of another question in the same order.
  func address(words: String) -> String { Address.with("/", [("q", words), ("ordning", orderKey)]) }

  /// The address of the same question in another order.
  func address(orderKey: String) -> String { Address.with("/", [("q", words), ("ordning", orderKey)]) }
}
