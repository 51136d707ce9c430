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
    let names = correction.fieldNames
    return correction.mended.sorted { $0.key < $1.key }.map { key, value in
      let read = correction.read[key].flatMap { $0.isEmpty ? nil : "”\(Words.words($0))”" } ?? "ingenting"
      let name = names[key] ?? key
      // Where the correction does not stand in the fact itself, it has to be told what it says.
      return reading == .otherwise ? "\(name): ”\(Words.words(value))” enligt rättelsen" : "\(name) lästes som \(read)"
    }
  }
}

extension Correction {
  /// What the fields that it mends are called.
  var fieldNames: [String: String] {
    Dictionary(place.list.fieldNames.map { ($0.key, $0.name) }) { first, _ in first }
  }
}
