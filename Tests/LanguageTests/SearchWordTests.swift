import Language
import Testing

@Suite("Words for search")
struct SearchWordTests {
  private static func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    "A text is cut into letters and digits",
    arguments: [
      ("Äldreomsorgens mål, år 2024!", ["Äldreomsorgens", "mål", "år", "2024"]),
      ("e-tjänst", ["e", "tjänst"]), ("social- och", ["social", "och"]), ("VSF.2023.247", ["VSF", "2023", "247"]),
      ("§ 37a", ["37a"]), ("§37", ["37"]), ("KF:s beslut", ["KF:s", "beslut"]), ("EU:s", ["EU:s"]), ("nr:12", ["nr", "12"]),
      ("Beslut:nämnden", ["Beslut", "nämnden"]), ("00009:35", ["00009", "35"]), ("O’Brien d'Arc", ["O", "Brien", "d", "Arc"]),
      ("hand\u{AD}läggning", ["hand\u{AD}läggning"]), ("a\u{A0}b\u{2013}c", ["a", "b", "c"]), ("1 753 tkr", ["1", "753", "tkr"]),
      ("café ŻÓŁĆ Ωmega", ["café", "ŻÓŁĆ", "Ωmega"]), ("(måluppfyllelse)", ["måluppfyllelse"]), ("3 × 4 ÷ 2", ["3", "4", "2"]),
      ("", []), (" – ", []), ("§§", []), ("…", []), (":s", ["s"]), ("a:", ["a"]),
    ])
  func tokens(text: String, expected: [String]) {
    #expect(Self.words(text) == expected)
  }

  @Test(
    "Lower case keeps å, ä and ö apart from a and o",
    arguments: [
      ("ÅÄÖ", "åäö"), ("Éric", "éric"), ("ABC123", "abc123"), ("ŻÓŁĆ", "żółć"), ("ΩMEGA", "ωmega"), ("×÷ß", "×÷ß"),
      ("hand\u{AD}läggning", "handläggning"),
      ("a\u{30A}a\u{308}O\u{308}e\u{301}", "åäöé"), ("\u{308}x\u{301}", "\u{308}x\u{301}"), ("”§–", "”§–"), ("", ""), ("Þ", "þ"),
    ])
  func folding(text: String, expected: String) {
    #expect(Folding.fold(text) == expected)
  }

  @Test(
    "Inflected forms have one stem",
    arguments: [
      ["avgift", "avgiften", "avgifter", "avgifterna", "avgifternas"], ["beslut", "besluten", "beslutet", "beslutets"],
      ["möte", "mötet", "möten"], ["ärende", "ärendet", "ärendets", "ärenden"],
      ["budget", "budgeten", "budgetens"], ["kvalitet", "kvaliteten", "kvaliteter"], ["verksamhet", "verksamheten"],
      ["arbete", "arbetet"], ["taxa", "taxan", "taxans", "taxor", "taxorna"], ["skola", "skolan", "skolor"],
      ["detaljplan", "detaljplanen"],
      ["område", "området"], ["mål", "målet", "målen"],
      ["förvaltning", "förvaltningen", "förvaltningens"],
      ["äldreboende", "äldreboenden"], ["insats", "insatsen", "insatser", "insatserna"], ["dispens", "dispenser", "dispensen"],
      ["kurs", "kurser", "kursen"], ["skolskjuts", "skolskjutsar", "skolskjutsarna"], ["resurs", "resurser", "resurserna"],
      ["ledamot", "ledamöter", "ledamöterna"], ["tjänsteman", "tjänstemän", "tjänstemännen", "tjänstemännens"],
      ["stad", "städer", "städernas"],
      ["sjukfrånvaro", "sjukfrånvaron", "sjukfrånvarons"], ["nämndeman", "nämndemän"],
    ])
  func stems(words: [String]) throws {
    let stemmer = try SwedishStemmer()
    #expect(Set(words.map { stemmer.stem($0) }).count == 1)
  }

  @Test("å, ä and ö tell stems apart", arguments: [("mål", "mal"), ("här", "har"), ("för", "for"), ("lån", "lan")])
  func letters(one: String, other: String) throws {
    let analyzer = try Analyzer()
    #expect(analyzer.stems(of: one) != analyzer.stems(of: other))
  }

  @Test(
    "Texts and questions meet",
    arguments: [
      ("AVGIFTERNA", "avgift"), ("KF:s", "kf"), ("hand\u{AD}läggningen", "handläggning"), ("E-tjänsterna", "e-tjänst"),
      ("Årsbokslutet", "årsbokslut"),
      ("PM:et", "PM"),
    ])
  func analysis(text: String, question: String) throws {
    let analyzer = try Analyzer()
    #expect(analyzer.stems(of: text) == analyzer.stems(of: question))
  }

  @Test("Each word comes with its bytes, until the caller has had enough")
  func ranges() throws {
    struct Enough: Error {}
    let text = Array("Avgifterna höjs 2024".utf8)
    let analyzer = try Analyzer()
    var seen: [String] = []
    text.withUnsafeBufferPointer { bytes in
      _ = #expect(throws: Enough.self) {
        try analyzer.forEachWord(in: bytes) { (_, stem, _, range) throws(Enough) in
          seen.append(String(decoding: stem, as: UTF8.self) + " \(range)")
          if seen.count == 2 { throw Enough() }
        }
      }
    }
    #expect(seen == ["avgift 0..<10", "höj 11..<16"])
  }
}

@Suite("Swedish order")
struct CollationTests {
  @Test("å, ä and ö come last, in that order; case and v, w as Swedish has them")
  func order() {
    let words = ["ö", "Ärla", "zon", "ål", "Anna", "alv", "é", "Västerås", "Wallin", "e", "Åre", "b"]
    #expect(words.sorted(by: Collation.precedes) == ["alv", "Anna", "b", "e", "é", "Västerås", "Wallin", "zon", "ål", "Åre", "Ärla", "ö"])
  }

  @Test(
    "The same text is alike, another is before or after",
    arguments: [("", "", 0), ("å", "å", 0), ("a", "å", -1), ("ö", "ä", 1), ("", "a", -1)])
  func comparison(left: String, right: String, expected: Int) {
    #expect(Collation.compare(left, right) == expected)
  }
}
