internal import Corrections
internal import Facts
internal import Foundation

/// What a reader has filled in.
struct CorrectionForm: Sendable {
  let verdict: Correction.Verdict
  let values: [String: String]
  let note: String
  /// The number of the correction that stood there when the form was opened; nil for none.
  let replaces: Int64?
  /// Whether those of the same list that no one has judged are right, too.
  let isForRest: Bool

  /// Bytes.
  private static let longestNote = 4000

  /// Throws a `Problem` for what no form of the page sends.
  init(_ fields: Fields) throws {
    guard let verdict = fields["svar"].flatMap(Correction.Verdict.init) else {
      throw Problem.badRequest("Välj om uppgiften stämmer eller inte.")
    }
    self.verdict = verdict
    note = fields["anteckning"] ?? ""
    guard note.utf8.count <= Self.longestNote else {
      throw Problem.badRequest("Anteckningen är längre än \(Self.longestNote) tecken; korta den.")
    }
    replaces = fields["ersatter"].flatMap(Int64.init)
    isForRest = fields["resten"] != nil
    let names = Set(FactList.allCases.flatMap { $0.fields.map(\.key) })
    values = Dictionary(uniqueKeysWithValues: names.compactMap { name in fields.given("f-\(name)").map { (name, $0) } })
  }

  /// Throws a `FieldMistake` for a value that its field cannot hold, and for a mended fact that is as it was.
  func corrections(of subject: CorrectedFact, in facts: FactsDocument, who: String, at time: Date) throws -> [Correction] {
    let at = time.formatted(.iso8601)
    func made(_ verdict: Correction.Verdict, _ place: FactPlace) throws -> Correction {
      guard let correction = Correction(verdict, of: place, in: facts, note: note, who: who, at: at) else {
        throw Problem.notFound("Uppgiften finns inte längre i dokumentet.")
      }
      return correction
    }
    if verdict == .right, values.contains(where: { $0.value != (subject.fact.values[$0.key] ?? $0.value) }) {
      throw FieldMistake.changedAndRight
    }
    var first = try made(verdict, subject.place)
    first.replaces = replaces
    // Who says that a fact is right means it as it is shown: with what was mended before.
    if verdict == .mended || verdict == .right {
      try first.mend(verdict == .right ? subject.fact.values : values, in: facts)
      if verdict == .mended, first.mended.isEmpty { throw FieldMistake.nothingChanged }
      first.verdict = first.mended.isEmpty ? .right : .mended
    }
    return [first] + (try isForRest ? subject.unjudged.map { try made(.right, $0) } : [])
  }
}
