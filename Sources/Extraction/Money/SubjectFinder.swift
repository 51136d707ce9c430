internal import Rules

/// The words of the vocabulary by which subjects are told.
struct SubjectWords {
  /// Words that begin a circumstance (`enligt`, `under`): what follows is not what the sum is of.
  private let asides: Pattern?
  /// Verbs whose subject gives or decides.
  private let givers: Pattern?
  /// Bodies that every municipality has.
  private let bodies: Pattern?
  /// Words that begin a reason (`till följd av`).
  private let reasons: Pattern?

  init(_ rules: RuleSet) {
    asides = rules.vocabulary.pattern(for: "bisak", prefix: "\\A(?:", suffix: ")\\z")
    givers = rules.vocabulary.pattern(for: "givarverb", prefix: "\\A(?:", suffix: ")\\z")
    bodies = rules.vocabulary.pattern(for: "ensamt_organ", prefix: "\\A(?:", suffix: ")\\z")
    reasons = rules.vocabulary.pattern(for: "orsak", prefix: "\\A(?:", suffix: ")(?!\\w)")
  }

  func isAside(_ word: String) -> Bool { asides?.matches(Array(word.utf8)) ?? false }

  func isBody(_ word: String) -> Bool { bodies?.matches(Array(word.utf8)) ?? false }

  /// Whether a text begins with a reason.
  func beginsReason(_ text: [UInt8]) -> Bool { reasons?.matches(text) ?? false }

  func isGiver(_ verb: String) -> Bool { givers?.matches(Array(verb.utf8)) ?? false }
}

/// Finds in a sentence what a sum is of: the name that governs it, in the sentence's own words.
struct SubjectFinder {
  let words: ClauseWords
  let classes: SubjectWords

  /// What a sentence tells.
  enum Found: Equatable {
    /// A name.
    case named(String)
    /// Words that only say what kind of sum it is (`årets negativa resultat`); bare where they are one word and a time (`resultatet för helåret`).
    case vague(String, isBare: Bool)
    /// What the sum before is of.
    case asBefore
    case nothing
  }

  private static let pointing: Set<String> = ["dessa", "detta", "denna", "de", "den", "det"]

  /// A longer name is cut at a word that binds.
  private static let longest = 9

  func subject(of sum: Int) -> Found {
    guard let place = words.place(ofSum: sum) else { return .nothing }
    return subject(endingAt: place, after: place, depth: 0)
  }

  /// What a heading names; nil where it is a sentence, or only says what kind of text follows.
  var subjectOfHeading: String? {
    guard words.words.count <= 2 * Self.longest, !words.words.contains(where: { $0.part == .verb || $0.part.isSum }) else { return nil }
    // `Socialnämnden 2024-08-27`: where something was dealt with.
    guard !words.hasDate else { return nil }
    var start = words.words.firstIndex { $0.part != .figure && $0.part != .empty && $0.part != .filler } ?? 0
    if words.part(start) == .conjunction { start = words.words.firstIndex { $0.part != .figure } ?? 0 }
    guard let name = reduced(start..<words.words.count) else { return nil }
    let end = words.words[name].lastIndex { $0.part != .empty } ?? name.upperBound - 1
    return words.text(of: name.lowerBound..<end + 1)
  }

  // MARK: Before the sum

  private func subject(endingAt end: Int, after place: Int, depth: Int) -> Found {
    let clause = clause(endingAt: end)
    let left = withoutLinks(clause)
    guard left.isEmpty else { return subject(in: left, clause: clause, after: place) }
    // `av dessa 5 mnkr`
    if words.words[clause].contains(where: { $0.part == .pointer && Self.pointing.contains($0.lowered) }) { return .asBefore }
    let complement = complement(after: place, crossingVerbs: true)
    switch words.part(clause.lowerBound - 1) {
    case .sign(let sign) where depth < 2 && sign != UInt8(ascii: ")") && sign != UInt8(ascii: ";"):
      let isListed = words.part(clause.lowerBound - 2).isSum || words.part(clause.lowerBound) == .conjunction
      if let complement, isListed { return .named(complement.text) }
      let found = subject(endingAt: clause.lowerBound - 1, after: place, depth: depth + 1)
      if case .named = found { return found }
      return complement.map { .named($0.text) } ?? found
    case .boundary:
      if let complement { return .named(complement.text) }
      return earlier(than: clause.lowerBound - 1)
    case .sum, .sign: return complement.map { .named($0.text) } ?? .asBefore
    default: return complement.map { .named($0.text) } ?? .nothing
    }
  }

