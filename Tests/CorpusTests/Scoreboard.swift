import Facts
import Foundation

/// Hits, true facts and found facts for one measure, summed over documents, with what was missed.
struct Score: Sendable {
  var hit = 0
  var gold = 0
  var found = 0
  var misses: [String] = []

  /// The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found.
  var f1: Double {
    guard gold + found > 0 else { return 1 }
    return 2 * Double(hit) / Double(gold + found)
  }
}

/// What is measured.
enum Measure: String, CaseIterable, Sendable {
  case paragraph, title, diarienummer, decisions, motions, recipients, basis, references, votes, reservations, recusals, goals, amounts
  case type, municipality, body, date, year
}

/// Compares the facts read with the true ones.
struct Scoreboard {
  private(set) var scores: [Measure: Score] = [:]
  /// The file's name, for the list of misses.
  private var name = ""

  mutating func compare(_ found: FactsDocument, with gold: Gold) {
    name = gold.document.source
    compareFrontMatter(found.document, with: gold.document)
    let pairs = match(.paragraph, gold.paragraphs, found.paragraphs, atLeast: 1) { $0.number == $1.number ? 1 : 0 }
    let paired = Dictionary(uniqueKeysWithValues: pairs)
    for (index, paragraf) in gold.paragraphs.enumerated() {
      compare(paired[index].map { found.paragraphs[$0] } ?? ParagrafFacts(number: paragraf.number), with: paragraf)
    }
    _ = match(.goals, gold.goals, found.goals, atLeast: 0.8) {
      Likeness.similarity($0.text, $1.text) + ($0.outcome == $1.outcome ? 0.05 : 0)
    }
    _ = match(.amounts, gold.amounts, found.amounts, atLeast: 1.25, alike: Self.alike)
  }

  private mutating func compareFrontMatter(_ found: DocumentFacts, with gold: Gold.DocumentFields) {
    compareField(.type, gold.type, found.type)
    compareField(.municipality, gold.municipality, found.municipality)
    compareField(.body, gold.body, found.body)
    compareField(.date, gold.date, found.date)
    compareField(.year, gold.year.map(String.init), found.year.map(String.init))
  }

  private mutating func compare(_ found: ParagrafFacts, with gold: Gold.Paragraf) {
    compareField(.title, gold.title, found.title)
    compareField(.diarienummer, gold.diarienummer, found.diarienummer)
    compareTexts(.decisions, gold.decisions.map(\.text), found.decisions.map(\.text), atLeast: 0.9)
    compareTexts(.motions, gold.motions.map(\.text), found.motions.map(\.text), atLeast: 0.9)
    compareTexts(.reservations, gold.reservations.map(\.text), found.reservations.map(\.text), atLeast: 0.8)
    compareTexts(.recipients, gold.recipients, found.recipients, atLeast: 0.8)
    compareTexts(.basis, gold.basis, found.basis, atLeast: 0.8)
    compareTexts(.recusals, gold.recusals, found.recusals, atLeast: 0.8)
    _ = match(.references, gold.references, found.references, atLeast: 1) {
      $0.date == $1.date && $0.paragraph == $1.paragraph ? 1 : 0
    }
    _ = match(.votes, gold.votes, found.votes, atLeast: 1) {
      ($0.yes ?? 0, $0.no ?? 0, $0.abstain ?? 0) == ($1.yes ?? 0, $1.no ?? 0, $1.abstain ?? 0) ? 1 : 0
    }
  }

  /// The same sum, whatever its sign; the quotes decide which of several it is.
  private static func alike(_ gold: Gold.Amount, _ found: Money) -> Double {
    guard let wanted = gold.value, let value = found.valueSEK, abs(abs(wanted) - abs(value)) <= 0.5 else { return 0 }
    return 1 + Likeness.similarity(gold.quote, found.quote)
  }

  private mutating func compareField(_ measure: Measure, _ gold: String?, _ found: String?) {
    let (wanted, value) = (gold ?? "", found ?? "")
    let isRight = !wanted.isEmpty && Likeness.normalised(wanted) == Likeness.normalised(value)
    var score = scores[measure] ?? Score()
    score.hit += isRight ? 1 : 0
    score.gold += wanted.isEmpty ? 0 : 1
    score.found += value.isEmpty ? 0 : 1
    if !isRight, wanted + value != "" { score.misses.append("\(name): väntat \"\(wanted)\", fick \"\(value)\"") }
    scores[measure] = score
  }

  private mutating func compareTexts(_ measure: Measure, _ gold: [String], _ found: [String], atLeast: Double) {
    _ = match(measure, gold, found, atLeast: atLeast, alike: Likeness.similarity)
  }

  /// The best pairs of one with one, greedily by likeness: index of the true fact, index of the found one.
  private mutating func match<True: Stated, Found: Stated>(
    _ measure: Measure, _ gold: [True], _ found: [Found], atLeast: Double, alike: (True, Found) -> Double
  ) -> [(Int, Int)] {
    let candidates = gold.indices.flatMap { i in found.indices.map { j in (likeness: alike(gold[i], found[j]), i: i, j: j) } }
    let sorted = candidates.filter { $0.likeness >= atLeast - 0.001 }.sorted { ($1.likeness, $0.i, $0.j) < ($0.likeness, $1.i, $1.j) }
    var pairs: [(Int, Int)] = []
    for candidate in sorted where !pairs.contains(where: { $0.0 == candidate.i || $0.1 == candidate.j }) {
      pairs.append((candidate.i, candidate.j))
    }
    var score = scores[measure] ?? Score()
    score.hit += pairs.count
    score.gold += gold.count
    score.found += found.count
    score.misses += gold.indices.filter { i in !pairs.contains { $0.0 == i } }.map { "\(name): saknas: \(gold[$0].statement)" }
    score.misses += found.indices.filter { j in !pairs.contains { $0.1 == j } }.map { "\(name): för mycket: \(found[$0].statement)" }
    scores[measure] = score
    return pairs
  }
}

/// A fact as it is named in the list of misses.
protocol Stated {
  var statement: String { get }
}

extension String: Stated { var statement: String { self } }
extension Gold.Paragraf: Stated { var statement: String { "§ \(number)" } }
extension ParagrafFacts: Stated { var statement: String { "§ \(number)" } }
extension Gold.Paragraf.Reference: Stated { var statement: String { "\(date ?? "") § \(paragraph)" } }
extension Reference: Stated { var statement: String { "\(date ?? "") § \(paragraph)" } }
extension Gold.Paragraf.Tally: Stated { var statement: String { "\(yes ?? 0)–\(no ?? 0)" } }
extension Vote: Stated { var statement: String { "\(yes ?? 0)–\(no ?? 0)" } }
extension Gold.Goal: Stated { var statement: String { "\(outcome): \(text)" } }
extension Goal: Stated { var statement: String { "\(outcome): \(text)" } }
extension Gold.Amount: Stated { var statement: String { quote } }
extension Money: Stated { var statement: String { quote } }
