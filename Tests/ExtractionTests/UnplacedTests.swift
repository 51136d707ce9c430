import Facts
import Testing

/// What no rule placed is said, so that its owner sees what a rule is missing.
@Suite struct UnplacedTests {
  @Test func aLineBeforeTheFirstParagrafThatNoRuleKnowsIsSaidWithItsPlace() throws {
    let front =
      "Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n\nNärvarorättsinnehavare i sal   Karin Berg\n\nParagrafer   §§ 1–2\n"
    let unplaced = try facts(front + Self.paragrafer).unplaced
    #expect(unplaced.map(\.quote) == ["Närvarorättsinnehavare i sal Karin Berg"])
    #expect(unplaced.first?.page == 1 && unplaced.first?.lines == [5, 5])
  }

  @Test func minutesWhoseLinesAreAllKnownHaveNone() throws {
    let front = "Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n\nBeslutande   Karin Berg (S)\nParagrafer   §§ 1–2\n"
    #expect(try facts(front + Self.paragrafer).unplaced.isEmpty)
  }

  private static let paragrafer = """

    § 1 Taxa för vatten

    Beslut
    Socialnämnden antar taxan.

    § 2 Val av ombud

    Beslut
    Socialnämnden utser Karin Berg (S).

    """
}