  /// - Parameter left: the clause up to the words that tie the sum to it.
  private func subject(in left: Range<Int>, clause: Range<Int>, after place: Int) -> Found {
    let complement = complement(after: place, crossingVerbs: false)
    guard let verb = left.first(where: { words.words[$0].part == .verb }) else {
      if let name = name(in: left) { return .named(name) }
      if let complement { return .named(complement.text) }
      // `varav avgifter 3 mnkr`: beside the whole a kind of sum is a name.
      let isPart = words.words[..<left.lowerBound].last?.lowered == "varav"
      return isPart ? .named(words.text(of: trimmed(left))) : vague(left, before: left.lowerBound)
    }
    let phrases = nounPhrases(in: verb + 1..<left.upperBound)
    if let name = phrases.lazy.compactMap(reduced).first { return .named(words.text(of: name)) }
    let opening = left.lowerBound..<verb
    let isGiver = left.contains { words.words[$0].part == .verb && classes.isGiver(words.words[$0].lowered) }
    let subject = isAside(opening) || isGiver ? nil : reduced(trimmed(opening))
    if let complement, complement.isClose { return .named(complement.text) }
    if let subject { return .named(words.text(of: subject)) }
    let found = withoutTime(opening).isEmpty ? pointed(from: clause) : nil
    if case .named = found, let found { return found }
    if let complement { return .named(complement.text) }
    if let found { return found }
    if !isGiver, let own = trimmed(opening).first, trimmed(opening).count == 1, classes.isBody(words.words[own].lowered) {
      return .named(words.text(of: own..<own + 1))
    }
    let isCircumstance = trimmedStart(opening).first.map { words.words[$0].part == .preposition } ?? true
    return vague(phrases.first { $0.count > 1 } ?? (isCircumstance ? phrases.first : nil) ?? opening, before: left.lowerBound)
  }

  /// What a clause without a subject of its own is about.
  private func pointed(from clause: Range<Int>) -> Found? {
    switch words.part(clause.lowerBound - 1) {
    case .sum: return .asBefore
    case .boundary, .sign, .conjunction:
      let found = earlier(than: clause.lowerBound - 1)
      return found == .nothing ? nil : found
    default: return nil
    }
  }

  /// What was spoken of before the clause whose boundary stands at `place`.
  private func earlier(than place: Int) -> Found {
    var end = place
    while end > 0, words.words[end - 1].part.isSign { end -= 1 }
    guard end > 0 else { return .nothing }
    if words.part(end - 1).isSum { return .asBefore }
    let isRelative = ["som", "där"].contains(words.words[place].lowered)
    let clause = clause(endingAt: end)
    let verb = clause.first { words.words[$0].part == .verb }
    let opening = verb.map { clause.lowerBound..<$0 } ?? clause
    let rest = verb.map { $0 + 1..<clause.upperBound } ?? clause.upperBound..<clause.upperBound
    let phrases = nounPhrases(in: rest).lazy.compactMap(reduced)
    let isGiver = verb.map { classes.isGiver(words.words[$0].lowered) } ?? false
    let subject = isAside(opening) || isGiver ? nil : reduced(trimmed(opening))
    if let name = isRelative ? phrases.first ?? subject : subject ?? phrases.first { return .named(words.text(of: name)) }
    if words.words[..<end].contains(where: { $0.part.isSum }) { return .asBefore }
    return clause.lowerBound > 0 ? earlier(than: clause.lowerBound - 1) : .nothing
  }

  /// The words of the clause before `end`.
  private func clause(endingAt end: Int) -> Range<Int> {
    var start = end
    var hasVerb = false
    while start > 0 {
      let part = words.words[start - 1].part
      if part.isSum || part.isSign || part == .boundary { break }
      // `... är litet och nämnden har avsatt`: a verb on both sides parts the clauses.
      if part == .conjunction, hasVerb, beginsClause(at: start), precedingVerb(start - 1) { break }
      if part == .verb { hasVerb = true }
      start -= 1
    }
    return start..<end
  }

