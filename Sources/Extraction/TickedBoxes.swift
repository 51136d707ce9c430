internal import Rules

/// Finds what is ticked where the steps of a scale stand with a box each ("☒ Uppnått ☐ Delvis uppnått ☐ Ej uppnått"), on a line or on one each.
struct TickedBoxes {
  private let empty: Pattern?
  private let ticked: Pattern?
  private let sign: Pattern?

  init(_ vocabulary: Vocabulary) {
    empty = vocabulary.pattern(for: "tom_ruta")
    ticked = vocabulary.pattern(for: "kryssad_ruta", prefix: "\\A")
    sign = vocabulary.pattern(for: "rutor")
  }

  /// The words behind the boxes that are ticked, none where all are empty; nil where the text has no boxes.
  func words(in text: [UInt8]) -> [[UInt8]]? {
    // A tick alone may stand for anything; at the beginning it stands for what follows.
    guard empty?.matches(text) ?? false || ticked?.matches(text) ?? false else { return nil }
    let signs = sign?.allMatches(in: text).map(\.range) ?? []
    let ends = signs.dropFirst().map(\.lowerBound) + [text.count]
    return zip(signs, ends).compactMap { sign, end in
      empty?.matches(Array(text[sign])) ?? false ? nil : Array(text[sign.upperBound..<end])
    }
  }
}
