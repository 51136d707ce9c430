internal import Rules

/// The words of a sentence with the part that each plays in it.
struct ClauseWords {
  /// What a word is to the reader of subjects.
  enum Part: Equatable {
    /// A sum of money, with its index in the sentence.
    case sum(Int)
    /// A comma, colon, bracket or dash by itself.
    case sign(UInt8)
    case verb
    /// Binds a thing to another (`för`, `inom`).
    case preposition
    /// Parts a clause from the one before (`vilket`, `medan`).
    case boundary
    case conjunction
    /// Points back (`det`, `därtill`).
    case pointer
    /// Names nothing (`även`, `ett`).
    case filler
    case time
    /// Names a kind of sum or the organ that reports (`kostnaden`, `nämnden`).
    case empty
    /// Names something.
    case name
    /// A number or the like.
    case figure
  }

  /// One word or sign.
  struct Word {
    /// Bytes of ``text``.
    var range: Range<Int>
    var part: Part
    /// In lower case.
    var lowered: String

    /// The beginning of a compound whose end follows: `barn-`.
    var isCutShort: Bool { lowered.count > 1 && lowered.hasSuffix("-") }
  }

  let text: [UInt8]
  let words: [Word]

  /// The place of the sum with this index.
  func place(ofSum index: Int) -> Int? { words.firstIndex { $0.part == .sum(index) } }

  /// The words as written.
  func text(of range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return String(decoding: text[words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound], as: UTF8.self)
  }

  func part(_ index: Int) -> Part? { words.indices.contains(index) ? words[index].part : nil }

  /// `2023`
  func isYear(_ index: Int) -> Bool { words[index].part == .time && words[index].lowered.first?.isNumber == true }

  /// Whether one of the words is a date like `2024-08-27`.
  var hasDate: Bool { words.contains { $0.lowered.count == 10 && $0.lowered.count(where: \.isNumber) == 8 } }

  /// A figure after a name with a capital (`Lodet 5`).
  func isPartOfName(_ index: Int) -> Bool {
    guard words[index].part == .figure, part(index - 1) == .name else { return false }
    return text.hasCapital(at: words[index - 1].range.lowerBound)
  }

  /// Whether one of the words names something.
  func names(_ range: Range<Int>) -> Bool { words[range].contains { $0.part == .name } }
}

/// Cuts sentences into words and tells their parts by the vocabulary.
struct ClauseReader {
  private let classes: [(part: ClauseWords.Part, pattern: Pattern)]
  private let perhapsVerb: Pattern?

  /// - Parameter ofHeadings: whether the texts are headings, where further words name nothing.
  init(_ rules: RuleSet, ofHeadings: Bool = false) {
    var names: [(ClauseWords.Part, String)] = [
      (.boundary, "satsgrans"), (.conjunction, "samordning"), (.preposition, "forord"), (.pointer, "overgang"), (.filler, "fyllnadsord"),
      (.verb, "satsverb"), (.time, "tidsord"), (.empty, "tomt_namn"),
    ]
    if ofHeadings { names.insert((.empty, "rubrikord"), at: 0) }
    classes = names.compactMap { part, name in
      rules.vocabulary.pattern(for: name, prefix: "\\A(?:", suffix: ")\\z").map { (part, $0) }
    }
    perhapsVerb = rules.vocabulary.pattern(for: "kanske_verb", prefix: "\\A(?:", suffix: ")\\z")
  }

  func words(of sentence: MaskedSentence) -> ClauseWords { words(of: sentence.text) { sentence.index(ofMaskAt: $0) } }

  func words(of text: [UInt8]) -> ClauseWords { words(of: text) { _ in nil } }

  private func words(of text: [UInt8], sum: (Int) -> Int?) -> ClauseWords {
    var words = pieces(of: text).map { range in
      let piece = Array(text[range])
      if let index = sum(range.lowerBound) { return ClauseWords.Word(range: range, part: .sum(index), lowered: "") }
      return ClauseWords.Word(range: range, part: part(of: piece), lowered: String(decoding: piece, as: UTF8.self).lowercased())
    }
    // `ökade kostnader` against `kostnaden ökade med`: a verb where no name follows.
    for index in words.indices where words[index].part != .verb && perhapsVerb?.matches(Array(words[index].lowered.utf8)) == true {
      let next = index + 1 < words.count ? words[index + 1].part : .sign(0)
      words[index].part = next == .name || next == .empty || next == .time && index == 0 ? .empty : .verb
    }
    for index in words.indices { words[index].part = partInContext(of: index, words, text) }
    return ClauseWords(text: text, words: words)
  }

