/// Which stretches of letters may be a part of a compound. Letters are ISO 8859-1 in lower case.
struct CompoundForms: Sendable {
  private let forms: SwedishForms
  private let irregular: [[UInt8]: [UInt8]]

  init(_ forms: SwedishForms) {
    self.forms = forms
    var irregular: [[UInt8]: [UInt8]] = [:]
    for (form, word) in CompoundVocabulary.irregular {
      if let form = SwedishForms.latin1(form.utf8), let word = SwedishForms.latin1(word.utf8) { irregular[form] = word }
    }
    self.irregular = irregular
  }

  var isEmpty: Bool { forms.isEmpty }

  func isListed(_ word: ArraySlice<UInt8>) -> Bool { forms.contains(word) }

  // MARK: Before the last part

  /// The word that stands before another in the form `form`: `avgifts` for avgift, `skol` for skola, `arbets` for arbete, `färje` for färja. Nil where it
  /// is none.
  func modifier(_ form: ArraySlice<UInt8>) -> [UInt8]? {
    guard form.count >= 2, let last = form.last, !CompoundVocabulary.notFirst.contains(form) else { return nil }
    if let word = irregular[Array(form)] { return word }
    if isBase(form), !takesS(form) { return Array(form) }
    if last == Self.s, form.count > 2, let word = withJoiningS(form.dropLast()) { return word }
    return form.count >= 4 ? changed(form, last) : nil
  }

  /// `avgift|s`, `arbet|s` (arbete), `hänsyn|s`.
  private func withJoiningS(_ form: ArraySlice<UInt8>) -> [UInt8]? {
    guard !CompoundVocabulary.notFirst.contains(form) else { return nil }
    if isBase(form) || isActionInAn(form) { return Array(form) }
    let isNeuterInE = form.count >= 4 && forms.contains(form, Self.e) && forms.contains(form, Array("et".utf8)) && !forms.contains(form)
    return isNeuterInE ? form + Self.e : nil
  }

  /// `samverkan`, `början`: looks like a definite form and is none.
  private func isActionInAn(_ form: ArraySlice<UInt8>) -> Bool {
    form.count >= 6 && form.suffix(2).elementsEqual("an".utf8) && forms.contains(form) && forms.contains(form.dropLast(), Array("r".utf8))
  }

  /// Without its final -a or -e, with another vowel in its place, or with one between.
  private func changed(_ form: ArraySlice<UInt8>, _ last: UInt8) -> [UInt8]? {
    if isNounInA(form), !forms.contains(form) { return form + Self.a }
    if form.suffix(2).elementsEqual("ar".utf8), forms.contains(form, Self.e), forms.contains(form, Array("en".utf8)) {
      return form + Self.e
    }
    let stem = form.dropLast()
    switch last {
    case UInt8(ascii: "o"), UInt8(ascii: "u"): return isNounInA(stem) ? stem + Self.a : nil
    case UInt8(ascii: "e"):
      if isNounInA(stem) { return stem + Self.a }
      if stem.last == UInt8(ascii: "i"), forms.contains(stem, Array("um".utf8)) { return stem + Array("um".utf8) }
      return stem.count >= 4 && isBase(stem) ? Array(stem) : nil
    case UInt8(ascii: "a"): return stem.count == 4 && isBase(stem) && !isVerb(form) ? Array(stem) : nil
    default: return nil
    }
  }

  /// A listed word in the form that its dictionary has it.
  private func isBase(_ word: ArraySlice<UInt8>) -> Bool {
    guard forms.contains(word), isLongEnough(word), !CompoundVocabulary.notFirst.contains(word) else { return false }
    return !isInflected(word) && !isVerb(word)
  }

  private func isLongEnough(_ word: ArraySlice<UInt8>) -> Bool { word.count >= 4 || CompoundVocabulary.short.contains(word) }

  private func isInflected(_ word: ArraySlice<UInt8>) -> Bool {
    for ending in Self.inflections where word.count - ending.count >= 2 && word.suffix(ending.count).elementsEqual(ending) {
      if forms.contains(word.dropLast(ending.count)) { return true }
    }
    let shorter = word.dropLast()
    switch word.last {
    case Self.s: return shorter.count >= 3 && shorter.last != Self.s && forms.contains(shorter)
    case UInt8(ascii: "n"): return shorter.count >= 3 && isVowel(shorter.last) && forms.contains(shorter)
    default: return false
    }
  }

