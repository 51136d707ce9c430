internal import Language

/// A closed list of words with what they stand for.
struct Terms {
  private let terms: [QueryContext.Term]
  private let reader: WordReader

  init(_ terms: [QueryContext.Term], _ reader: WordReader) {
    self.terms = terms
    self.reader = reader
  }

  /// What `typed` stands for, in any inflection, with spaces or `_`, with or without dots; or the one value whose word begins so. Nil where it
  /// is unknown.
  func value(_ typed: String, allowPrefix: Bool = true) -> String? {
    let key = Self.key(typed)
    guard !key.isEmpty else { return nil }
    if let exact = terms.first(where: { Self.key($0.word) == key || Self.key($0.value) == key }) { return exact.value }
    let stems = stems(key)
    if let inflected = terms.first(where: { self.stems(Self.key($0.word)) == stems }) { return inflected.value }
    guard allowPrefix else { return nil }
    let plain = Spelling.undotted(key)
    if let undotted = terms.first(where: { Spelling.undotted(Self.key($0.word)) == plain || Spelling.undotted(Self.key($0.value)) == plain }
    ) {
      return undotted.value
    }
    let begun = Set(terms.filter { key.count >= 3 && Self.key($0.word).hasPrefix(key) }.map(\.value))
    return begun.count == 1 ? begun.first : nil
  }

  private func stems(_ key: String) -> [String] { reader.analyzer.stems(of: key) }

  static func key(_ typed: String) -> String {
    Folding.fold(typed).split { $0 == " " || $0 == "_" || $0 == "-" || $0 == "\u{A0}" }.joined(separator: " ")
  }
}

/// The names that the archive has, of bodies or of municipalities.
struct Names {
  private let names: [String]
  private let reader: WordReader
  private let abbreviations: [QueryContext.Term]

  init(_ names: [String], _ reader: WordReader, abbreviations: [QueryContext.Term] = []) {
    self.names = names
    self.reader = reader
    self.abbreviations = abbreviations
  }

  func isName(_ typed: String) -> Bool { names.contains { Self.key($0) == Self.key(typed) } }

  /// The names that `typed` means: those that are it; otherwise what a short form stands for; another inflection; with other dots; names that
  /// begin so; names that have the word.
  func matches(_ typed: String) -> [String] {
    let key = Self.key(typed)
    guard !key.isEmpty else { return [] }
    let long = abbreviations.filter { Self.key($0.word) == key }.map { Self.key($0.value) }
    let stems = stems(key)
    let plain = Spelling.undotted(key)
    let ways: [(String) -> Bool] = [
      { $0 == key }, { long.contains($0) }, { name in long.contains { name.hasPrefix($0 + " ") } }, { self.stems($0) == stems },
      { Spelling.undotted($0) == plain }, { key.count >= 3 && $0.hasPrefix(key) }, { self.holds($0, stems) },
    ]
    for way in ways {
      let found = names.filter { way(Self.key($0)) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func holds(_ name: String, _ stems: [String]) -> Bool {
    guard !stems.isEmpty else { return false }
    let words = self.stems(name)
    return stems.allSatisfy(words.contains)
  }

  private func stems(_ key: String) -> [String] { reader.analyzer.stems(of: key) }

  /// `Björkmåla kommun` and `Björkmåla` are the same.
  private static func key(_ name: String) -> String {
    let key = Terms.key(name)
    return key.hasSuffix(" kommun") ? String(key.dropLast(7)) : key
  }
}

/// What is said of a value that a field does not know.
struct Unknown {
  private let fields: FieldReader

  init(_ fields: FieldReader) { self.fields = fields }

  func message(_ field: QueryField, _ typed: String) -> String {
    switch field {
    case .years: "\(typed) är inget årtal eller årsspann; skriv år:2023, år:2021..2023 eller år:>=2021. Det lästes som ord"
    case .dates: "\(typed) är inget datum; skriv datum:2024-03-01, datum:2024-01-01..2024-06-30 eller datum:>=2024-03. Det lästes som ord"
    case .amount: "\(typed) är inget belopp; skriv belopp:>1mnkr, belopp:500000 eller belopp:1,5 mkr..3 mkr. Det lästes som ord"
    case .caseNumber: "\(typed) ser inte ut som ett diarienummer; skriv till exempel dnr:KS 2024/112. Det lästes som ord"
    case .paragraph: "\(typed) är inget paragrafnummer; skriv till exempel §:84. Det lästes som ord"
    case .party: "partiet \(typed) är okänt; skriv partiets bokstäver, till exempel part:S. Det lästes som ord"
    case .body, .municipality: "\(field.names[0]) \(typed) finns inte i arkivet\(suggestions(field, typed))"
    default: "\(field.names[0]): känner inte \(typed)\(suggestions(field, typed)). Det lästes som ord"
    }
  }

  private static let mostSuggestions = 4

  private func suggestions(_ field: QueryField, _ typed: String) -> String {
    let known = known(field)
    let key = Folding.fold(typed)
    if let meant = Spelling.best(for: key, among: known.map { Spelling.Candidate(Folding.fold($0), frequency: 1) }) {
      return ", menades \(known.first { Folding.fold($0) == meant } ?? meant)?"
    }
    let distances = known.map { (name: $0, distance: Spelling.distance(key, Folding.fold(String($0.prefix(key.count + 2))))) }
    let nearest = distances.sorted { $0.distance < $1.distance }.prefix(Self.mostSuggestions).map(\.name)
    return nearest.isEmpty ? "" : "; det finns till exempel \(nearest.joined(separator: ", "))"
  }

  private func known(_ field: QueryField) -> [String] {
    let context = fields.context
    let all =
      switch field {
      case .body: context.bodies
      case .municipality: context.municipalities
      case .kind: FieldReader.facts.map(\.word) + context.documentTypes.map(\.value)
      case .outcome: context.outcomes.map(\.value)
      case .goalOutcome: context.goalOutcomes.map(\.value)
      case .document: context.documentTypes.map(\.value)
      default: [String]()
      }
    var seen: Set<String> = []
    return all.prefix(2_000).filter { seen.insert($0).inserted }
  }
}
