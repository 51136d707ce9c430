internal import Archive
internal import Querying

/// What the template `sok` shows.
struct SearchModel: Sendable {
  let words: String
  let understood: String
  let notes: [String]
  let suggestion: Link?
  let chips: [Link]
  let total: String
  let isNothing: Bool
  let first: Int
  let hits: [HitModel]
  let facets: [FacetModel]
  let orders: [Order]
  let previous: String?
  let next: String?
  let place: String

  /// In which order the hits come.
  struct Order: Sendable {
    let name: String
    let address: String
    let isChosen: Bool
  }

  /// - Parameter counts: see `FacetModel`.
  init(_ question: SearchQuestion, _ query: ParsedQuery, _ answer: SearchAnswer, counts: [String: [String: Int]]) {
    words = question.words
    understood = answer.query
    notes = answer.notes
    suggestion = answer.suggestion.map { Link($0, question.address(words: $0)) }
    chips = query.chips.map { Link($0.text, question.address(words: $0.without)) }
    total = Words.count(answer.total, "träff", "träffar")
    isNothing = answer.total == 0
    first = question.skipped + 1
    hits = answer.hits.map(HitModel.init)
    facets = FacetModel.facets(counts, question, query)
    orders = SearchQuestion.orders.map {
      Order(name: $0.name, address: question.address(orderKey: $0.key), isChosen: $0.order == question.order)
    }
    previous = question.page > 1 ? question.address(page: question.page - 1, of: answer.total) : nil
    next = question.address(page: question.page + 1, of: answer.total)
    let last = question.skipped + answer.hits.count
    place = answer.hits.isEmpty || answer.total <= SearchQuestion.hitsOnPage ? "" : "\(Words.integer(first))–\(Words.integer(last))"
  }
}
