import Documents
import Pages
import Testing

/// What white space and bold type tell of minutes that are printed.
@Suite struct TypeTests {
  private let front = ["Björkmåla kommun", "Sammanträdesprotokoll", "Socialnämnden", "2024-03-12"].map { PrintedLine($0) }
  private let text = (0..<3).map { _ in PrintedLine("Nämnden har ansvar för tillsynen av livsmedel och följer arbetet under året,") }

  private func segment(_ pages: [[PrintedLine]]) throws -> MunicipalDocument { try Repository.segmenter.get().segment(typeset(pages)) }

  private func lines(_ kind: Section.Kind, of paragraf: Paragraf?, in document: MunicipalDocument) -> [String] {
    let lines = paragraf?.sections.filter { $0.kind == kind }.flatMap(\.lines) ?? []
    return lines.map { String(decoding: document.text($0), as: UTF8.self) }
  }

  @Test func titlesMayStandAboveTheNumberOfTheirParagraf() throws {
    let paragrafer = [(11, "Avtal om färjetrafik"), (12, "Ärendet utgår"), (13, "Taxa för tillsyn")].flatMap { number, title in
      [PrintedLine(title, isBold: true, air: 1), PrintedLine("§ \(number) SN 2024/\(number)"), PrintedLine("Ärendet", isBold: true)] + text
        + [PrintedLine("Beslut", isBold: true), PrintedLine("Socialnämnden godkänner förslaget.")]
        + [PrintedLine("Beslutet skickas till", isBold: true), PrintedLine("Kommunstyrelsen")]
    }
    let document = try segment([front, paragrafer])
    #expect(document.paragrafer.map(\.title) == ["Avtal om färjetrafik", "Ärendet utgår", "Taxa för tillsyn"])
    #expect(document.paragrafer.map(\.caseNumber) == ["SN 2024/11", "SN 2024/12", "SN 2024/13"])
    #expect(document.paragrafer.map { lines(.recipients, of: $0, in: document) } == Array(repeating: ["Kommunstyrelsen"], count: 3))
  }

  @Test func recipientsSetALittleApartAreNoAttachment() throws {
    let names = ["Kommunstyrelsen", "Länsstyrelsen", "Revisorerna", "Kulturnämnden", "Valnämnden"]
    let lines =
      [PrintedLine("§ 11 Taxa", isBold: true), PrintedLine("Ärendet", isBold: true)] + text
      + [
        PrintedLine("Beslut", isBold: true), PrintedLine("Socialnämnden godkänner taxan."),
        PrintedLine("Beslutet skickas till", isBold: true),
      ]
    let document = try segment([
      front, lines + names.map { PrintedLine($0, air: 0.5) } + [PrintedLine("§ 12 Plan", isBold: true, air: 1)] + text,
    ])
    #expect(self.lines(.recipients, of: document.paragrafer.first, in: document) == names)
  }

  @Test func aBoldHeadingOverAListEndsAMotion() throws {
    let lines =
      [PrintedLine("§ 11 Taxa", isBold: true), PrintedLine("Ärendet", isBold: true)] + text
      + [PrintedLine("Yrkanden", isBold: true), PrintedLine("Ola Ek (M) yrkar bifall med tillägget ”Taxan gäller i ett år.”")]
      + [PrintedLine("Papper till mötet", isBold: true), PrintedLine("• Utkast till taxa"), PrintedLine("• Karta")]
      + [PrintedLine("Beslut", isBold: true), PrintedLine("Socialnämnden godkänner taxan.")]
    let next =
      [PrintedLine("§ 12 Plan", isBold: true, air: 1), PrintedLine("Ärendet", isBold: true)] + text
      + [PrintedLine("Beslut", isBold: true), PrintedLine("Planen antas."), PrintedLine("Beslutet skickas till", isBold: true)]
    let document = try segment([front, lines + next + [PrintedLine("Revisorerna")]])
    #expect(
      self.lines(.motion, of: document.paragrafer.first, in: document) == ["Ola Ek (M) yrkar bifall med tillägget ”Taxan gäller i ett år.”"]
    )
  }

  @Test func recipientsAboveTheNextCaseNumberCloseTheirParagraf() throws {
    let paragrafer = (11...14).flatMap { number in
      [PrintedLine("Dnr SN 2024/\(number)", air: 2), PrintedLine("§ \(number) Taxa", isBold: true)] + text
        + [
          PrintedLine("Beslut", isBold: true), PrintedLine("Socialnämnden godkänner taxan."),
          PrintedLine("Exp: Förening \(number)", air: 1),
        ]
    }
    let document = try segment([front, paragrafer])
    let inline = document.paragrafer.map { paragraf in
      paragraf.sections.filter { $0.kind == .recipients }.compactMap { section in
        section.heading.map { String(decoding: document.text($0), as: UTF8.self) }
      }
    }
    #expect(inline == (11...14).map { ["Exp: Förening \($0)"] })
    #expect(document.paragrafer.map(\.caseNumber) == (11...14).map { "SN 2024/\($0)" })
  }

  @Test(arguments: [(12.5, false), (11, true)])
  func theMatterBelowAPlaceIsPartOfTheTitleThoughItIsSetOtherwise(_ size: Double, _ isBold: Bool) throws {
    let paragrafer = [(11, "BJÖRKEN 2:14"), (12, "Eken 1:5 (Storgatan 5)"), (13, "TRAPPAN 3")].flatMap { number, place in
      [
        PrintedLine("§ \(number) \(place)", size: 12.5, isBold: true, air: 1),
        PrintedLine("Bygglov för garage", size: size, isBold: isBold),
        PrintedLine("Dnr BYGG 2024-\(number)"), PrintedLine("Beslut", isBold: true), PrintedLine("Bygglov beviljas."),
      ] + text
    }
    let document = try segment([front, paragrafer])
    #expect(
      document.paragrafer.map(\.title) == [
        "BJÖRKEN 2:14 Bygglov för garage", "Eken 1:5 (Storgatan 5) Bygglov för garage", "TRAPPAN 3 Bygglov för garage",
      ])
    #expect(document.paragrafer.map(\.caseNumber) == ["BYGG 2024-11", "BYGG 2024-12", "BYGG 2024-13"])
  }
}