  private func takesS(_ word: ArraySlice<UInt8>) -> Bool {
    CompoundVocabulary.takesS.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  /// `stem` + a is a noun: it has -an or -or.
  private func isNounInA(_ stem: ArraySlice<UInt8>) -> Bool {
    forms.contains(stem, Self.a) && (forms.contains(stem, Array("an".utf8)) || forms.contains(stem, Array("or".utf8)))
      && !CompoundVocabulary.notFirst.contains(stem, Self.a)
  }

  // MARK: The last part

  /// Whether a compound may end with `word`, in any of its forms.
  func isLast(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 2, !isExcluded(word) else { return false }
    guard forms.contains(word) else { return isUnlistedForm(word) || isUnlistedAction(word) }
    if CompoundVocabulary.short.contains(word) { return true }
    let base = word.last == Self.a[0] && isNounInA(word.dropLast()) ? word : shortestBase(word)
    if base.count < 4, word.count < 7, !CompoundVocabulary.short.contains(base) { return false }
    return !isExcluded(base) && !isVerb(word)
  }

  /// A form that the list leaves out of a word that it has: `boenden`, `samordnarnas`.
  private func isUnlistedForm(_ word: ArraySlice<UInt8>) -> Bool {
    Self.nounEndings.contains { ending in
      guard word.count >= 5 + ending.count, word.suffix(ending.count).elementsEqual(ending) else { return false }
      let base = word.dropLast(ending.count)
      return isBase(base) && !isExcluded(base)
    }
  }

  /// `röjning`, `flisningen`: what a listed verb does.
  private func isUnlistedAction(_ word: ArraySlice<UInt8>) -> Bool {
    Self.actionEndings.contains { ending in
      guard word.count >= 3 + ending.count, word.suffix(ending.count).elementsEqual(ending) else { return false }
      return forms.contains(word.dropLast(ending.count), Self.a)
    }
  }

  private func isExcluded(_ word: ArraySlice<UInt8>) -> Bool {
    if CompoundVocabulary.notLast.contains(word) { return true }
    return word.last == Self.s && CompoundVocabulary.notLast.contains(word.dropLast())
  }

  /// The shortest listed word that `word` may be a form of.
  private func shortestBase(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var base = word
    for ending in Self.allEndings where word.count - ending.count >= 2 && word.suffix(ending.count).elementsEqual(ending) {
      let shorter = word.dropLast(ending.count)
      let isAfterVowel = isVowel(shorter.last) || (ending != Self.n && ending != Self.t)
      if shorter.count < base.count, isAfterVowel, forms.contains(shorter) { base = shorter }
    }
    return base
  }

  /// A form of a verb in -a, -ar, -ade that is no form of a noun in -a.
  private func isVerb(_ word: ArraySlice<UInt8>) -> Bool {
    Self.verbEndings.contains { ending in
      guard word.count > ending.count + 1, word.suffix(ending.count).elementsEqual(ending) else { return false }
      let stem = word.dropLast(ending.count)
      return forms.contains(stem, Array("ade".utf8)) && forms.contains(stem, Array("ar".utf8))
        && !forms.contains(stem, Array("an".utf8)) && !forms.contains(stem, Array("or".utf8))
    }
  }

  private func isVowel(_ letter: UInt8?) -> Bool { letter.map { Self.vowels.contains($0) } ?? false }

  private static let s = UInt8(ascii: "s")
  private static let a = Array("a".utf8)
  private static let e = Array("e".utf8)
  private static let n = Array("n".utf8)
  private static let t = Array("t".utf8)
  /// With å, ä, ö and é of ISO 8859-1.
  private static let vowels = Array("aeiouy".utf8) + [0xE5, 0xE4, 0xF6, 0xE9]
  private static let inflections = endings("erna arna orna ernas arnas ornas ens ets en et ar er or ade ades ats")
  private static let nounEndings = endings("n s t en et er ar or ens ets ns ts ers ars erna arna orna ernas arnas ornas na nas")
  private static let actionEndings = endings("ning nings ningen ningens ningar ningars ningarna ningarnas")
  private static let allEndings = endings(
    "ernas arnas ornas erna arna orna ades ens ets nas ars ers ade ats en et na ar er or de te as es ns ts n t s a e")
  private static let verbEndings = endings("a ar as at ade ades ats ad")

  private static func endings(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }
}
