internal import Foundation
internal import Language

/// Says in Swedish how a query was read.
enum Understood {
  static func sentence(_ node: QueryNode) -> String { say(node, within: false) }

  /// A field of the query by itself.
  static func chip(_ node: QueryNode, isNegated: Bool) -> String { (isNegated ? "inte " : "") + say(node, within: true) }

  /// Each of the values of a field.
  static func values(of node: QueryNode) -> [String] {
    if case .any(let children) = node { return children.flatMap(values) }
    return [say(node, within: true)]
  }

  private static func say(_ node: QueryNode, within: Bool) -> String {
    switch node {
    case .all(let children): return bracketed(list(children.map { say($0, within: true) }, "och"), within)
    case .any(let children): return bracketed(list(children.map { say($0, within: true) }, "eller"), within)
    case .not(let child): return "inte \(say(child, within: true))"
    case .word(let word): return word.typed
    case .phrase(let words): return quoted(words)
    case .near(let children, let within):
      return "\(children.map { say($0, within: true) }.joined(separator: " nära ")) (högst \(within) ord emellan)"
    case .prefix(let beginning): return "ord som börjar på \(beginning)"
    case .heading(let child): return "i rubriken \(say(child, within: true))"
    case .alternatives(let typed, let others):
      return "\(say(typed, within: true)) (även \(others.map { say($0, within: true) }.joined(separator: ", ")))"
    case .condition(let condition): return say(condition)
    }
  }

  private static func bracketed(_ text: String, _ isWithin: Bool) -> String { isWithin ? "(\(text))" : text }

  private static func quoted(_ words: [QueryWord]) -> String { "\"\(words.map(\.typed).joined(separator: " "))\"" }

  private static func list(_ items: [String], _ word: String) -> String {
    guard items.count > 2, let last = items.last else { return items.joined(separator: " \(word) ") }
    return "\(items.dropLast().joined(separator: ", ")) \(word) \(last)"
  }

  private static func say(_ condition: Condition) -> String {
    switch condition {
    case .body(let name): return "organ \(name)"
    case .municipality(let name): return "kommun \(name)"
    case .years(let years): return say(years)
    case .dates(let from, let through): return say(from: from, through: through)
    case .factKind(let fact): return "typ \(fact.swedish)"
    case .outcome(let outcome): return "utfall \(outcome)"
    case .goalOutcome(let outcome): return "mål \(outcome.replacing("_", with: " "))"
    case .caseNumber(let number): return "diarienummer \(number)"
    case .paragraph(let number): return "§ \(number)"
    case .party(let letters): return "part \(letters)"
    case .person(let words): return "person \(words.map(\.typed).joined(separator: " "))"
    case .amount(let bounds): return say(bounds)
    case .documentType(let type): return "dokument \(type)"
    }
  }

  private static func say(_ years: ClosedRange<Int>) -> String {
    if years.count == 1 { return "år \(years.lowerBound)" }
    if years.upperBound == Condition.openYears.upperBound { return "från och med år \(years.lowerBound)" }
    if years.lowerBound == Condition.openYears.lowerBound { return "till och med år \(years.upperBound)" }
    return "år \(years.lowerBound)–\(years.upperBound)"
  }

  private static func say(from: String?, through: String?) -> String {
    switch (from, through) {
    case (let from?, let through?): from == through ? "datum \(from)" : "datum \(from)–\(through)"
    case (let from?, nil): "från och med \(from)"
    case (nil, let through): "till och med \(through ?? "")"
    }
  }

  private static func say(_ bounds: AmountBounds) -> String {
    switch (bounds.lower, bounds.upper) {
    case (let lower?, let upper?) where lower == upper: return "belopp \(SwedishNumber.kronor(lower.kronor))"
    case (let lower?, let upper?): return "belopp \(SwedishNumber.kronor(lower.kronor))–\(SwedishNumber.kronor(upper.kronor))"
    case (let lower?, nil): return "belopp \(lower.isInclusive ? "från" : "över") \(SwedishNumber.kronor(lower.kronor))"
    case (nil, let upper?): return "belopp \(upper.isInclusive ? "till och med" : "under") \(SwedishNumber.kronor(upper.kronor))"
    case (nil, nil): return "belopp"
    }
  }
}