  /// What the words before make of a word.
  private func partInContext(of index: Int, _ words: [ClauseWords.Word], _ text: [UInt8]) -> ClauseWords.Part {
    let word = words[index]
    guard index > 0 else { return word.part }
    let before = words[index - 1]
    switch word.part {
    // `barn- och utbildningsnämnden` is one name.
    case .conjunction where before.isCutShort, .sign(UInt8(ascii: ",")) where before.isCutShort: return .name
    // `till och med` binds, and joins nothing.
    case .conjunction where word.lowered == "och" && ["till", "från"].contains(before.lowered):
      return index + 1 < words.count && words[index + 1].lowered == "med" ? .preposition : .conjunction
    // A name may look like a verb: `Kvarnbackens Såg`.
    case .verb, .filler: return text.hasCapital(at: word.range.lowerBound) && before.part == .name ? .name : word.part
    case .name, .empty:
      let isAfter = { (verbs: Set<String>) in
        verbs.contains(before.lowered) || before.part == .filler && index > 1 && verbs.contains(words[index - 2].lowered)
      }
      if isAfter(Self.having), Self.supineEndings.contains(where: word.lowered.hasSuffix) { return .verb }
      return isAfter(Self.modal) && Self.infinitiveEndings.contains(where: word.lowered.hasSuffix) ? .verb : word.part
    default: return word.part
    }
  }

  private static let having: Set<String> = ["har", "hade", "ha"]
  private static let supineEndings = [
    "at", "ats", "it", "its", "tt", "tts", "rt", "rts", "lt", "lts", "nt", "nts", "st", "kt", "kts", "pt",
  ]
  private static let modal: Set<String> = ["ska", "skall", "skulle", "kan", "kunde", "bör", "borde", "måste", "vill", "behöver"]
  private static let infinitiveEndings = ["a", "as"]

  private func part(of piece: [UInt8]) -> ClauseWords.Part {
    if piece.count == 1, Self.signs.contains(piece[0]) { return .sign(piece[0]) }
    if Self.dashes.contains(piece) { return .sign(UInt8(ascii: "-")) }
    let signature = TextSignature(piece)
    if let known = classes.first(where: { $0.pattern.matches(piece, signature) }) { return known.part }
    if Self.numbers.contains(String(decoding: piece, as: UTF8.self).lowercased()) { return .figure }
    if piece.count(where: { $0 &- 0x30 < 10 }) > 2, !piece.contains(UInt8(ascii: ":")) { return .figure }
    // `Tallsjö 4:12`: a property by its number.
    if piece.contains(UInt8(ascii: ":")), piece.first.map({ $0 &- 0x30 < 10 }) == true { return .name }
    return piece.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } && piece.count > 1 ? .name : .figure
  }

  private static let numbers: Set<String> = [
    "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "hundra", "tusen",
  ]
  private static let signs = Set(",;:()".utf8)
  private static let dashes: [[UInt8]] = ["-", "–", "—", "•", "*"].map { Array($0.utf8) }
  private static let masks = Vocabulary.masks.map { Array($0.utf8) }

  /// Words between spaces, with sums and the signs at their ends by themselves.
  private func pieces(of text: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    func end(_ index: Int) {
      if start < index { pieces += split(text, start..<index) }
    }
    var index = 0
    while index < text.count {
      let mask = Self.masks.contains { text[index...].starts(with: $0) } ? 3 : 0
      if mask > 0 || text[index] == 0x20 {
        end(index)
        if mask > 0 { pieces.append(index..<index + mask) }
        index += max(mask, 1)
        start = index
      } else {
        index += 1
      }
    }
    end(text.count)
    return pieces
  }

  /// Less the quotation marks, and the signs at both ends by themselves.
  private func split(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var before: [Range<Int>] = []
    var after: [Range<Int>] = []
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.signs.contains(text[low]) || text[low] == UInt8(ascii: "\"") {
      if text[low] != UInt8(ascii: "\"") { before.append(low..<low + 1) }
      low += 1
    }
    let isShortForm = text[low..<high].dropLast().contains(UInt8(ascii: "."))
    while low < high, Self.signs.contains(text[high - 1]) || Self.closers.contains(text[high - 1]) && !isShortForm {
      if Self.signs.contains(text[high - 1]) { after.insert(high - 1..<high, at: 0) }
      high -= 1
    }
    return before + (low < high ? [low..<high] : []) + after
  }

  private static let closers = Set(".!?\"".utf8)
}

extension [UInt8] {
  /// Whether the letter at `offset` is a capital: ASCII or one of `À`...`Þ`.
  fileprivate func hasCapital(at offset: Int) -> Bool {
    self[offset] &- 0x41 < 26 || self[offset] == 0xC3 && offset + 1 < count && self[offset + 1] < 0x9F
  }
}
