internal import Documents
internal import Facts
internal import Foundation
internal import Language
internal import Pages
internal import Rules

/// Takes sums of money in running text, with what they are and of what.
struct MoneyExtractor {
  private let rules: RuleSet
  private let evidence: EvidenceMaker
  private let kinds: KindReader
  private let words: ClauseReader
  private let classes: SubjectWords

  init(rules: RuleSet, evidence: EvidenceMaker) {
    self.rules = rules
    self.evidence = evidence
    kinds = KindReader(rules)
    words = ClauseReader(rules)
    classes = SubjectWords(rules)
  }

  /// Words before and after a sum that its quote keeps.
  private static let wordsBefore = 8
  private static let wordsAfter = 4

  /// What is known when a sentence is read.
  private struct Known {
    var sentence: MoneySentences.Sentence
    var document: MunicipalDocument
    var headings: MoneyHeadings
    var years: MoneyYears
    /// The sums of the block before this sentence, and what was said of them.
    var before: [Told] = []
    /// All sums of the document before it.
    var all: [Told] = []
  }

  /// A sum with what was told of it.
  private struct Told {
    var amount: Amount
    var reading: KindReader.Reading
    var subject: String?
  }

  func amounts(in document: MunicipalDocument) -> (amounts: [Money], doubts: [Doubt]) {
    var result: (amounts: [Money], doubts: [Doubt]) = ([], [])
    let headings = MoneyHeadings(document, rules: rules)
    let years = MoneyYears(document, rules: rules)
    var all: [Told] = []
    var start = 0
    for sentence in MoneySentences(document, rules: rules).sentences {
      if sentence.beginsStretch { start = all.count }
      let known = Known(
        sentence: sentence, document: document, headings: headings, years: years, before: Array(all[start...]), all: all)
      let found = amounts(known)
      result.amounts += found.amounts
      result.doubts += found.doubts
      all += found.told
    }
    return result
  }

  private func amounts(_ known: Known) -> (amounts: [Money], doubts: [Doubt], told: [Told]) {
    let sentence = known.sentence
    let told = told(known)
    var result: (amounts: [Money], doubts: [Doubt], told: [Told]) = ([], [], told.map(\.told))
    for (told, mask) in told where told.reading.kind != "inget" {
      let amount = told.amount
      let range = amount.range.lowerBound + sentence.offset..<amount.range.upperBound + sentence.offset
      let source = evidence.evidence(sentence.passage, range, rule: told.reading.rule)
      let written = String(decoding: sentence.passage.text[range], as: UTF8.self)
      if let doubt = amount.doubt, amount.doubt != .tableHead || amount.value == nil {
        result.doubts.append(Doubt(message: "Beloppet \"\(written)\": \(doubt.message).", page: source.page))
      }
      if amount.doubt == .year || amount.doubt == .tableHead { continue }
      result.amounts.append(
        Money(
          quote: quote(around: range, in: sentence), asWritten: written, valueSEK: amount.value, kind: told.reading.kind,
          subject: told.subject, year: known.years.year(of: mask, in: sentence.masked.text, at: sentence.line, known.headings),
          source: source))
    }
    return result
  }

  /// The sums of the sentence itself, each with its mask in the masked text.
  private func told(_ known: Known) -> [(told: Told, mask: Int)] {
    let sentence = known.sentence
    let type = known.document.frontMatter.type
    let readings = kinds.readings(of: sentence.masked, after: known.before.last?.reading, in: type)
    let led = sentence.led.map { kinds.readings(of: $0, after: nil, in: type) }
    let finder = SubjectFinder(words: words.words(of: sentence.masked), classes: classes)
    var told: [(told: Told, mask: Int)] = []
    for (index, amount) in sentence.masked.amounts.enumerated() where amount.range.lowerBound >= sentence.prefix {
      var reading = readings[index]
      let earlier = earlier(amount, at: sentence.masked.offset(ofMask: index), told.map(\.told), known)
      if !reading.isSaid {
        if let earlier { reading = earlier.reading }
        if let led, led.count >= readings.count, case let inList = led[led.count - readings.count + index], inList.isSaid {
          reading = inList
        }
      }
      let subject =
        amount.part == .high
        ? told.last?.told.subject
        : subject(
          finder.subject(of: index), before: told.last?.told.subject ?? known.before.last?.subject, earlier: earlier?.subject, known)
      told.append((Told(amount: amount, reading: reading, subject: subject), sentence.masked.offset(ofMask: index)))
    }
    return told
  }

  /// The sum as it was told of before: in the same block, or anywhere where it is `de 90 miljonerna`.
  private func earlier(_ amount: Amount, at mask: Int, _ own: [Told], _ known: Known) -> Told? {
    guard amount.value != nil else { return nil }
    let isKnown = Self.articles.contains { known.sentence.masked.text[..<mask].suffix($0.count) == $0[...] }
    return ((isKnown ? known.all : known.before) + own).last { $0.amount.value == amount.value }
  }

  private static let articles = [" de ", " dessa "].map { Array($0.utf8) }

  /// The name found; what the sum before is of, or the heading, where the sentence names nothing.
  private func subject(_ found: SubjectFinder.Found, before: String?, earlier: String?, _ known: Known) -> String? {
    let heading = known.headings.subject(at: known.sentence.line)
    return switch found {
    case .named(let name): name
    case .asBefore: before ?? heading ?? known.headings.body
    case .nothing: earlier ?? heading ?? known.headings.body
    case .vague(let words, isBare: false): [words, heading].compactMap(\.self).joined(separator: ", ")
    case .vague(let words, isBare: true): heading ?? (words.contains(" ") ? words : known.headings.body ?? words)
    }
  }

  private func quote(around range: Range<Int>, in sentence: MoneySentences.Sentence) -> String {
    let text = sentence.passage.text
    var start = range.lowerBound
    var end = range.upperBound
    for _ in 0..<Self.wordsBefore where start > sentence.range.lowerBound {
      let before = text[sentence.range.lowerBound..<max(start - 1, sentence.range.lowerBound)]
      start = before.lastIndex(of: 0x20).map { $0 + 1 } ?? sentence.range.lowerBound
    }
    for _ in 0..<Self.wordsAfter where end < sentence.range.upperBound {
      end = text[min(end + 1, sentence.range.upperBound)..<sentence.range.upperBound].firstIndex(of: 0x20) ?? sentence.range.upperBound
    }
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
