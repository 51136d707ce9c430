import Pages
import Testing

/// What becomes of a hyphen at a line's end: `|` stands for the line break.
@Suite struct HyphenationTests {
  private let hyphenation = Hyphenation(words: WordList())

  @Test(arguments: [
    "social-|nämnden", "ansvarsfördel-|ningen", "genom-|gång", "leda-|mot", "tjänste-|skrivelse", "kommun-|fullmäktige",
    "verksam-|heten", "ersätt-|are", "avgifts-|taxa", "grundskole-|nämnden", "SOCIAL-|NÄMNDEN", "gemen-|samt", "efter-|som", "in-|till",
    "verk-|samt",
    "bygg-|nadsnämnden", "fritids-|hemmen", "återremit-|teras", "års-|redovisning", "be-|slutar", "ut-|redningen", "om-|prövning",
    "hemtjänst-|taxan", "ärende-|beredning", "Kommun-|styrelsen", "Socialför-|valtningen", "vatten-|ledningsnätet", "av-|slag", "bi-|fall",
    "nämn-|den.", "förvalt-|ningens", "skolskjuts-|reglementet", "budget-|underskott", "före-|dragningslista", "pro-|tokollet",
    "or-|ganisations- och", "måluppfyl-|lelse,", "medborgar-|förslag", "vårdnads-|havare", "delegations-|beslut", "närings-|livet",
    "sam-|manträde", "för-|skola",
  ])
  func aWordBrokenByTheLineIsJoined(pair: String) {
    #expect(joint(pair) == .join)
  }

  @Test(arguments: [
    "e-|tjänster", "SoL-|boende", "Maj-|Britt", "2023-|2024", "AU-|protokoll", "ja-|röster", "nej-|röster",
    "Ja-|propositionen", "HVB-|hem", "covid-|19", "va-|taxan", "it-|system", "LSS-|insatser", "IVO-|granskningen", "Karl-|Johan",
    "2:1-|2:4", "E-|tjänster", "SKR-|rapporten",
    "f-|skatt", "FN-|konventionen", "PISA-|resultat", "icke-|EU", "KS-|ordförande",
  ])
  func aHyphenOfTheWordsOwnIsKept(pair: String) {
    #expect(joint(pair) == .keepHyphen)
  }

  @Test(arguments: [
    "Individ-|och familjenämnden", "hälso-|och sjukvård", "vård-|och omsorgsboende", "barn-|eller ungdomsvård",
    "kost-|respektive lokalvård",
    "Kultur-|fritids- och ungdomsnämnden", "barn-|samt äldreomsorg", "Plan-|& byggkontoret", "mark-|och exploateringsavtal",
    "in-|och utvändigt", "för-|och nackdelar", "kommun-|till regionnivå", "dag-|resp. nattpersonal",
  ])
  func aSuspendedWordKeepsHyphenAndSpace(pair: String) {
    #expect(joint(pair) == .keepHyphenAndSpace)
  }

  @Test func aSoftHyphenIsTheLineBreaksOwn() {
    #expect(joint("kommun\u{AD}|styrelsen") == .join)
  }

  @Test func withoutAWordListTheWordIsJoined() {
    let blind = Hyphenation(words: WordList(path: "/finns/inte"))
    #expect(blind.joins(Array("social-".utf8)[...], Array("nämnden".utf8)[...]) == .join)
  }

  private func joint(_ pair: String) -> Joint {
    let halves = pair.split(separator: "|").map { Array($0.utf8)[...] }
    return hyphenation.joins(halves[0], halves[1])
  }
}
