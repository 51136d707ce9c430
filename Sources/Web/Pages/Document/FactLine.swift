internal import Corrections
internal import Facts

/// One fact with the way to its place.
struct FactLine: Sendable {
  let key: String
  let text: String
  /// Who said it, where the text does not.
  let who: String?
  /// Nil where its place is not known.
  let address: String?
  let place: String?
  let isChosen: Bool
  /// "textigenkänd, 87 % säker"; nil for text of the file's own.
  let doubt: String?
  /// What a reader has said of it.
  let judgement: Judgement?
  /// Where it is corrected; nil for those who may not.
  let correction: String?

  init(
    _ kind: FactList, _ number: Int, text: String, who: String? = nil, source: Evidence?, in document: OpenDocument,
    _ choice: DocumentChoice
  ) {
    let key = FactKey(kind, number)
    self.key = key.text
    self.text = text
    self.who = who.flatMap { text.contains($0) ? nil : $0 }
    var part = choice.part
    part.fact = key
    address = source.map { _ in Address.document(document.id, part) }
    place = source.map(Self.place)
    isChosen = choice.fact == key
    doubt = source.flatMap(Self.doubt)
    let fact = key.place(paragraf: choice.part.paragraf)
    judgement = document.states[fact].map(Judgement.init)
    correction = choice.mayCorrect ? Address.correction(document.id, fact) : nil
  }

  /// "sida 48", "sida 48–49", with lines for plain text.
  private static func place(_ source: Evidence) -> String {
    let last = source.continued?.last?.page ?? source.page
    let page = last > source.page ? "sida \(source.page)–\(last)" : "sida \(source.page)"
    guard let lines = source.lines, lines.count == 2 else { return page }
    return page + (lines[0] == lines[1] ? ", rad \(lines[0])" : ", rad \(lines[0])–\(lines[1])")
  }

  private static func doubt(_ source: Evidence) -> String? {
    guard source.recognised == true else { return nil }
    let sure = source.confidence.map { ", \(Int(($0 * 100).rounded())) % säker" } ?? ""
    return "textigenkänd\(sure)"
  }
}
