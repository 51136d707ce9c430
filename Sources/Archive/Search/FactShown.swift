internal import Facts

/// How a hit on a fact is shown: the fact's own place, and its words.
struct FactShown {
  let snippet: String
  let place: HitPlace

  /// Of several facts the one with the most of the words that were asked for; nil where none stands in the section.
  init?(_ facts: AskedFactsOfDocument, _ text: HitReader.Column, _ spans: [TextSection.Span]) {
    let words = SectionWords(text.text)
    let candidates = facts.evidence(in: spans, words).map { evidence in
      let range = words.range(of: evidence.quote)
      return (evidence: evidence, range: range, hits: text.found.map(\.range).filter { range?.contains($0.lowerBound) ?? false })
    }
    guard let most = candidates.map(\.hits.count).max(), let best = candidates.first(where: { $0.hits.count == most }) else { return nil }
    place = HitPlace(page: best.evidence.page, boxes: best.evidence.boxes ?? [])
    snippet = Self.snippet(best.range, best.hits, best.evidence, text)
  }

  private static func snippet(_ range: Range<Int>?, _ hits: [Range<Int>], _ evidence: Evidence, _ text: HitReader.Column) -> String {
    // What was joined or left out between its lines (a hyphen, a page's head) may keep the quote from being found in the text.
    guard let range else { return Snippet.beginning(of: Array(evidence.quote.utf8)) }
    if let shown = Snippet(Marked(text: text.text, hits: hits.isEmpty ? [range] : hits)) { return shown.text }
    return Snippet.beginning(of: text.text, at: range.lowerBound)
  }
}