  private func beginsClause(at start: Int) -> Bool {
    for index in start..<words.words.count {
      let part = words.words[index].part
      if part == .verb { return true }
      if part.isSum || part.isSign || part == .boundary { return false }
    }
    return false
  }

  private func precedingVerb(_ end: Int) -> Bool {
    for index in (0..<end).reversed() {
      let part = words.words[index].part
      if part == .verb || part.isSum { return true }
      if part.isSign || part == .boundary { return false }
    }
    return false
  }

  /// Less the words between a name and its sum (`på totalt`), and less what belongs to the sum before.
  private func withoutLinks(_ clause: Range<Int>) -> Range<Int> {
    var range = clause
    if words.part(clause.lowerBound - 1).isSum, !words.words[clause].contains(where: { $0.part == .verb }) {
      let join = clause.last { words.words[$0].part == .conjunction }
      if let join {
        range = join + 1..<clause.upperBound
      } else if words.part(clause.lowerBound) == .preposition {
        range = clause.upperBound..<clause.upperBound
      }
    }
    while let last = range.last, words.words[last].part.isLink { range = range.lowerBound..<last }
    return trimmedStart(range)
  }

  // MARK: After the sum

  /// A name after the sum that says what it is for.
  private struct Complement {
    var text: String
    /// After `för`, `till` and the like; `i` and `på` may say something else.
    var isClose: Bool
  }

  private static let close: Set<String> = ["för", "till", "avseende", "gällande", "rörande", "avser", "angående"]
  private static let loose: Set<String> = ["av", "i", "på", "inom"]

  private func complement(after place: Int, crossingVerbs: Bool) -> Complement? {
    var index = afterRange(place)
    var crossed = false
    var isDirect = true
    while let part = words.part(index) {
      switch part {
      case .verb where crossingVerbs:
        crossed = true
        index += 1
      case .filler, .figure, .time:
        // `främst för personal` is a reason.
        if part == .filler { isDirect = false }
        index += 1
      case .pointer where crossed: index += 1
      case .sign(UInt8(ascii: ",")) where crossingVerbs && index == afterRange(place): index += 1
      case .conjunction: return words.part(index + 1).isSum ? complement(after: index + 1, crossingVerbs: false) : nil
      case .preposition:
        if classes.beginsReason(Array(words.text[words.words[index].range.lowerBound...])) { return nil }
        let word = words.words[index].lowered
        let isClose = Self.close.contains(word) && isDirect
        let rest = phrase(from: index + 1, isWhole: Self.close.contains(word) || Self.loose.contains(word))
        if Self.close.contains(word) || Self.loose.contains(word), let name = reduced(rest) {
          return Complement(text: words.text(of: name), isClose: isClose)
        }
        index = max(rest.upperBound, index + 1)
      case .name, .empty:
        guard crossed, let name = reduced(phrase(from: index, isWhole: true)) else { return nil }
        return Complement(text: words.text(of: name), isClose: true)
      default: return nil
      }
    }
    return nil
  }

  /// Past the higher end of a range.
  private func afterRange(_ place: Int) -> Int {
    var index = place + 1
    while let part = words.part(index), part == .conjunction || part == .sign(UInt8(ascii: "-")) || part == .preposition,
      words.part(index + 1).isSum
    {
      index += 2
    }
    return index
  }

  /// The noun phrase that begins at `start`; what is bound to it too where it `isWhole`.
  private func phrase(from start: Int, isWhole: Bool) -> Range<Int> {
    var end = start
    while let part = words.part(end), part != .verb, part != .boundary, !part.isSum, !part.isSign {
      if part == .preposition, end > start, !isWhole || !words.names(start..<end) { break }
      if part == .conjunction, words.part(end + 1).isSum { break }
      end += 1
    }
    return start..<end
  }

  // MARK: Noun phrases

  /// Words after which stands what a thing is of.
  private static let binding: Set<String> = [
    "för", "av", "inom", "på", "i", "till", "från", "avseende", "gällande", "rörande", "angående", "vid", "hos", "med", "om",
  ]

