import Documents
import Testing

/// Diarienummer in forms that are an organ's own, told by the place where they stand.
@Suite struct CaseNumberFormTests {
  @Test(arguments: ["2011.087 TN", "Dnr 1428", "Dnr 11-10221.382", "Dnr 180-112-2011", "2011TN77", "Tn 478/08"])
  func aDiarienummerOfAnyFormStandsRightOfTheParagraf(_ number: String) throws {
    let document = try segment(Self.minutes(heading: "§ 26                    \(number)\nNya filter på verket"))
    #expect(document.paragrafer.first?.title == "Nya filter på verket")
    #expect(document.paragrafer.first?.caseNumber == (number.hasPrefix("Dnr ") ? String(number.dropFirst(4)) : number))
  }

  @Test(arguments: [
    "Budget 2024", "Berget 1:12", "2024", "KVARNEN 1:12", "Kl 13.00", "2024-2026", "12 500", "2024-03-12", "Bokslut", "SFS 2024",
  ])
  func whatStandsRightOfTheParagrafMayBeItsTitle(_ title: String) throws {
    let document = try segment(Self.minutes(heading: "§ 26                    \(title)\nNya filter på verket"))
    #expect(document.paragrafer.first?.caseNumber == nil)
    #expect(document.paragrafer.first?.title?.hasPrefix(title) == true)
  }

  @Test func anUnusualDiarienummerAfterItsLabelIsNotPartOfTheTitle() throws {
    let document = try segment(Self.minutes(heading: "§ 26. Tertialrapport 1 2011              Dnr 180-112-2011"))
    #expect(document.paragrafer.first?.title == "Tertialrapport 1 2011" && document.paragrafer.first?.caseNumber == "180-112-2011")
  }

  private static func minutes(heading: String) -> String {
    """
    Tekniska nämnden
    PROTOKOLL 2011-04-14

    \(heading)

    Beslut
    Tekniska nämnden godkänner förslaget.

    § 27 Information

    Beslut
    Tekniska nämnden tackar för informationen.
    """
  }
}
