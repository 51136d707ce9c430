import Archive
import Facts
import Foundation

/// Minutes made by chance: one meeting after another of a number of bodies.
struct Documents {
  let vocabulary: Vocabulary
  static let bodies = [
    "Kommunstyrelsen", "Kommunfullmäktige", "Socialnämnden", "Barn- och utbildningsnämnden", "Byggnadsnämnden", "Kulturnämnden",
  ]
  static let sectionsPerDocument = 30
  private static let outcomes = ["bifall", "bifall", "bifall", "avslag", "återremiss", "bordläggning", "anteckning"]

  /// The `number`-th of all; always the same.
  func document(_ number: Int) -> (facts: FactsDocument, sections: [TextSection]) {
    var dice = Dice(seed: UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    let id = String(repeating: "0", count: 56) + String(format: "%08x", number)
    var document = DocumentFacts(id: id, source: "protokoll-\(number).pdf", type: "protokoll", pages: Self.sectionsPerDocument)
    let year = 2000 + number % 25
    document.municipality = "Kommun \(number % 97)"
    document.body = Self.bodies[number % Self.bodies.count]
    document.year = year
    document.date = String(format: "%d-%02d-%02d", year, 1 + number / 25 % 12, 1 + number / 300 % 28)
    var facts = FactsDocument(document: document)
    var sections: [TextSection] = []
    for place in 1...Self.sectionsPerDocument {
      let section = section(place, &dice)
      var paragraf = ParagrafFacts(number: place)
      paragraf.title = section.heading
      paragraf.diarienummer = "KS \(year)/\(Int.random(in: 1...900, using: &dice))"
      paragraf.decisions = [Decision(text: section.decision, action: "beslutar")]
      paragraf.outcome = Self.outcomes.randomElement(using: &dice)
      facts.paragraphs.append(paragraf)
      sections.append(section)
    }
    return (facts, sections)
  }

  // Lengths as minutes have them: many of 40 to 120 words, a few of many hundred.
  private func section(_ number: Int, _ dice: inout Dice) -> TextSection {
    let words = Int(exp(Double.random(in: 3.4...6.2, using: &dice)))
    let decision = vocabulary.text(12, &dice)
    let text = vocabulary.text(words, &dice) + decision
    var spans: [TextSection.Span] = []
    for (line, start) in stride(from: 0, to: text.utf8.count, by: 84).enumerated() {
      let top = 80 + Double(line % 45) * 14.3
      spans.append(TextSection.Span(start: start, page: number + line / 45, box: [72, top, 520.4 + Double(line % 7), top + 11.2]))
    }
    return TextSection(
      kind: .paragraf, number: number, heading: vocabulary.text(Int.random(in: 3...8, using: &dice), &dice), decision: decision, text: text,
      spans: spans)
  }
}