  /// Those of a stretch, the last first: what stands between verbs and words that name nothing.
  private func nounPhrases(in range: Range<Int>) -> [Range<Int>] {
    var phrases: [Range<Int>] = []
    var end = range.upperBound
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      let part = words.words[index].part
      let isArticle = ["en", "ett"].contains(words.words[index].lowered)
      let isInside = part == .filler && !isArticle && words.part(index - 1) == .preposition && index > range.lowerBound
      guard part == .verb || part == .pointer || part == .filler && !isInside else { continue }
      phrases.append(index + 1..<end)
      end = index
    }
    phrases.append(range.lowerBound..<end)
    return phrases.map(trimmed).filter { !$0.isEmpty }
  }

  private func name(in range: Range<Int>) -> String? {
    nounPhrases(in: range).lazy.compactMap(reduced).first.map(words.text)
  }

  /// What only says the kind of sum; where that is one word, the sentence's sum before tells what it is of.
  private func vague(_ range: Range<Int>, before place: Int) -> Found {
    let filler = range.last { words.words[$0].part == .filler && $0 < (trimmed(range).last ?? 0) }
    var own = trimmed((filler.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound)
    while let last = own.last, words.isYear(last) { own = trimmed(own.lowerBound..<last) }
    while let first = own.first, words.words[first].part == .time { own = trimmed(first + 1..<own.upperBound) }
    if own.count <= 1, words.words[..<place].contains(where: { $0.part.isSum }) { return .asBefore }
    guard !own.isEmpty else { return .nothing }
    let isBare = own.allSatisfy { words.words[$0].part == .time || words.words[$0].part == .preposition || $0 == own.lowerBound }
    return .vague(words.text(of: own), isBare: isBare)
  }

  /// The part of a phrase that names something: `kostnaderna för hyror` is of `hyror`. Nil where nothing does.
  func reduced(_ phrase: Range<Int>) -> Range<Int>? {
    var phrase = withoutTime(phrase)
    while words.names(phrase) {
      guard let link = phrase.first(where: { Self.binding.contains(words.words[$0].lowered) }), !words.names(phrase.lowerBound..<link),
        case let rest = withoutTime(link + 1..<phrase.upperBound), words.names(rest)
      else { return shortened(phrase) }
      phrase = rest
    }
    return nil
  }

  private func shortened(_ phrase: Range<Int>) -> Range<Int> {
    guard phrase.count > Self.longest else { return phrase }
    let limit = phrase.lowerBound + Self.longest
    let cut = (phrase.lowerBound + 2..<limit).last { words.words[$0].part == .preposition || words.words[$0].part == .conjunction }
    return withoutTime(phrase.lowerBound..<(cut ?? limit))
  }

  private func isAside(_ range: Range<Int>) -> Bool {
    let start = range.first { ![.filler, .conjunction].contains(words.words[$0].part) }
    return start.map { classes.isAside(words.words[$0].lowered) } ?? false
  }

  private func trimmedStart(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, [.filler, .conjunction].contains(words.words[first].part) || words.words[first].part.isSign {
      range = first + 1..<range.upperBound
    }
    return range
  }

  /// Less what names nothing at both ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first,
      [.filler, .conjunction, .preposition, .pointer].contains(words.words[first].part) || words.words[first].part.isSign
    {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, words.words[last].part.isLink && !words.isPartOfName(last) || words.words[last].part.isEnd {
      range = range.lowerBound..<last
    }
    return range
  }

  /// Less the times at both ends, with the words that bind them.
  private func withoutTime(_ range: Range<Int>) -> Range<Int> {
    var range = trimmed(range)
    while let last = range.last, words.words[last].part == .time { range = trimmed(range.lowerBound..<last) }
    while let first = range.first, words.words[first].part == .time { range = trimmed(first + 1..<range.upperBound) }
    return range
  }
}

extension ClauseWords.Part {
  var isSum: Bool {
    if case .sum = self { return true }
    return false
  }

  var isSign: Bool {
    if case .sign = self { return true }
    return false
  }

  /// Whether no name ends with it.
  var isEnd: Bool { self == .conjunction || self == .boundary || isSign }

  /// Whether it may stand between a name and its sum.
  var isLink: Bool { self == .preposition || self == .filler || self == .pointer || self == .figure }
}

extension ClauseWords.Part? {
  var isSum: Bool { self?.isSum ?? false }
}
