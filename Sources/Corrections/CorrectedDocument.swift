public import Facts

/// A document's facts with what readers have said of them.
public struct CorrectedDocument: Sendable {
  /// As read, with the values that readers mended. Facts said to be wrong still stand there.
  public private(set) var facts: FactsDocument
  /// What holds of each fact that something was said of; of several corrections the last.
  public private(set) var states: [FactPlace: FactState] = [:]
  /// Corrections of facts that are no longer read.
  public private(set) var lost: [Correction] = []

  /// - Parameter corrections: those that hold (``Swift/Array/current``), in their order.
  public init(_ facts: FactsDocument, _ corrections: [Correction]) {
    self.facts = facts
    for correction in corrections {
      guard let place = Self.place(of: correction, in: facts), let fact = facts.fact(at: place) else {
        lost.append(correction)
        continue
      }
      states[place] = FactState(correction: correction, reading: Self.reading(fact, correction))
    }
    for (place, state) in states where state.correction.verdict == .mended && state.reading == .asThen {
      // The values were looked at when the correction was made; should a field's form have changed since, the fact stays as it was read.
      try? self.facts.mend(place, state.correction.mended)
    }
  }

  /// For what is made of the facts: with the mended values, and without what readers said was wrong.
  public var factsInUse: FactsDocument {
    var kept = facts
    kept.remove(states.filter { $0.value.correction.verdict == .wrong && $0.value.reading == .asThen }.keys)
    return kept
  }

  /// What has to be said where `factsInUse` are shown, one Swedish sentence; nil where they are as they were read.
  public var remark: String? {
    let used = states.values.filter { $0.reading == .asThen }.map(\.correction.verdict)
    let (mended, wrong) = (used.count { $0 == .mended }, used.count { $0 == .wrong })
    if mended + wrong == 0 { return nil }
    let parts = [
      mended > 0 ? "\(mended) \(mended == 1 ? "uppgift är rättad" : "uppgifter är rättade")" : nil,
      wrong > 0 ? "\(wrong) \(wrong == 1 ? "uppgift är utelämnad" : "uppgifter är utelämnade")" : nil,
    ]
    return "\(facts.document.source): \(parts.compactMap { $0 }.joined(separator: " och ")) av läsare; se dokumentet."
  }

  // The fact that the correction is of: the one with its values, else the one that stands on its place in the document.
  private static func place(of correction: Correction, in facts: FactsDocument) -> FactPlace? {
    let place = correction.place
    if place.list == .document || place.list == .paragraf { return facts.fact(at: place) == nil ? nil : place }
    let places = facts.places(of: place.list, paragraf: place.paragraf)
    let nearest = places.sorted { abs($0.number - place.number) < abs($1.number - place.number) }
    return nearest.first { facts.fact(at: $0).map { isAsRead($0, correction) } ?? false }
      ?? nearest.first { facts.fact(at: $0).map { standsThere($0, correction) } ?? false }
  }

  private static func reading(_ fact: any CorrectableFact, _ correction: Correction) -> FactState.Reading {
    if isAsRead(fact, correction) { return .asThen }
    let wanted = correction.read.merging(correction.mended) { $1 }
    let isAsMended = correction.verdict == .mended && has(fact, wanted)
    return isAsMended ? .asMended : .otherwise
  }

  private static func isAsRead(_ fact: any CorrectableFact, _ correction: Correction) -> Bool { has(fact, correction.read) }

  // A field that has come with a later version was not there to be looked at.
  private static func has(_ fact: any CorrectableFact, _ values: [String: String]) -> Bool {
    fact.values.allSatisfy { key, value in values[key] == nil || values[key] == value }
  }

  private static func standsThere(_ fact: any CorrectableFact, _ correction: Correction) -> Bool {
    guard let source = fact.evidence, source.page == correction.page, let quote = correction.quote.map(letters) else { return false }
    let now = letters(source.quote)
    return !now.isEmpty && !quote.isEmpty && (now.contains(quote) || quote.contains(now))
  }

  private static func letters(_ text: String) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
}

/// What a reader has said of a fact, and whether it is still read as it was then.
public struct FactState: Sendable, Equatable {
  /// How the fact is read now.
  public enum Reading: Sendable, Equatable {
    /// As when it was corrected: the correction holds.
    case asThen
    /// As the reader said that it should be.
    case asMended
    /// In another way, that the reader has not seen.
    case otherwise
  }

  public var correction: Correction
  public var reading: Reading
}
