import Pages
import Testing

@Suite struct HyphenationTests {
  private let hyphenation = Hyphenation(words: WordList())

  @Test(arguments: [
    ("Arbetet leds av social-", "nämnden i Björkmåla"),
    ("en tydligare ansvarsfördel-", "ningen"),
    ("gemen-", "samt"),
    ("SOCIAL-", "NÄMNDEN"),
    ("kommun\u{AD}", "styrelsen"),
  ])
  func aWordBrokenByTheLineIsJoined(before: String, after: String) {
    #expect(joint(before, after) == .join)
  }

  @Test(arguments: [
    ("nya e-", "tjänster"), ("fler SoL-", "boenden"), ("Maj-", "Britt Eriksson"), ("åren 2023-", "2024"), ("HVB-", "hem"),
    ("covid-", "19"),
  ])
  func aHyphenOfTheWordsOwnIsKept(before: String, after: String) {
    #expect(joint(before, after) == .keepHyphen)
  }

  @Test(arguments: [
    ("Individ-", "och familjenämnden"), ("barn-", "eller ungdomsvård"), ("kost-", "respektive lokalvård"),
    ("Kultur-", "fritids- och ungdomsnämnden"), ("barn-", "samt äldreomsorg"), ("Plan-", "& byggkontoret"),
  ])
  func aSuspendedWordKeepsHyphenAndSpace(before: String, after: String) {
    #expect(joint(before, after) == .keepHyphenAndSpace)
  }

  private func joint(_ before: String, _ after: String) -> Joint {
    hyphenation.joins(Array(before.utf8)[...], Array(after.utf8)[...])
  }
}
