import Foundation
import Language
import Querying

/// Every text is a query: it is read, or a note says why nothing is asked for.
final class QueryPromises {
  private let analyzer: Analyzer
  private let context: QueryContext

  init() throws {
    analyzer = try Analyzer()
    var context = QueryContext(units: MoneyUnits([.init("kr", factor: 1), .init("mnkr", factor: 1_000_000)], approximations: []))
    context.bodies = ["Socialnämnden", "Tekniska nämnden", "Kommunstyrelsen"]
    context.bodyAbbreviations = [.init("KS", "kommunstyrelsen")]
    context.abbreviations = [.init("IFO", "individ- och familjeomsorg")]
    context.outcomes = [.init("avslag", "avslag"), .init("bifall", "bifall")]
    context.goalOutcomes = [.init("delvis uppnått", "delvis_uppnått")]
    self.context = context
  }

  func check(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let parsed = QueryParser.parse(text, context: context, analyzer: analyzer)
    let read = Array(parsed.text.utf8)
    for note in parsed.notes {
      try RangePromise(read, "note").holds(note.place, mayBeEmpty: true)
      try promise(!note.message.isEmpty && note.marked.contains("^"), "a note does not say what is wrong, or where")
    }
    if let root = parsed.root { try check(root, RangePromise(read, "word"), depth: 0) }
    try promise(parsed.root != nil || !parsed.notes.isEmpty, "nothing is asked for and no note says so")
    try promise(parsed == QueryParser.parse(text, context: context, analyzer: analyzer), "the same text is read in two ways")
    for chip in parsed.chips {
      try promise(chip.without.utf8.count < read.count, "without its field the query is no shorter")
    }
  }

  private func check(_ node: QueryNode, _ range: RangePromise, depth: Int) throws {
    try promise(depth < 100, "the tree is deeper than parentheses may be")
    switch node {
    case .all(let children), .any(let children), .near(let children, _):
      try promise(children.count > 1, "a node of one child or none")
      for child in children { try check(child, range, depth: depth + 1) }
    case .not(let child), .heading(let child): try check(child, range, depth: depth + 1)
    case .alternatives(let typed, let others): for child in [typed] + others { try check(child, range, depth: depth + 1) }
    case .word(let word): try check(word, range)
    case .phrase(let words):
      try promise(words.count > 1, "a phrase of one word or none")
      for word in words { try check(word, range) }
    case .prefix(let beginning): try promise(beginning.count > 1, "a prefix of one letter or none")
    case .condition: break
    }
  }

  private func check(_ word: QueryWord, _ range: RangePromise) throws {
    try range.holds(word.place)
    try promise(!word.exact.isEmpty && !word.stem.isEmpty, "a word without letters")
  }
}
