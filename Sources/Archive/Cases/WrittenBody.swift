/// A body (organ) as a reference (hänvisning) names it in running text: `Socialnämndens`, `nämnden`, `KS`.
struct WrittenBody {
  private let words: [String]
  /// Letters that stand for a name, lower case; nil for one that is written out.
  private let abbreviation: [Character]?

  init(_ written: String) {
    words = Self.words(written)
    let letters = written.filter { $0 != "-" && $0 != "." && $0 != " " }
    // KS and BUN, but Ks and Au too: no word that names a body is so short.
    let isShort = words.count == 1 && (letters.count <= 3 || letters.count <= 5 && letters == letters.uppercased())
    abbreviation = isShort ? Array(letters.lowercased()) : nil
  }

  /// Whether it may be the body that a front page names so. It says no where the names tell two bodies apart, not where they leave it open.
  func mayBe(_ name: String) -> Bool {
    let body = Self.words(name)
    if let abbreviation { return Self.stands(abbreviation, for: body) }
    guard let noun = words.last else { return false }
    if words == body { return true }
    // `nämnden` where the meeting's body is `Socialnämnden` or `Nämnden för vuxenutbildning`.
    return words.count == 1 && Self.kinds.contains(noun) && (body.last?.hasSuffix(noun) == true || body.first == noun)
  }

  // Nouns that by themselves name no body.
  private static let kinds: Set<String> = [
    "nämnd", "styrels", "utskott", "arbetsutskott", "fullmäktig", "beredning", "kommitté", "delegation", "råd",
  ]

  // In the form that the definite form and the genitive share: `socialnämndens`, `Socialnämnden`, `socialnämnd` are one.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.filter { $0 != "och" }.map { word in
      var word = word
      for endings in [["s"], ["en", "et", "n"], ["e"]] {
        if let ending = endings.first(where: { word.hasSuffix($0) && word.count >= $0.count + 3 }) { word.removeLast(ending.count) }
      }
      return String(word)
    }
  }

  // The first letter begins a word of the name, the others follow in their order: BUN in Barn- och utbildningsnämnden, Au in its arbetsutskott.
  private static func stands(_ letters: [Character], for body: [String]) -> Bool {
    body.indices.contains { start in
      guard body[start].first == letters.first else { return false }
      var rest = letters[...]
      for letter in body[start...].joined() where letter == rest.first { rest.removeFirst() }
      return rest.isEmpty
    }
  }
}
