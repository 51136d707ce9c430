internal import Archive

/// What the template `sok` shows: the only place that knows what the archive's search answers.
struct SearchModel: Sendable {
  let words: String
  let title: String
  /// Why the question cannot be answered; nil where it can.
  let problem: String?
  let total: String
  let isNothing: Bool
  let first: Int
  let hits: [HitModel]
  let facets: [FacetModel]
  let previous: String?
  let next: String?

  init(_ question: SearchQuestion, _ archive: Archive) throws {
    words = question.words
    title = question.words
    let skipped = (question.page - 1) * SearchQuestion.hitsOnPage
    first = skipped + 1
    do {
      let answer = try archive.search(try Query(question.words), limit: skipped + SearchQuestion.hitsOnPage)
      problem = nil
      total = Words.count(answer.total, "träff", "träffar")
      isNothing = answer.total == 0
      hits = answer.hits.dropFirst(skipped).map(HitModel.init)
      facets = FacetModel.facets(of: answer)
      previous = question.page > 1 ? question.address(page: question.page - 1, of: answer.total) : nil
      next = question.address(page: question.page + 1, of: answer.total)
    } catch let mistake as QueryProblem {
      problem = "\(mistake.description.prefix(1).uppercased())\(mistake.description.dropFirst())."
      (total, isNothing, hits, facets, previous, next) = ("", false, [], [], nil, nil)
    }
  }
}

/// One hit with the way to its place.
struct HitModel: Sendable {
  let address: String
  let heading: String
  let whose: String
  let place: String
  let snippet: [Piece]
  let isRecognised: Bool
  let others: String?

  /// A part of the text around a hit.
  struct Piece: Sendable {
    let text: String
    let isHit: Bool
  }

  init(_ hit: Hit) {
    let number = hit.paragraph.map { "§\u{A0}\($0) " } ?? ""
    heading = number + (hit.heading.isEmpty ? "utan rubrik" : hit.heading)
    let when = hit.document.date ?? hit.document.year.map(String.init)
    whose = [hit.document.body, hit.document.municipality, when, hit.document.type, hit.document.version].compactMap { $0 }.joined(
      separator: " · ")
    place = "sida \(hit.page)"
    isRecognised = hit.recognised
    snippet = Self.pieces(hit.snippet)
    var part = DocumentPart(page: hit.page, marks: Marks(boxes: hit.boxes).text)
    part.paragraf = hit.paragraph.map(String.init) ?? ""
    if hit.paragraph == nil { part.view = DocumentChoice.View.text.rawValue }
    address = Address.document(hit.document.id, part)
    others = hit.otherFiles.isEmpty ? nil : "även i \(hit.otherFiles.map(\.source).joined(separator: ", "))"
  }

  /// The archive marks hits by `**` on both sides, and leaves no such signs of the text's own.
  private static func pieces(_ snippet: String) -> [Piece] {
    snippet.split(separator: "**", omittingEmptySubsequences: false).enumerated().filter { !$1.isEmpty }.map { place, text in
      Piece(text: String(text), isHit: place % 2 == 1)
    }
  }
}

/// What the hits are spread over, with their number.
struct FacetModel: Sendable {
  let name: String
  let values: [Value]

  struct Value: Sendable {
    let name: String
    let count: String
  }

  private static let names = [("municipality", "Kommun"), ("body", "Organ"), ("year", "År"), ("type", "Slag")]
  private static let mostValues = 12

  static func facets(of answer: SearchAnswer) -> [FacetModel] {
    names.compactMap { key, name in
      let counts = (answer.facets[key] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let values = counts.prefix(mostValues).map { Value(name: $0.key, count: Words.integer($0.value)) }
      return values.isEmpty ? nil : FacetModel(name: name, values: values)
    }
  }
}
