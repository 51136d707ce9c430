import Language
import Testing

@Suite struct SpellingTests {
  private static let known = [
    ("socialnämnden", 900), ("socialnämnd", 200), ("nämnd", 700), ("nämnder", 80), ("hemtjänst", 300), ("hemtjänsten", 250),
    ("avgift", 500),
    ("avgifter", 450), ("uppgift", 90), ("budget", 600), ("reservation", 120), ("återremiss", 60), ("färdtjänst", 70), ("kommun", 2000),
    ("bokslut", 150), ("parkering", 40), ("bygglov", 88), ("mål", 900), ("mat", 50), ("skolskjuts", 30), ("protokoll", 800),
    ("kallelse", 20),
  ].map { Spelling.Candidate($0.0, frequency: $0.1) }

  @Test(arguments: [
    ("socialnämden", "socialnämnden"), ("nämd", "nämnd"), ("hemtjanst", "hemtjänst"), ("fardtjanst", "färdtjänst"), ("budjet", "budget"),
    ("reservasion", "reservation"), ("återemiss", "återremiss"), ("aterremiss", "återremiss"), ("komun", "kommun"), ("boksltu", "bokslut"),
    ("parkerring", "parkering"), ("byglov", "bygglov"), ("skolskuts", "skolskjuts"), ("protokol", "protokoll"), ("avgfit", "avgift"),
    ("mal", "mål"),
  ]) func aMisspeltWordHasTheWordThatWasMeant(typed: String, meant: String) {
    #expect(Spelling.best(for: typed, among: Self.known) == meant)
  }

  @Test(arguments: ["xylofon", "kalsong", "katt", "kol", "avgift", "nämnd", "räv", ""])
  func aKnownWordAndOneThatIsNearNoneHaveNone(typed: String) {
    #expect(Spelling.best(for: typed, among: Self.known) == nil)
  }

  @Test func ofWordsAsNearTheMoreFrequentIsMeant() {
    let words = [Spelling.Candidate("hatt", frequency: 2), Spelling.Candidate("matt", frequency: 90)]
    #expect(Spelling.best(for: "natt", among: words) == "matt")
  }

  @Test func dotsCostLessThanLettersAndTheDistanceIsTheSameBothWays() {
    #expect(Spelling.distance("mal", "mål") < Spelling.distance("mil", "mål"))
    #expect(Spelling.distance("nämd", "nämnd") == Spelling.distance("nämnd", "nämd"))
    #expect(Spelling.distance("taxa", "taxa") == 0)
  }

  @Test func theFirstLetterMayLackItsDots() {
    #expect(Set(Spelling.firstLetters(of: "aldreomsorg")) == ["a", "å", "ä", "à", "á"])
    #expect(Spelling.firstLetters(of: "budget") == ["b"])
    #expect(Spelling.undotted("hemtjänståö") == "hemtjanstao")
  }
}
