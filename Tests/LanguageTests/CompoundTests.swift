import Language
import Testing

@Suite(.enabled(if: !CompoundSplitter.system.isMissing, "wswedish is not installed"))
struct CompoundTests {
  /// Compound: its words in order.
  private static let compounds = lines(
    """
      fotboll: fot boll
      matsvinn: mat svinn
      hemsjukvårdsavgift: hem sjukvård avgift
      hemsjukvårdsavgifterna: hem sjukvård avgifterna
      placeringskostnad: placering kostnad
      placeringskostnaderna: placering kostnaderna
      socialnämnd: social nämnd
      socialnämndens: social nämndens
      kommunstyrelsen: kommun styrelsen
      hemtjänst: hem tjänst
      hemtjänsttaxa: hem tjänst taxa
      skolskjuts: skola skjuts
      skolskjutsregler: skola skjut regler
      trygghetslarm: trygghet larm
      parkeringsavgift: parkering avgift
      parkeringsplatser: parkering platser
      vattenavgift: vatten avgift
      avfallstaxa: avfall taxa
      kyrkogård: kyrka gård
      gatukontor: gata kontor
      gatubelysning: gata belysning
      färjetrafik: färja trafik
      familjehem: familj hem
      familjehemsplacering: familj hem placering
      arbetsmiljö: arbete miljö
      arbetsutskott: arbete utskott
      arbetsmarknadsenhet: arbetsmarknad enhet
      samverkansavtal: samverkan avtal
      medborgarförslag: medborgare förslag
      brukarundersökning: brukare undersökning
      samhällsbyggnadsnämnden: samhälle byggnad nämnden
      samhällsplanering: samhälle planering
      bygglov: bygg lov
      bygglovsansökan: bygg lov ansökan
      detaljplan: detalj plan
      detaljplaneändring: detalj plan ändring
      översiktsplan: översikt plan
      äldreomsorg: äldre omsorg
      äldreboende: äldre boende
      barnomsorg: barn omsorg
      barnfamiljer: barn familjer
      förskolebarn: förskola barn
      förskoleplats: förskola plats
      grundskola: grund skola
      gymnasieskola: gymnasium skola
      lärartäthet: lärare täthet
      vuxenutbildning: vuxen utbildning
      budgetunderskott: budget underskott
      driftbudget: drift budget
      investeringsbudget: investering budget
      kostnadsökning: kostnad ökning
      hyreshöjning: hyra höjning
      livsmedelskontroll: livsmedel kontroll
      miljötillsyn: miljö tillsyn
      vägunderhåll: väg underhåll
      vinterväghållning: vinter väg hållning
      snöröjning: snö röjning
      badhus: bad hus
      simhall: simma hall
      idrottshall: idrott hall
      föreningsbidrag: förening bidrag
      bostadsanpassningsbidrag: bostad anpassning bidrag
      försörjningsstöd: försörjning stöd
      biståndsbeslut: bistånd beslut
      delegationsordning: delegation ordning
      revisionsrapport: revision rapport
      årsredovisning: år redovisning
      delårsrapport: del år rapport
      sjukfrånvaro: sjuk frånvaro
      personalkostnader: personal kostnader
      brandskydd: brand skydd
      räddningstjänst: räddning tjänst
      krisberedskap: kris beredskap
      dataskyddsombud: data skydd ombud
      informationssäkerhet: information säkerhet
      trafiksäkerhet: trafik säkerhet
      cykelväg: cykel väg
      busshållplats: buss hållplats
      fritidsgård: fritid gård
      kulturskola: kultur skola
      biblioteksplan: bibliotek plan
      fastighetsskatt: fastighet skatt
      markanvisning: mark anvisning
      lägenhetsinbrott: lägenhet inbrott
    """)

  @Test(arguments: compounds) func aCompoundIsTheWordsItIsPutTogetherOf(_ line: String) throws {
    let sides = line.split(separator: ": ")
    #expect(CompoundSplitter.system.parts(of: String(sides[0])).map(\.word).joined(separator: " ") == sides[1])
  }

