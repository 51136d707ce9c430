internal import Corrections
internal import Facts

/// What a reader has said of a fact, as it stands beside it.
struct Judgement: Sendable {
  /// "rättad av Eva Ek 2026-01-02".
  let words: String
  /// A class of the style: right, mended or wrong.
  let style: String
  /// What was read and mended: "rubrik: ”Taxa” lästes som ”Tara”".
  let changes: [String]
  let note: String?
  /// That the document has been read in another way since.
  let doubt: String?

  init(_ state: FactState) { self.init(state.correction, state.reading) }

  /// - Parameter reading: how the fact is read now.
  init(_ correction: Correction, _ reading: FactState.Reading = .asThen) {
    let by = "av \(correction.who) \(correction.at.prefix(10))"
    switch correction.verdict {
    case .right: (words, style) = ("bekräftad \(by)", "right")
    case .wrong: (words, style) = ("stämmer inte, enligt \(correction.who) \(correction.at.prefix(10))", "wrong")
    case .mended: (words, style) = ("rättad \(by)", "mended")
    case .withdrawn: (words, style) = ("rättelsen tagen tillbaka \(by)", "right")
    }
    changes = Self.changes(correction, in: reading)
    note = correction.note.isEmpty ? nil : correction.note
    doubt =
      reading == .otherwise
      ? "Dokumentet har lästs på nytt sedan dess och uppgiften lästes då på ett annat sätt: se efter vad som gäller." : nil
  }

  private static func changes(_ correction: Correction, in reading: FactState.Reading) -> [String] {
    correction.place.list.fields.compactMap { field in
      guard let value = correction.mended[field.key] else { return nil }
      let read = correction.read[field.key] ?? ""
      // Where the correction does not stand in the fact itself, it has to be told what it says.
      if reading == .otherwise { return "\(field.name): \(shown(value, field.form)) enligt rättelsen" }
      return "\(field.name) lästes som \(shown(read, field.form))"
    }
  }

  private static func shown(_ value: String, _ form: FieldForm) -> String {
    if value.isEmpty { return "ingenting" }
    if case .choice = form { return "”\(Words.words(value))”" }
    return "”\(value)”"
  }
}
