import Documents
import Testing

/// The heading of a § in each form that minutes write it, with title, diarienummer and classification code.
@Suite struct HeadingFormTests {
  /// A form of heading: `{n}` stands for the number, `{t}` for the title.
  struct Form: Sendable, CustomTestStringConvertible {
    var heading: String
    var caseNumber: String?
    var code: String?
    var testDescription: String { heading.replacing("\n", with: " ⏎ ") }

    init(_ heading: String, dnr caseNumber: String? = nil, code: String? = nil) {
      self.heading = heading
      self.caseNumber = caseNumber
      self.code = code
    }
  }

  private static let titles = [
    16: "Taxa för vatten och avlopp", 17: "Ansökan om bidrag till byalaget", 18: "Yttrande över detaljplan för Norra stranden",
  ]

  static let plainForms = [
    Form("§ {n} {t}"), Form("§{n} {t}"), Form("§ {n}. {t}"), Form("§ {n}/24 {t}"), Form("§ {n}\n{t}"), Form("§{n}\n{t}"),
    Form("§ {n}.\n{t}"),
    Form("        § {n} {t}"), Form("SN § {n} {t}"), Form("Sn § {n}\n{t}"), Form("Sn §{n}\n{t}"), Form("Au § 8{n} Sn § {n}\n{t}"),
    Form("Au § 8{n} Sn § {n} {t}"), Form("Au § 8{n}\nSn § {n}\n{t}"), Form("Sn § {n}\nSnau § 9{n}\nKs § 8{n}\n{t}"),
    Form("Au § 8{n}\n§ {n} {t}"), Form("{n} {t}"), Form("Socialnämnden § {n} Dnr A\n{t}", dnr: "A"),
  ]

  static let formsWithCaseNumber = [
    Form("Diarienummer VSF.2023.{n} 700\n§ {n} {t}", dnr: "VSF.2023.{n}", code: "700"),
    Form("Diarienummer ÄO-VSF.2022.2{n} 734\n§ {n} {t}", dnr: "ÄO-VSF.2022.2{n}", code: "734"),
    Form("§ {n} Ärendenummer SLK-2025-003{n}\n{t}", dnr: "SLK-2025-003{n}"),
    Form("§ {n} Ärendenummer SLK-2024-00009:{n}\n{t}", dnr: "SLK-2024-00009:{n}"),
    Form("§ {n} {t}                    Diarienummer 003{n}/2026", dnr: "003{n}/2026"),
    Form("§ {n}                                             Diarienummer 003{n}/2026\n{t}", dnr: "003{n}/2026"),
    Form("§ {n}                                             Diarienummer 001{n}/20212.6.\n{t}", dnr: "001{n}/2021", code: "2.6"),
    Form("§ {n} {t}                 BUN 2018/{n}", dnr: "BUN 2018/{n}"),
    Form("§ {n} {t}\nBUN 2018/{n}", dnr: "BUN 2018/{n}"),
    Form("§ {n} BUN 2018/{n} {t}", dnr: "BUN 2018/{n}"),
    Form("§ {n} Dnr 2018/{n} BUN\n{t}", dnr: "2018/{n}"),
    Form("§ {n} Dnr BUN 2018/{n} - {t}", dnr: "BUN 2018/{n}"),
    Form("§ {n} {t}, dnr 2018/{n}", dnr: "2018/{n}"),
    Form("§ {n} {t} (BUN18/00{n})", dnr: "BUN18/00{n}"),
    Form("Sn § {n}    Ks § 91    Ksau § 120    Dnr 2018/{n}\n{t}", dnr: "2018/{n}"),
    Form("§ {n}  Ks § 91  Dnr 2018/{n}\n{t}", dnr: "2018/{n}"),
    Form("Au § 1{n}                    Dnr 2018/{n}\nSn § {n}\n{t}", dnr: "2018/{n}"),
    Form("Diarienummer VSF.2023.{n}\nAu § 1{n}\nSn § {n}\n{t}", dnr: "VSF.2023.{n}"),
    Form("Sn § {n}                     Dnr 2018/{n}\nAu § 1{n}\n{t}", dnr: "2018/{n}"),
    Form("KF § {n} DNR: KU.2017.{n}\n{t}", dnr: "KU.2017.{n}"),
    Form("§{n} {t}\nDiarienummer 2023/BUN 02{n}", dnr: "2023/BUN 02{n}"),
    Form("§ {n}/20 {t}\nKS/2019/00{n}/0009", dnr: "KS/2019/00{n}/0009"),
    Form("Sn § {n} {t}\nDnr 2016/{n}", dnr: "2016/{n}"),
    Form("Ks § {n} Dnr 2012-KS01{n}\n{t}", dnr: "2012-KS01{n}"),
    Form("§ {n} Dnr KS 2018/{n}\n{t}", dnr: "KS 2018/{n}"),
    Form("§ {n} 13{n}/22\n{t}", dnr: "13{n}/22"),
    Form("§{n} {t}\n2011/KS 02{n} 001", dnr: "2011/KS 02{n}", code: "001"),
    Form("§ {n} {t} (SÄN/2012:{n})", dnr: "SÄN/2012:{n}"),
    Form("§ {n} {t}\n(SÄN/2012:{n})", dnr: "SÄN/2012:{n}"),
    Form("SN § {n} {t}\nDnr {n}/16", dnr: "{n}/16"),
    Form("§ {n}\n{t}\n2{n}/14", dnr: "2{n}/14"),
    Form("§ {n} {t}\nDnr 2010-110{n}", dnr: "2010-110{n}"),
    Form("§ {n} {t}\nDnr 1.6-04{n}/2011", dnr: "1.6-04{n}/2011"),
    Form("§ {n} {t}\nDiarienr IFN 2018/002{n}-1.6.1", dnr: "IFN 2018/002{n}", code: "1.6.1"),
    Form("DNR IFN 2018/002{n}-1.6.1\n§ {n} {t}", dnr: "IFN 2018/002{n}", code: "1.6.1"),
    Form("§ {n} {t}\nDnr KS-2014/7{n}.912", dnr: "KS-2014/7{n}", code: "912"),
    Form("Exp: Ekonomienheten          KS/2011:2{n}\n§ {n} {t}", dnr: "KS/2011:2{n}"),
    Form("§ {n} {t}\nÄrendenummer: Tn {n}/2026\nHandläggare: Ola Ek", dnr: "Tn {n}/2026"),
  ]

