/// Splits Swedish compounds (sammansättningar) into the words they are put together of: `hemsjukvårdsavgift` is hem, sjukvård and avgift.
///
/// Never by chance: every part is a word of the list in a form that stands there (the last one in any of its forms), has four letters or is a
/// known short word, and is joined as Swedish joins (-s-, -o-, -e-, -u-, -a-, or nothing). Of several ways the one with the fewest parts counts.
/// Where the machine has no word list nothing is split; ``missingNote`` says so.
public struct CompoundSplitter: Sendable {
  /// With the machine's word list, which is read when this is first asked for.
  public static let system = CompoundSplitter(CompoundForms(.system))

  private let forms: CompoundForms
  private static let fewestLetters = 6
  /// Longer words are no words, and would cost more than they are worth.
  private static let mostLetters = 48
  private static let mostParts = 4

  init(_ forms: CompoundForms) { self.forms = forms }

  /// With a list of its own: forms in lower case.
  public init(words: [String]) {
    self.init(CompoundForms(SwedishForms(words.joined(separator: " "))))
  }

  /// Whether no word list was found, so that nothing is split.
  public var isMissing: Bool { forms.isEmpty }

  /// What the user is told where there is no word list: one Swedish sentence.
  public static let missingNote =
    "den svenska ordlistan (\(SwedishForms.systemPath)) saknas, så sammansatta ord delas inte i sökningen; installera paketet wswedish"

  /// A part of a compound.
  public struct Part: Sendable, Hashable {
    /// As it stands in the compound, the joining letter with it: `avgifts`.
    public var form: String
    /// The word: `avgift`; the last part in the form that it has.
    public var word: String
  }

  /// The parts of `word` (in lower case), in order; empty where it is no compound.
  public func parts(of word: String) -> [Part] {
    guard let letters = SwedishForms.latin1(word.utf8) else { return [] }
    return (split(letters) ?? []).map { Part(form: Self.string($0.form), word: Self.string($0.word)) }
  }

  /// A part in ISO 8859-1.
  struct Cut {
    var form: ArraySlice<UInt8>
    var word: [UInt8]
  }

  /// The fewest parts of `word` (ISO 8859-1, lower case); nil where it is no compound.
  func split(_ word: [UInt8]) -> [Cut]? {
    guard !forms.isEmpty, word.count >= Self.fewestLetters, word.count <= Self.mostLetters, !isOpaque(word[...]) else { return nil }
    return best(word[...], Self.mostParts)
  }

  private func best(_ word: ArraySlice<UInt8>, _ partsLeft: Int) -> [Cut]? {
    var best: [Cut]?
    guard word.count >= 4 else { return nil }
    for cut in word.startIndex + 2...word.endIndex - 2 {
      guard let modifier = forms.modifier(word[..<cut]) else { continue }
      let first = Cut(form: word[..<cut], word: modifier)
      let found = rest(word[cut...], partsLeft - 1).map { [first] + $0 }
      if let found, isBetter(found, than: best) { best = found }
    }
    return best
  }

  private func rest(_ word: ArraySlice<UInt8>, _ partsLeft: Int) -> [Cut]? {
    if forms.isLast(word) { return [Cut(form: word, word: Array(word))] }
    return partsLeft > 1 ? best(word, partsLeft) : nil
  }

  /// Fewer parts; of as many, the one whose shortest part is longer.
  private func isBetter(_ cuts: [Cut], than other: [Cut]?) -> Bool {
    guard let other else { return true }
    if cuts.count != other.count { return cuts.count < other.count }
    return cuts.map(\.form.count).min() ?? 0 > other.map(\.form.count).min() ?? 0
  }

  private func isOpaque(_ word: ArraySlice<UInt8>) -> Bool { CompoundVocabulary.opaque.contains(word) }

  private static func string(_ letters: some Collection<UInt8>) -> String {
    String(decoding: SwedishForms.utf8(letters), as: UTF8.self)
  }
}