  private static let others = lines(
    """
      barnen barnets kommunal kommunala kommunens ansvar förslag arbetar arbetare förening förvaltning utredning uppdrag överskott
      underskott ordförande ledamot personal nämnden nämnderna verksamhet verksamheter trygghet säkerhet ekonomi ekonomisk
      ekonomiska politiker politisk tidigare senare planering planeras redovisas redovisar beslutar beslutade beslutet kostnader
      kostnaden placering placeringar värdering hantering utveckling utvecklingen möjlighet möjligheter protokoll paragraf
      paragrafen budget budgeten system systematik rapport rapporten rapporter förfarande handläggare handläggning bordlägga
      bordläggs deltagare kunskap ledarskap medlemskap egenskap barndom ungdom sjukdom rikedom regering regeringen resurs resurser
      personer person rapporteras dokumenteras sammanhang sammanträde tillgång avgift avgifter avgifterna frågorna skolorna
      kvinnorna erfarenhet erfarenheter kvalitet kvaliteter delegera delegation bibliotek motion motionen reservation yrkande
      yrkanden bilaga bilagor ärende ärenden vårdnad kommunicera allvarlig viktiga särskilda hållbar hållbarhet tydlig tydliggöra
      underhåll inköp omsorg inkomst utgift lösning matematik generell lokaler lokalerna kollektiv intervju kontroll ansökan början
      ledning ledningen läkare brukare granskning granska bostad riktlinje bokslut
    """
  ).flatMap { $0.split(separator: " ").map(String.init) }

  @Test(arguments: others) func aWordThatOnlyLooksPutTogetherIsLeftWhole(_ word: String) {
    #expect(CompoundSplitter.system.parts(of: word).map(\.form) == [])
  }

  @Test func aPartIsNeverALeftoverLetterAndAWord() {
    #expect(!CompoundSplitter.system.parts(of: "fotboll").map(\.word).contains("tboll"))
    #expect(CompoundSplitter.system.parts(of: "kvalitetsökning").map(\.word) == ["kvalitet", "ökning"])
    #expect(CompoundSplitter.system.parts(of: "verksamhetsåret").map(\.word) == ["verksamhet", "året"])
  }

  @Test func lettersWithoutEndAreNoCompound() {
    #expect(CompoundSplitter.system.parts(of: String(repeating: "hus", count: 20_000)).isEmpty)
    #expect(CompoundSplitter.system.parts(of: "слово в слове").isEmpty)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }
}

@Suite struct MissingWordListTests {
  @Test func withoutAWordListNothingIsSplitAndANoteSaysWhatToInstall() {
    let splitter = CompoundSplitter(words: [])
    #expect(splitter.isMissing)
    #expect(splitter.parts(of: "matsvinn").isEmpty)
    #expect(CompoundSplitter.missingNote.contains("installera paketet wswedish"))
  }
}

@Suite struct WordAnalysisTests {
  private let analyzer = try? Analyzer(
    splitter: CompoundSplitter(words: ["hem", "sjuk", "vård", "sjukvård", "avgift", "avgifter", "social", "nämnd"]))

  private func parts(_ text: String) throws -> [[String]] {
    try #require(analyzer).words(of: text).map { $0.word.parts.map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test func aCompoundIsFoundByItsPartsTheirRowsAndTheirParts() throws {
    let found = try #require(try parts("Hemsjukvårdsavgifter").first)
    #expect(Set(found) == ["hem", "sjukvård", "avgift", "hemsjukvård", "sjukvårdsavgift", "sjuk", "vård"])
  }

  @Test func aWordThatIsMetAgainIsAnalysedTheSame() throws {
    let found = try parts("Socialnämnden avgift SOCIALNÄMND socialnämnd")
    #expect(found[2] == ["social", "nämnd"])
    #expect(found[2] == found[3])
    #expect(found[1] == [])
  }

  @Test("After a very long word the next ones take no more memory than they need: each once took as much as the long one")
  func memoryOfWords() throws {
    let words = try #require(analyzer).words(of: String(repeating: "x", count: 100_000) + " avgift hem avgift")
    #expect(words.map(\.word.exact.count) == [100_000, 6, 3, 6])
    #expect(words.dropFirst().allSatisfy { $0.word.exact.capacity < 1000 })
  }

  @Test func theExactFormTheStemAndThePlaceAreGivenInOrder() throws {
    var seen: [String] = []
    var text = "KF:s Avgifterna"
    try text.withUTF8 { bytes in
      try #require(analyzer).forEachWord(in: bytes) { exact, stem, _, range in
        seen.append("\(String(decoding: exact, as: UTF8.self)) \(String(decoding: stem, as: UTF8.self)) \(range)")
      }
    }
    #expect(seen == ["kf kf 0..<4", "avgifterna avgift 5..<15"])
  }

  @Test func aQuestionAsksForThePartsInOrder() throws {
    let parts = try #require(analyzer).compoundParts(of: Array("hemsjukvårdsavgifter".utf8))
    #expect(parts.map { String(decoding: $0, as: UTF8.self) } == ["hem", "sjukvård", "avgift"])
  }
}