  @Test(arguments: plainForms + formsWithCaseNumber)
  func isRead(_ form: Form) throws { try check(form) }

  private func check(_ form: Form) throws {
    let paragrafer = try segment(Self.minutes(form)).paragrafer
    #expect(paragrafer.map(\.number) == [16, 17, 18])
    #expect(paragrafer.map(\.title) == Self.titles.sorted { $0.key < $1.key }.map(\.value))
    #expect(paragrafer.map(\.caseNumber) == [16, 17, 18].map { number in form.caseNumber.map { Self.fill($0, number) } })
    #expect(paragrafer.map(\.processCode) == [16, 17, 18].map { _ in form.code })
    for paragraf in paragrafer { #expect(paragraf.sections.contains { $0.kind == .decision }) }
  }

  private static func minutes(_ form: Form) -> String {
    let front = "Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n2024-03-12\n\n"
    return front
      + [16, 17, 18].map { number in
        """
        \(fill(form.heading, number))

        Beslut
        Socialnämnden godkänner förslaget.

        Ärendet
        Förvaltningen har räknat igenom vad ärendet kostar och hur det ska gå till.

        """
      }.joined(separator: "\n")
  }

  private static func fill(_ text: String, _ number: Int) -> String {
    text.replacing("{n}", with: "\(number)").replacing("{t}", with: titles[number] ?? "")
  }

  @Test func pointsWithNumbersMakeNoListOfTheParagraferAbove() throws {
    let document = try segment(
      """
      Björkmåla kommun
      Socialnämnden
      SAMMANTRÄDESPROTOKOLL
      2024-01-17

      § 1 Mötets öppnande

      Ordföranden öppnar mötet.

      § 2 Val av justerare

      Karin Berg (S) utses att justera protokollet.

      § 3 Internbudget

      Beslut

      1. Socialnämnden antar internbudgeten.

      2. Socialnämnden ger förvaltningen i uppdrag att återkomma.

      § 4 Rapport

      Beslut

      1. Socialnämnden godkänner rapporten.

      2. Paragrafen justeras omedelbart.
      """)
    #expect(document.paragrafer.map(\.number) == [1, 2, 3, 4])
  }
}
