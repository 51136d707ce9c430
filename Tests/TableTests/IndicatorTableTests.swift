import Facts
import Foundation
import Testing

/// Key figures from tables whose rows or columns are of groups.
struct IndicatorTableTests {
  /// The key figures of a table in a report of 2023.
  private func read(_ table: String, title: String = "Nyckeltal") throws -> [Indicator] {
    try Sample(text: "Björkmåla kommun\nÅrsredovisning 2023\n\n\(title)\n\n\(table)\n").facts.indicators
  }

  private func values(_ table: String, title: String = "Nyckeltal") throws -> [String: [String: String]] {
    try read(table, title: title).reduce(into: [:]) { $0[$1.name] = $1.values }
  }

  @Test("En grupps kolumn är gruppens och inte kommunens")
  func columnsOfGroups() throws {
    let found = try values(
      """
      Förvaltning     Kvinnor 2022   Kvinnor 2023   Totalt 2022   Totalt 2023
      Kommunledning            4,6            4,1           3,9           3,3
      Vård                    10,9            9,8          10,1           9,2
      """)
    #expect(
      found == [
        "Kommunledning": ["2022": "3,9", "2023": "3,3"], "Kommunledning, Kvinnor": ["2022": "4,6", "2023": "4,1"],
        "Vård": ["2022": "10,1", "2023": "9,2"], "Vård, Kvinnor": ["2022": "10,9", "2023": "9,8"],
      ])
  }

  @Test("Under grupper med ett år per rad säger rubriken vad som mäts")
  func yearsAsRowsOfGroups() throws {
    let found = try values(
      """
      År      Kvinnor   Män   Totalt
      2022        7,8   4,1      6,9
      2023        7,2   4,4      6,5
      """, title: "Sjukfrånvaro")
    #expect(
      found == [
        "Sjukfrånvaro - Kvinnor": ["2022": "7,8", "2023": "7,2"], "Sjukfrånvaro - Män": ["2022": "4,1", "2023": "4,4"],
        "Sjukfrånvaro - Totalt": ["2022": "6,9", "2023": "6,5"],
      ])
  }

  @Test("Av två månader ett år är ingen årets")
  func months() throws {
    let found = try values(
      """
      Nyckeltal              Mål   Okt 2024   Sep 2024   Okt 2023
      Telefonen, samma dag   100         88         86         91
      Besök inom 3 dagar     100         79         78         82
      """)
    #expect(found == ["Telefonen, samma dag": ["2023": "91"], "Besök inom 3 dagar": ["2023": "82"]])
  }

  @Test("Utan kolumn för helheten finns bara gruppernas nyckeltal")
  func onlyGroups() throws {
    let found = try values(
      """
      Mått             Heltid 2022   Heltid 2023   Deltid 2022   Deltid 2023
      Andel nöjda, %            80            81            82            83
      Antal svar                10            11            12            13
      """)
    #expect(found["Andel nöjda, %"] == nil)
    #expect(found["Andel nöjda, %, Heltid"] == ["2022": "80", "2023": "81"])
    #expect(found["Antal svar, Deltid"] == ["2022": "12", "2023": "13"])
  }

  @Test("Kommunens namn är kommunens kolumn; grannar och riket är andras")
  func theMunicipalityItself() throws {
    let found = try values(
      """
      Mått             Riket 2023   Björkmåla 2022   Björkmåla 2023   Granby 2023
      Andel nöjda, %           80               81               82            83
      Andel trygga, %          70               71               72            73
      """)
    #expect(found == ["Andel nöjda, %": ["2022": "81", "2023": "82"], "Andel trygga, %": ["2022": "71", "2023": "72"]])
  }

  @Test("Kön och åldrar under den totala sjukfrånvaron heter som den")
  func partsOfTheWhole() throws {
    let found = try read(
      """
                                        2022      2023
      Total sjukfrånvaro                 8,3       7,4
      - varav långtidssjukfrånvaro      33,5      38,2
      Kvinnor                            9,0       8,1
      Män                                5,9       5,0
      29 år eller yngre                  7,9       6,8
      30–49 år                           7,8       6,9
      """, title: "Sjukfrånvaro")
    #expect(
      found.map(\.name) == [
        "Total sjukfrånvaro", "Total sjukfrånvaro - varav långtidssjukfrånvaro", "Total sjukfrånvaro - Kvinnor", "Total sjukfrånvaro - Män",
        "Total sjukfrånvaro - 29 år eller yngre", "Total sjukfrånvaro - 30–49 år",
      ])
  }

  @Test("Etiketter som kommer igen skiljs åt av rubrikerna mellan raderna")
  func headingsBetweenRows() throws {
    let found = try read(
      """
                             2022      2023
      Hemtjänst
      Antal brukare           308       315
      Antal timmar          8 512     8 799
      Särskilt boende
      Antal brukare           148       140
      Beläggning, %            98        99
      """)
    #expect(found.map(\.name) == ["Hemtjänst - Antal brukare", "Antal timmar", "Särskilt boende - Antal brukare", "Beläggning, %"])
  }

  @Test("Tabeller under rubriken Resultat är nyckeltal, men en resultaträkning är ingen")
  func titleIsResult() throws {
    let rows = { (first: String, second: String) in
      """
                                     2021      2022      2023
      \(first.padding(28))  214       219       226
      \(second.padding(28))   84        85        86
      """
    }
    #expect(try read(rows("Andel nöjda brukare, %", "Behöriga till gymnasiet, %"), title: "Resultat").count == 2)
    #expect(try read(rows("Verksamhetens intäkter", "Verksamhetens kostnader"), title: "Resultat").isEmpty)
  }

  @Test("En termin står för sitt år där den är årets enda")
  func terms() throws {
    let table = { (second: String) in
      """
      Mått                      VT 2022   \(second)
      Andel behöriga, %              80        81
      Andel trygga, %                70        71
      """
    }
    #expect(try read(table("VT 2023")).map(\.values) == [["2022": "80", "2023": "81"], ["2022": "70", "2023": "71"]])
    #expect(try read(table("HT 2022")).isEmpty)
  }

  @Test("Ett mål bredvid sina mått är inget målvärde")
  func aGoalIsNoTarget() throws {
    let found = try read(
      """
      Område    Mål                        Indikator          Utfall 2022   Utfall 2023   Målvärde 2023   Bedömning
      Skola     Alla ska trivas            Andel trygga, %             81            82              85   Ej uppnått
      Vård      Vården ska vara nära       Andel nöjda, %              71            74              70   Uppnått
      """, title: "Uppföljning")
    #expect(found.map(\.target) == ["85", "70"])
    #expect(found.map(\.name) == ["Skola - Andel trygga, %", "Vård - Andel nöjda, %"])
  }

  @Test("Målets bedömning är inte dess första måtts, och målet inget område")
  func aGoalsAssessment() throws {
    let found = try read(
      """
      Mål                    Indikator          Utfall 2022   Utfall 2023   Målvärde 2023   Måluppfyllelse
      Alla ska trivas        Andel trygga, %             81            82              85   Ej uppnått
                             Andel nöjda, %              71            74              70
      """, title: "Uppföljning")
    #expect(found.map(\.name) == ["Andel trygga, %", "Andel nöjda, %"])
    #expect(found.allSatisfy { $0.assessment == nil })
  }

  @Test("Könens kolumner är av det år som tabellens rubrik har")
  func yearOfTheTitle() throws {
    let table = """
      Mått                   Kvinnor     Män     Totalt
      Sjukfrånvaro, %            7,9     4,5        7,1
      Andel heltid, %             81      95         83
      """
    let found = try values(table, title: "Personalen 2022")
    #expect(found["Sjukfrånvaro, %"] == ["2022": "7,1"] && found["Andel heltid, %, Män"] == ["2022": "95"])
    #expect(try read(table, title: "Personalen").isEmpty)
  }

  @Test("Rader som kan ha lästs ihop ger inga nyckeltal")
  func joinedRows() throws {
    let found = try read(
      """
      Mått                                 Utfall 2022   Utfall 2023   Mål 2023
      Andel trygga, % Meritvärde                 91 94         89 95        100
      Andel nöjda, %                                71            74         75
      Andel heltid, % Antal anställda           82 214        85 219     88 225
      """)
    #expect(found.map(\.name) == ["Andel nöjda, %"])
  }

  @Test("Ett streck är ingen bedömning")
  func aDashIsNoAssessment() throws {
    let found = try read(
      """
      Mått                  Utfall 2022   Utfall 2023   Mål 2023   Måluppfyllelse
      Antal anställda             1 823         1 846          –                –
      Andel heltid, %                71            74         75           Delvis
      """)
    #expect(found.map(\.assessment) == [nil, "Delvis"])
    #expect(found.map(\.target) == [nil, "75"])
  }

  @Test("Trend och analys är inga bedömningar, och en pil är ingen", arguments: ["Trend", "Analys", "Utveckling"])
  func trendIsNoAssessment(column: String) throws {
    let found = try read(
      """
      Nyckeltal            2022   2023   Målvärde   \(column)
      Andel nöjda, %         80     81         85   ↗
      Andel trygga, %        70     71         75   ↘
      """)
    #expect(found.map(\.values) == [["2022": "80", "2023": "81"], ["2022": "70", "2023": "71"]])
    #expect(found.map(\.target) == ["85", "75"])
    #expect(found.allSatisfy { $0.assessment == nil })
  }

  @Test("Utvecklingen i ord är en bedömning")
  func developmentInWords() throws {
    let found = try read(
      """
      Nyckeltal            2022   2023   Utveckling
      Andel nöjda, %         80     81   Förbättras
      Andel trygga, %        72     71   Försämras
      """)
    #expect(found.map(\.assessment) == ["Förbättras", "Försämras"])
  }

  @Test(
    "Säger rubriken vad som mäts och raderna bara för vem, står båda i namnet",
    arguments: [
      ("Sjukfrånvaro i procent", "Förvaltning", "Sjukfrånvaro i procent - Skola"),
      ("Tabell 4. Examen inom tre år (%), egna skolor", "", "Examen inom tre år (%), egna skolor - Skola"),
      ("Meritvärde i årskurs 9 per skola", "Skola", "Meritvärde i årskurs 9 per skola - Skola"),
      ("Sjukfrånvaro i procent", "Indikator", "Skola"), ("Personal", "Förvaltning", "Skola"),
    ])
  func measureOfTheTitle(title: String, head: String, name: String) throws {
    let found = try read(
      """
      \(head.padding(toLength: 20, withPad: " ", startingAt: 0))2022   2023
      Skola                6,1    6,4
      Omsorg               8,9    9,1
      """, title: title)
    #expect(found.first?.name == name)
    #expect(found.first?.values == ["2022": "6,1", "2023": "6,4"])
  }

  @Test(
    "Säger namnet över raderna vad som mäts, står det i namnet",
    arguments: [
      ("Frånvaro, procent av ordinarie arbetstid", "Frånvaro, procent av ordinarie arbetstid - Skola"),
      ("Klarat kursen inom ett år, andel (%)", "Klarat kursen inom ett år, andel (%) - Skola"),
      ("Antal anställda", "Antal anställda - Skola"),
      ("Indikator (%)", "Skola"), ("Andel i procent", "Skola"), ("Yrkesgrupp, procent", "Skola"), ("Vårdkö, %", "Skola"),
    ])
  func measureOverTheLabels(head: String, name: String) throws {
    let found = try read(
      """
      \(head.padding(44))2022   2023
      \("Skola".padding(44)) 6,1    6,4
      \("Omsorg".padding(44)) 8,9    9,1
      """, title: "Personal")
    #expect(found.first?.name == name)
    #expect(found.first?.values == ["2022": "6,1", "2023": "6,4"])
  }

  @Test("Under namnet på det som mäts är \"varav\" av raden ovanför")
  func sharesUnderTheMeasure() throws {
    let found = try read(
      """
      Antal anställda              2022      2023
      Fastanställda                 311       340
      varav kvinnor                 254       281
      Vikarier                       57        59
      Totalt                        368       399
      """, title: "Personal")
    #expect(
      found.map(\.name) == [
        "Antal anställda - Fastanställda", "Antal anställda - Fastanställda - varav kvinnor", "Antal anställda - Vikarier",
        "Antal anställda - Totalt",
      ])
  }

  @Test("Samma \"varav\" under flera förvaltningar är av den ovanför")
  func sharesOfGroups() throws {
    let found = try read(
      """
      Heltid, %                2022      2023
      Skolförvaltningen          81        84
      varav kvinnor              78        80
      Socialförvaltningen        71        74
      varav kvinnor              70        71
      """, title: "Personal")
    #expect(
      found.map(\.name) == [
        "Heltid, % - Skolförvaltningen", "Heltid, % - Skolförvaltningen - varav kvinnor", "Heltid, % - Socialförvaltningen",
        "Heltid, % - Socialförvaltningen - varav kvinnor",
      ])
  }

  @Test("\"Varav\" ett kön är av raden ovanför, också bland andra mått")
  func sexesAmongMeasures() throws {
    let found = try read(
      """
                               2022      2023
      Antal elever              577       588
      varav flickor             280       290
      Elever per lärare        12,4      12,0
      """, title: "Nyckeltal och utfall")
    #expect(found.map(\.name) == ["Antal elever", "Antal elever - varav flickor", "Elever per lärare"])
  }

  @Test("Mål med omdömen för åren är inga nyckeltal, men mätetal för mål är det")
  func yearsOfGoals() throws {
    let table = { (first: String, second: String) in
      """
      Mål                                      2022                 2023
      Alla ska kunna simma                     \(first.padding(21))\(second)
      Parkerna ska vara trygga                 \(second.padding(21))\(first)
      """
    }
    #expect(try read(table("Delvis uppfyllt", "Uppfyllt"), title: "Uppföljning").isEmpty)
    #expect(try read(table("81", "82"), title: "Uppföljning").count == 2)
  }

  @Test(
    "En prognos i omdömen är en bedömning, utan punkten framför; en i siffror är ingen",
    arguments: [
      ("Uppnås inte", "Uppnås", ["Uppnås inte", "Uppnås"]), ("● Uppnås inte", "● Uppnås", ["Uppnås inte", "Uppnås"]),
      ("83", "72", [nil, nil]),
    ])
  func forecasts(first: String, second: String, assessments: [String?]) throws {
    let found = try read(
      """
      Indikator            2022   2023   Målvärde   Prognos
      Andel nöjda, %         80     81         85   \(first)
      Andel trygga, %        70     71         75   \(second)
      """)
    #expect(found.map(\.assessment) == assessments)
    #expect(found.map(\.target) == ["85", "75"])
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
