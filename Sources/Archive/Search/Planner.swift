internal import Foundation
internal import Language
internal import Querying
internal import SearchIndex

/// From a query as it was read to what the index is asked.
struct Planner {
  let snapshot: Snapshot

  /// How much the ways count in which a word may stand. A form's stem is a hit for the form itself too, so that the exact form has both.
  private enum Weight {
    static let stem: Float = 0.7
    static let exact: Float = 0.3
    static let part: Float = 0.25
    /// `placeringskostnad` for "kostnader för placeringar".
    static let apart: Float = 0.4
    /// A short form for what it stands for.
    static let alternative: Float = 0.7
  }

  /// How many other words may stand between the parts of a compound that is written apart.
  private static let apartWithin = 4

  func plan(_ node: QueryNode) -> Plan { plan(node, headingOnly: false) }

  private func plan(_ node: QueryNode, headingOnly: Bool) -> Plan {
    switch node {
    case .all(let children): all(children, headingOnly: headingOnly)
    case .any(let children): .any(children.map { plan($0, headingOnly: headingOnly) })
    case .not(let child): .except(.everything, plan(child, headingOnly: headingOnly))
    case .word(let word): self.word(word, headingOnly: headingOnly)
    case .phrase(let words): .phrase(words.map(Self.placed), headingOnly: headingOnly)
    case .near(let children, let distance): near(children, within: distance)
    case .prefix(let text): .word([Plan.Form(Term(.exact, text), weight: 1, headingOnly: headingOnly, isPrefix: true)])
    case .heading(let child): plan(child, headingOnly: true)
    case .alternatives(let first, let others):
      .any([plan(first, headingOnly: headingOnly)] + others.map { .weighted(plan($0, headingOnly: headingOnly), Weight.alternative) })
    case .condition(let condition): plan(condition)
    }
  }

  // Words that only bind others need not be there, unless nothing else is asked for.
  private func all(_ children: [QueryNode], headingOnly: Bool) -> Plan {
    let unwanted = children.compactMap { child in if case .not(let inner) = child { inner } else { nil } }
    let wanted = children.filter { child in if case .not = child { false } else { true } }
    let saying = wanted.filter { child in if case .word(let word) = child { !word.isCommon } else { true } }
    let isAsked = saying.contains { child in if case .condition = child { false } else { true } }
    let plans = (isAsked || wanted.count == saying.count ? saying : wanted).map { plan($0, headingOnly: headingOnly) }
    let found: Plan = plans.isEmpty ? .everything : plans.count == 1 ? plans[0] : .all(plans)
    return unwanted.isEmpty ? found : .except(found, .any(unwanted.map { plan($0, headingOnly: headingOnly) }))
  }

  private func word(_ word: QueryWord, headingOnly: Bool) -> Plan {
    let forms = [
      Plan.Form(Term(.stem, word.stem), weight: Weight.stem, headingOnly: headingOnly),
      Plan.Form(Term(.exact, word.exact), weight: Weight.exact, headingOnly: headingOnly),
      Plan.Form(Term(.part, word.stem), weight: Weight.part, headingOnly: headingOnly),
    ]
    if word.parts.count < 2 || headingOnly { return .word(forms) }
    let apart = Plan.near(word.parts.map { [Plan.Form(Term(.stem, $0), weight: 1)] }, within: Self.apartWithin)
    return .any([.word(forms), .weighted(apart, Weight.apart)])
  }

  private static func placed(_ word: QueryWord) -> [Plan.Form] { [Plan.Form(Term(.stem, word.stem), weight: 1)] }

  // The words of a phrase must stand side by side too.
  private func near(_ children: [QueryNode], within distance: Int) -> Plan {
    var words: [[Plan.Form]] = []
    var phrases: [Plan] = []
    for child in children {
      switch child {
      case .word(let word): words.append(Self.placed(word))
      case .prefix(let text): words.append([Plan.Form(Term(.stem, text), weight: 1, isPrefix: true)])
      case .phrase(let phrase):
        words += phrase.map(Self.placed)
        phrases.append(.phrase(phrase.map(Self.placed)))
      default: phrases.append(plan(child))
      }
    }
    let near = Plan.near(words, within: distance)
    return phrases.isEmpty ? near : .all([near] + phrases)
  }
}

extension Planner {
  private func plan(_ condition: Condition) -> Plan {
    switch condition {
    case .body(let name): .sections(named(name, \.body))
    case .municipality(let name): .sections(named(name, \.municipality))
    case .documentType(let name): .sections(named(name, \.type))
    case .years(let years): .sections(snapshot.sections { $0.year.map(years.contains) ?? false })
    case .dates(let first, let last): .sections(days(first ?? "", last ?? "9999"))
    case .factKind(let kind): .attribute(SectionAttribute.fact(kind.rawValue))
    case .outcome(let value): .attribute(SectionAttribute.outcome(value))
    case .goalOutcome(let value): .attribute(SectionAttribute.goalOutcome(value))
    case .caseNumber(let number): .attribute(SectionAttribute.caseNumber(number))
    case .paragraph(let number): .attribute(SectionAttribute.paragraf(number))
    case .party(let letters): .attribute(SectionAttribute.party(letters))
    case .person(let words): .all(SectionAttribute.name(words.map(\.exact)).map(Plan.attribute))
    case .amount(let bounds): .amount(Self.range(bounds))
    }
  }

  // The name itself where the archive has it, else names in which it stands: `organ:social` is Socialnämnden.
  private func named(_ name: String, _ field: KeyPath<Snapshot.Entry, Int32>) -> [Range<Int>] {
    let wanted = name.lowercased()
    let numbers = snapshot.names.indices.filter { snapshot.names[$0].lowercased() == wanted }
    let near = numbers.isEmpty ? snapshot.names.indices.filter { snapshot.names[$0].lowercased().contains(wanted) } : numbers
    let meant = Set(near.map { Int32($0) })
    return snapshot.sections { meant.contains($0[keyPath: field]) }
  }

  // ISO 8601 days are in the order of their letters.
  private func days(_ first: String, _ last: String) -> [Range<Int>] {
    snapshot.sections { document in
      guard let day = snapshot.name(document.date) else { return false }
      return day >= first && day <= last
    }
  }

  /// The whole kronor within bounds.
  static func range(_ bounds: AmountBounds) -> ClosedRange<Int64> {
    let lower = bounds.lower.map { bound in whole(bound.kronor, .up) + (bound.isInclusive || !isWhole(bound.kronor) ? 0 : 1) } ?? 0
    let upper = bounds.upper.map { bound in whole(bound.kronor, .down) - (bound.isInclusive || !isWhole(bound.kronor) ? 0 : 1) } ?? .max
    return max(0, lower)...max(0, lower, upper)
  }

  private static func whole(_ kronor: Decimal, _ mode: NSDecimalNumber.RoundingMode) -> Int64 {
    var (value, rounded) = (kronor, Decimal())
    NSDecimalRound(&rounded, &value, 0, mode)
    // Far below where Int64 ends, so that one more or less is no matter.
    return Int64((NSDecimalNumber(decimal: rounded).doubleValue).clamped(to: -1e18...1e18))
  }

  private static func isWhole(_ kronor: Decimal) -> Bool {
    var (value, rounded) = (kronor, Decimal())
    NSDecimalRound(&rounded, &value, 0, .plain)
    return rounded == kronor
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
