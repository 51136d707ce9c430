/// What becomes of a hyphen at the end of a line.
public enum Joint: Sendable, Hashable {
  /// The hyphen is the line break's own: it goes, and the halves are one word (`social-` / `nämnden`).
  case join
  /// The hyphen belongs to the word: it stays, without a space (`e-` / `tjänster`, `SoL-` / `boende`).
  case keepHyphen
  /// A suspended word: hyphen and space stay (`Individ-` / `och familjenämnden`).
  case keepHyphenAndSpace
}

/// Joins words that are broken at the end of a line (avstavning), by the form of the halves and a word list.
public struct Hyphenation: Sendable {
  private let words: WordList
  /// Words after which a suspended word's other half comes; never the end of a hyphenated word.
  private static let conjunctions = ["och", "eller", "respektive", "resp", "&"].map { [UInt8]($0.utf8)[...] }
  /// Such words that also end longer words (verksamt, intill, eftersom).
  private static let ambiguousConjunctions = ["samt", "till", "som", "men", "alternativt"].map { [UInt8]($0.utf8)[...] }

  private static let answers = ["ja", "nej"].map { [UInt8]($0.utf8) }

  public init(words: WordList) { self.words = words }

  /// How a line that ends in a hyphen goes on in the next.
  /// - Parameters:
  ///   - before: the line (or its last word), UTF-8, with the hyphen (`-`, U+2010 or a soft hyphen) as its last character.
  ///   - after: the next line, UTF-8.
  public func joins(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Joint {
    if before.suffix(2).elementsEqual(Hyphen.soft) { return .join }
    let first = LetterRun.last(in: Hyphen.dropping(before))
    let second = LetterRun.first(in: after)
    guard !first.bytes.isEmpty, !second.bytes.isEmpty else { return second.startsWithDigit ? .keepHyphen : .keepHyphenAndSpace }
    if first.hasDigit || second.startsWithDigit { return .keepHyphen }
    if isSuspended(first, second, after) { return .keepHyphenAndSpace }
    return joinsLetters(first, second)
  }

  private func isSuspended(_ first: LetterRun, _ second: LetterRun, _ after: ArraySlice<UInt8>) -> Bool {
    if Hyphenation.conjunctions.contains(second.bytes) { return true }
    if Hyphenation.ambiguousConjunctions.contains(second.bytes) { return !words.contains((first.bytes + second.bytes)[...]) }
    let rest = after[second.bytes.endIndex...]
    guard rest.first == Hyphen.ascii, let next = rest.dropFirst().first, next == 0x20 || next == 0x2C else { return false }
    return !words.contains((first.bytes + second.bytes)[...])
  }

  private func joinsLetters(_ first: LetterRun, _ second: LetterRun) -> Joint {
    if first.letters == 1 { return .keepHyphen }
    if second.startsWithCapital, !(first.isAllCapitals && second.isAllCapitals) { return .keepHyphen }
    if first.hasInnerCapital, !second.startsWithCapital { return .keepHyphen }
    let joined = (first.bytes + second.bytes)[...]
    if words.contains(joined) { return .join }
    if isAnswer(first) { return .keepHyphen }
    if words.isCompound(joined) { return .join }
    if words.contains((first.bytes + [Hyphen.ascii] + second.bytes)[...]) { return .keepHyphen }
    return isAbbreviation(first) && words.knows(second.bytes) ? .keepHyphen : .join
  }

  /// "Ja" and "nej" keep their hyphen before what is counted or put to the vote (ja-röster, nej-propositionen).
  private func isAnswer(_ run: LetterRun) -> Bool { Latin1.folded(run.bytes).map(Hyphenation.answers.contains) ?? false }

  /// Two or three letters that are no word: an abbreviation, if what follows is a word by itself (va-taxan, it-system).
  private func isAbbreviation(_ run: LetterRun) -> Bool { run.letters < 4 && !words.contains(run.bytes) }
}

/// The hyphens that can end a line.
enum Hyphen {
  static let ascii = UInt8(ascii: "-")
  static let soft: [UInt8] = [softLead, 0xAD]
  static let softLead: UInt8 = 0xC2
  private static let typographic: [UInt8] = [0xE2, 0x80, 0x90]

  /// The number of bytes of the hyphen that ends the text; 0 where none does, or where what stands before it is no letter or digit
  /// (a dash between spaces, `---`).
  static func length(atEndOf text: ArraySlice<UInt8>) -> Int {
    let length = rawLength(atEndOf: text)
    guard length > 0, let before = text.dropLast(length).last else { return 0 }
    return ASCII.isLetterOrDigit(before) || before >= 0x80 ? length : 0
  }

  static func dropping(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> { text.dropLast(rawLength(atEndOf: text)) }

  private static func rawLength(atEndOf text: ArraySlice<UInt8>) -> Int {
    if text.last == ascii { return 1 }
    if text.suffix(2).elementsEqual(soft) { return 2 }
    return text.suffix(3).elementsEqual(typographic) ? 3 : 0
  }
}
