import Facts
import Testing

/// The layouts of tables that office programs print.
struct LayoutTests {
  private func table(_ page: Sheet) throws -> TableFacts {
    let tables = try Sample([page.result]).facts.tables
    #expect(tables.count == 1)
    return try #require(tables.first)
  }

  @Test("Luftiga rader och mellanrubriker hör till samma tabell")
  func airyRows() throws {
    let page = Sheet().row(at: 80, [.left(60, "Driftbudget, tkr")], isBold: true)
      .row(at: 110, [.right(300, "Budget 2023"), .right(400, "Budget 2024")], isBold: true)
      .row(at: 146, [.left(60, "Kommunstyrelsen")], isBold: true)
      .row(at: 182, [.left(60, "Administration"), .right(300, "14 300"), .right(400, "14 900")])
      .row(at: 218, [.left(60, "Räddningstjänst"), .right(300, "9 800"), .right(400, "10 050")])
    let table = try table(page)
    #expect(table.columns == ["Budget 2023", "Budget 2024"])
    #expect(table.rows.map(\.label) == ["Kommunstyrelsen", "Administration", "Räddningstjänst"])
    #expect(table.rows.map(\.values) == [[nil, nil], ["14 300", "14 900"], ["9 800", "10 050"]])
  }

  @Test("Kolumnnamn med mindre mellanrum än ett halvt typsnitt är var sitt namn")
  func namesNearOneAnother() throws {
    // "Utfall" ends 4.5 points before "Budget", "Budget" as much before "Avvikelse".
    let page = Sheet().row(at: 80, [.left(60, "Driftbudget, tkr")], isBold: true)
      .row(at: 110, [.left(200, "Utfall"), .left(234.5, "Budget"), .left(269, "Avvikelse")], isBold: true)
      .row(at: 130, [.left(60, "Administration"), .right(230, "14 300"), .right(264.5, "14 900"), .right(314, "600")])
      .row(at: 150, [.left(60, "Räddningstjänst"), .right(230, "9 800"), .right(264.5, "10 050"), .right(314, "250")])
    let table = try table(page)
    #expect(table.columns == ["Utfall", "Budget", "Avvikelse"])
    #expect(table.rows.map(\.values) == [["14 300", "14 900", "600"], ["9 800", "10 050", "250"]])
  }

  @Test("Ett namn mitt över tre år gäller dem, och inte kolumnen bredvid som har ett eget namn")
  func nameOverYearsBesideAnother() throws {
    let page = Sheet().row(at: 90, [.left(60, "Nyckeltal"), .left(265, "Bokslut"), .right(440, "Budget 2023")], isBold: true)
      .row(at: 104, [.right(240, "2021"), .right(295, "2022"), .right(350, "2023")], isBold: true)
      .row(at: 124, [.left(60, "Antal platser"), .right(240, "142"), .right(295, "142"), .right(350, "150"), .right(440, "155")])
      .row(at: 144, [.left(60, "Antal brukare"), .right(240, "318"), .right(295, "325"), .right(350, "331"), .right(440, "320")])
    #expect(try table(page).columns == ["Bokslut 2021", "Bokslut 2022", "Bokslut 2023", "Budget 2023"])
  }

  @Test("Ett huvud ensamt längst ner på sidan är huvudet över raderna på nästa")
  func headAtTheFoot() throws {
    let head: [Sheet.Cell] = [.left(60, "Uppdrag"), .left(240, "Startdatum"), .left(320, "Slutdatum"), .left(400, "Status")]
    let first = Sheet().row(at: 80, [.left(60, "Nämnden har följt upp uppdragen.")])
      .row(at: 760, [.left(60, "Uppdragen")], isBold: true).row(at: 780, head, isBold: true).result
    let second = Sheet(number: 2)
      .row(at: 60, [.left(60, "Utreda skolskjutsen"), .left(240, "2023-09-01"), .left(320, "2024-06-30"), .left(400, "Avslutad")])
      .row(at: 80, [.left(60, "Ta fram en lokalplan"), .left(240, "2024-01-15"), .left(320, "2024-12-31"), .left(400, "Pågår")]).result
    let facts = try Sample([first, second]).facts
    #expect(facts.tables.map(\.title) == ["Uppdragen"] && facts.tables.first?.columns == ["Startdatum", "Slutdatum", "Status"])
    #expect(facts.assignments.map(\.text) == ["Utreda skolskjutsen", "Ta fram en lokalplan"])
    #expect(facts.assignments.map(\.end) == ["2024-06-30", "2024-12-31"])
  }

  @Test("Tal mitt för en etikett på två rader hör till den")
  func figuresInTheMiddle() throws {
    let page = Sheet().row(at: 80, [.right(300, "2022"), .right(400, "2023")], isBold: true)
      .row(at: 108, [.left(60, "Andel elever som når målen")])
      .row(at: 114, [.right(300, "81 %"), .right(400, "84 %")])
      .row(at: 120, [.left(60, "i årskurs sex")])
      .row(at: 146, [.left(60, "Behöriga lärare"), .right(300, "71 %"), .right(400, "78 %")])
    let table = try table(page)
    #expect(table.rows.map(\.label) == ["Andel elever som når målen i årskurs sex", "Behöriga lärare"])
    #expect(table.rows.map(\.values) == [["81 %", "84 %"], ["71 %", "78 %"]])
  }

  @Test("En etikett mitt för tre rader gäller dem alla")
  func labelForSeveralRows() throws {
    let page = Sheet().row(at: 80, [.left(60, "Område"), .left(180, "Mått"), .right(400, "2022"), .right(480, "2023")], isBold: true)
      .row(at: 104, [.left(180, "Antal barn"), .right(400, "345"), .right(480, "351")])
      .row(at: 128, [.left(60, "Förskola"), .left(180, "Antal avdelningar"), .right(400, "21"), .right(480, "22")])
      .row(at: 152, [.left(180, "Barn per avdelning"), .right(400, "16,4"), .right(480, "16,0")])
      .row(at: 176, [.left(180, "Antal elever"), .right(400, "1 204"), .right(480, "1 198")])
      .row(at: 188, [.left(60, "Skola")])
      .row(at: 200, [.left(180, "Antal klasser"), .right(400, "54"), .right(480, "53")])
    let table = try table(page)
    #expect(table.rows.map(\.label) == ["Förskola", "Förskola", "Förskola", "Skola", "Skola"])
    #expect(table.rows.map { $0.values[0] } == ["Antal barn", "Antal avdelningar", "Barn per avdelning", "Antal elever", "Antal klasser"])
    let names = try Sample([page.result]).facts.indicators.map(\.name)
    #expect(names.first == "Förskola - Antal barn" && names.last == "Skola - Antal klasser")
  }

  @Test("Ett mål i två rader över tre nämndmål gör inte två av dem till ett, och det är nämndmålen som är bedömda")
  func goalOverSeveralGoals() throws {
    let head: [Sheet.Cell] = [.left(40, "Strategiska mål"), .left(220, "Nämndmål"), .left(400, "Nämnd"), .left(480, "Bedömning")]
    let page = Sheet().row(at: 80, head, isBold: true)
      .row(
        at: 94,
        [.left(40, "En trygg kommun där alla är"), .left(220, "Bra skolor i hela kommunen"), .left(400, "Skolnämnd"), .left(480, "Gul")]
      )
      .row(
        at: 106, [.left(40, "nöjda med det som ges"), .left(220, "Ärenden handläggs snabbt"), .left(400, "Vårdnämnd"), .left(480, "Grön")]
      )
      .row(at: 118, [.left(220, "Brukarna är nöjda med vården"), .left(400, "Vårdnämnd"), .left(480, "Röd")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.rows.map { $0.values.last } == ["Gul", "Grön", "Röd"])
    #expect(facts.tables.first?.rows.allSatisfy { $0.label == "En trygg kommun där alla är nöjda med det som ges" } == true)
    #expect(facts.goals.map(\.text) == ["Bra skolor i hela kommunen", "Ärenden handläggs snabbt", "Brukarna är nöjda med vården"])
    #expect(facts.goals.map(\.outcome) == ["delvis_uppnått", "uppnått", "ej_uppnått"])
  }

  @Test("Etikettens andra rad i höjd med nästa rad gör inte två rader till en; en kolumn med bara kön säger vems talen är")
  func labelBesideSexes() throws {
    let page = Sheet().row(at: 80, [.left(60, "Nyckeltal"), .right(400, "Utfall 2022"), .right(480, "Utfall 2023")], isBold: true)
      .row(at: 104, [.left(60, "Elever som når målen i åk 9, andel"), .left(280, "Totalt"), .right(400, "83,9"), .right(480, "84,1")])
      .row(at: 117, [.left(60, "(%)")])
      .row(at: 121, [.left(280, "Kvinnor"), .right(400, "85,2"), .right(480, "86,0")])
      .row(at: 138, [.left(280, "Män"), .right(400, "82,7"), .right(480, "82,3")])
    #expect(try table(page).rows.map { $0.values[1] } == ["83,9", "85,2", "82,7"])
    let found = try Sample([page.result]).facts.indicators
    let name = "Elever som når målen i åk 9, andel (%)"
    #expect(found.map(\.name) == [name, "\(name), Kvinnor", "\(name), Män"])
    #expect(found.map { $0.values["2023"] } == ["84,1", "86,0", "82,3"])
  }

  @Test("En rad som säger hur det gick är en rad, fast en av dess celler heter som en kolumn")
  func aCellNamedLikeAColumn() throws {
    let page = Sheet().row(at: 80, [.left(40, "Uppdrag"), .left(220, "Från"), .left(320, "Status"), .left(420, "Kommentar")], isBold: true)
      .row(at: 100, [.left(40, "Ta fram en cykelplan"), .left(220, "KF § 140"), .left(320, "Klart"), .left(420, "Antagen i maj")])
      .row(at: 120, [.left(40, "Utreda taxan"), .left(220, "Budget 2023"), .left(320, "Försenat"), .left(420, "Lagen väntas")])
      .row(at: 140, [.left(40, "Se över badplatser"), .left(220, "Budget 2023"), .left(320, "Pågår")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.rows.map(\.label) == ["Ta fram en cykelplan", "Utreda taxan", "Se över badplatser"])
    #expect(facts.assignments.map(\.statusAsWritten) == ["Klart", "Försenat", "Pågår"])
  }

  @Test("En rubrik över en rad av perioder börjar en ny tabell, fast den har lika många kolumner")
  func nextTable() throws {
    let page = Sheet().row(at: 80, [.left(60, "Resultaträkning")], isBold: true)
      .row(at: 98, [.left(60, "Mnkr"), .right(300, "2023"), .right(400, "2022")], isBold: true)
      .row(at: 114, [.left(60, "Intäkter"), .right(300, "438,6"), .right(400, "421,3")])
      .row(at: 130, [.left(60, "Kostnader"), .right(300, "-431,2"), .right(400, "-428,7")])
      .row(at: 156, [.left(60, "Balansräkning")], isBold: true)
      .row(at: 174, [.left(60, "Tkr"), .right(300, "31 dec 2023"), .right(400, "31 dec 2022")], isBold: true)
      .row(at: 190, [.left(60, "Tillgångar"), .right(300, "1 854 700"), .right(400, "1 842 900")])
      .row(at: 206, [.left(60, "Skulder"), .right(300, "977 300"), .right(400, "986 400")])
    let tables = try Sample([page.result]).facts.tables
    #expect(tables.map(\.title) == ["Resultaträkning", "Balansräkning"])
    #expect(tables.map(\.unit) == ["mnkr", "tkr"])
    #expect(tables.last?.columns == ["31 dec 2023", "31 dec 2022"])
  }

  @Test("Under nästa rubrik sägs ingen enhet för tabellen ovanför")
  func unitUnderTheNextHeading() throws {
    let page = Sheet().row(at: 80, [.left(60, "Nyckeltal")], isBold: true)
      .row(at: 98, [.left(60, "Mått"), .right(300, "2022"), .right(400, "2023")], isBold: true)
      .row(at: 114, [.left(60, "Besök"), .right(300, "97 340"), .right(400, "84 512")])
      .row(at: 130, [.left(60, "Lån"), .right(300, "82 011"), .right(400, "96 104")])
      .row(at: 160, [.left(60, "Ekonomi")], isBold: true)
      .row(at: 176, [.left(60, "Tabellen visar nettokostnad per verksamhet i tkr.")])
    #expect(try table(page).unit == nil)
  }

  @Test("Tal och namn som bryts i celler som slutar nedtill läses hela")
  func cellsThatEndAtOneHeight() throws {
    let page = Sheet().row(
      at: 80, [.left(60, "Mnkr"), .right(300, "Kostnader 2024"), .right(400, "Netto 2024"), .right(500, "Budget 2024")], isBold: true
    )
    .row(at: 104, [.left(60, "Kommunstyrelsen, räddnings-")])
    .row(at: 116, [.left(60, "tjänst"), .right(300, "−31,0"), .right(400, "−26,9"), .right(500, "−25,8")])
    .row(at: 136, [.left(60, "Omsorgsnämnden"), .right(300, "−1 480,5"), .right(400, "-237,0"), .right(500, "−1 215,3")])
    .row(at: 160, [.right(400, "−1"), .right(500, "−1")])
    .row(at: 172, [.left(60, "Summa nämnder"), .right(300, "−1 511,5"), .right(400, "263,9"), .right(500, "241,1")])
    let rows = try table(page).rows
    #expect(rows.map(\.label) == ["Kommunstyrelsen, räddningstjänst", "Omsorgsnämnden", "Summa nämnder"])
    #expect(rows.last?.values == ["−1 511,5", "−1 263,9", "−1 241,1"])
  }

  @Test("Också den första radens tal kan brytas, i varje kolumn")
  func firstRowThatEndsAtOneHeight() throws {
    let page = Sheet().row(at: 80, [.right(300, "2023"), .right(400, "2022")], isBold: true)
      .row(at: 98, [.right(300, "12"), .right(400, "12")])
      .row(at: 108, [.left(60, "Antal invånare"), .right(300, "418"), .right(400, "505")])
      .row(at: 124, [.left(60, "Utdebitering"), .right(300, "22,45"), .right(400, "22,45")])
      .row(at: 140, [.left(60, "Resultat i procent av skatter och")])
      .row(at: 150, [.left(60, "bidrag"), .right(300, "1,6"), .right(400, "2,8")])
    let rows = try table(page).rows
    #expect(rows.map(\.label) == ["Antal invånare", "Utdebitering", "Resultat i procent av skatter och bidrag"])
    #expect(rows.first?.values == ["12 418", "12 505"])
  }

  @Test("Enheten till höger ovanför kolumnernas namn är tabellens")
  func unitAboveTheHead() throws {
    let page = Sheet().row(at: 80, [.left(60, "Ekonomi")], isBold: true).row(at: 98, [.right(480, "Belopp i tkr")])
      .row(
        at: 114, [.left(60, "Verksamhet"), .right(300, "Budget 2024"), .right(390, "Prognos 2024"), .right(480, "Avvikelse")], isBold: true
      )
      .row(at: 130, [.left(60, "Gator"), .right(300, "14 200"), .right(390, "13 900"), .right(480, "300")])
      .row(at: 146, [.left(60, "Parker"), .right(300, "9 800"), .right(390, "11 150"), .right(480, "-1 350")])
    let table = try table(page)
    #expect(table.columns == ["Budget 2024", "Prognos 2024", "Avvikelse"])
    #expect(table.unit == "tkr" && table.legible)
  }

  @Test("Där etiketten kan höra till rader på två sätt fylls inget i")
  func ambiguousLabels() throws {
    let page = Sheet().row(at: 80, [.left(60, "Fråga"), .left(260, "Kön"), .right(400, "2022"), .right(480, "2023")], isBold: true)
      .row(at: 104, [.left(60, "Nöjda med maten"), .left(260, "Kvinnor"), .right(400, "71"), .right(480, "74")])
      .row(at: 128, [.left(260, "Män"), .right(400, "69"), .right(480, "70")])
      .row(at: 152, [.left(60, "Trygga"), .left(260, "Flickor"), .right(400, "81"), .right(480, "84")])
      .row(at: 176, [.left(260, "Pojkar"), .right(400, "79"), .right(480, "80")])
    #expect(try table(page).rows.map(\.label) == ["Nöjda med maten", "", "Trygga", ""])
    let names = try Sample([page.result]).facts.indicators.map(\.name)
    #expect(names == ["Nöjda med maten, Kvinnor", "Nöjda med maten, Män", "Trygga, Flickor", "Trygga, Pojkar"])
  }

  @Test("Datum över tal är kolumnnamn; ett datum på två rader är ett")
  func dates() throws {
    let balance = Sheet().row(at: 80, [.left(60, "Balansräkning (mnkr)")], isBold: true)
      .row(at: 98, [.left(240, "Not"), .right(360, "2022-12-31"), .right(460, "2023-12-31")], isBold: true)
      .row(at: 116, [.left(60, "Tillgångar"), .left(240, "10"), .right(360, "1 240,5"), .right(460, "1 302,8")])
      .row(at: 132, [.left(60, "Skulder"), .left(240, "11"), .right(360, "840,0"), .right(460, "851,2")])
    #expect(try table(balance).columns == ["Not", "2022-12-31", "2023-12-31"])
    let tasks = Sheet().row(
      at: 80, [.left(60, "Uppdrag"), .left(260, "Startdatum"), .left(340, "Slutdatum"), .left(430, "Status")], isBold: true
    )
    .row(at: 102, [.left(340, "2023-06-")])
    .row(at: 108, [.left(60, "Utred lokalerna"), .left(260, "2022-01-10"), .left(430, "Pågår")])
    .row(at: 114, [.left(340, "30")])
    .row(at: 140, [.left(60, "Se över taxan"), .left(260, "2022-03-01"), .left(340, "2023-12-31"), .left(430, "Klar")])
    #expect(try table(tasks).rows.map(\.values) == [["2022-01-10", "2023-06-30", "Pågår"], ["2022-03-01", "2023-12-31", "Klar"]])
  }

  @Test("Minus kan vara tankstreck, minustecken eller parentes, och tusental kan skiljas av hårt eller smalt blanksteg")
  func signsAndSpaces() throws {
    let page = Sheet().row(at: 80, [.left(60, "Resultat (tkr)")], isBold: true)
      .row(at: 98, [.right(300, "Budget"), .right(380, "Utfall")], isBold: true)
      .row(at: 114, [.left(60, "Intäkter"), .right(300, "12\u{A0}450"), .right(380, "13\u{202F}000")])
      .row(at: 130, [.left(60, "Kostnader"), .right(300, "\u{2212}11\u{2009}000"), .right(380, "–11\u{A0}900")])
      .row(at: 146, [.left(60, "Avskrivning"), .right(300, "(450)"), .right(380, "(500)")])
      .row(at: 162, [.left(60, "Summa"), .right(300, "1 000"), .right(380, "700")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.rows.map(\.label) == ["Intäkter", "Kostnader", "Avskrivning", "Summa"])
    let sums = facts.doubts.map(\.message).filter { $0.contains("tryckt som") }
    #expect(sums.count == 1 && sums.first?.contains("\"Utfall\" är tryckt som 700, men raderna ovanför ger 600") == true)
  }

  @Test("En tabell med bara ord läses under ett huvud av kända namn")
  func wordsOnly() throws {
    let page = Sheet().row(at: 80, [.left(60, "Internkontrollplan")], isBold: true)
      .row(at: 100, [.left(60, "Risk"), .left(200, "Åtgärd"), .left(400, "Ansvarig")], isBold: true)
      .row(at: 124, [.left(60, "Felaktiga utbetalningar"), .left(200, "Stickprov på tio ärenden"), .left(400, "Ekonomichef")])
      .row(at: 148, [.left(60, "Brister i avtalstrohet"), .left(200, "Analys av inköp utan"), .left(400, "Inköpschef")])
      .row(at: 159, [.left(200, "avtal varje kvartal")])
      .row(at: 210, [.left(60, "Planen följs upp varje år av nämnden och redovisas i december för kommunstyrelsen.")])
    let table = try table(page)
    #expect(table.columns == ["Åtgärd", "Ansvarig"])
    #expect(table.rows.map(\.label) == ["Felaktiga utbetalningar", "Brister i avtalstrohet"])
    #expect(table.rows.last?.values == ["Analys av inköp utan avtal varje kvartal", "Inköpschef"])
  }

  @Test("Första raden under ett helt huvud är en rad, också när inget i den är ett känt värde")
  func rowOfUnknownWords() throws {
    let page = Sheet().row(at: 80, [.left(60, "Mål")], isBold: true)
      .row(at: 100, [.left(60, "Mål"), .left(220, "Aktivitet"), .left(320, "Resultat"), .left(460, "Måluppfyllelse")])
      .row(
        at: 118, [.left(60, "Barn ska få vara med och"), .left(220, "Barnråd varje"), .left(320, "Alla har barnråd"), .left(460, "Hög")]
      )
      .row(at: 130, [.left(60, "påverka sin dag"), .left(220, "vecka")])
      .row(at: 148, [.left(60, "Språket ska höras"), .left(220, "Högläsning"), .left(320, "Sju av nio läser"), .left(460, "Delvis")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.columns == ["Aktivitet", "Resultat", "Måluppfyllelse"])
    #expect(facts.tables.first?.rows.map(\.label) == ["Barn ska få vara med och påverka sin dag", "Språket ska höras"])
    #expect(facts.tables.first?.rows.first?.values == ["Barnråd varje vecka", "Alla har barnråd", "Hög"])
  }

  @Test("Ett datum som bröts vid radens slut är ett värde och inget namn på en kolumn")
  func brokenDate() throws {
    let page = Sheet().row(at: 80, [.left(60, "Uppdrag från kommunfullmäktige")], isBold: true)
      .row(at: 100, [.left(60, "Uppdrag"), .left(220, "Ansvarig"), .left(320, "Klart"), .left(400, "Status")])
      .row(at: 118, [.left(60, "Utreda en ingång för nya"), .left(220, "Näringslivschef"), .left(320, "2023-12-"), .left(400, "Klart")])
      .row(at: 130, [.left(60, "företag"), .left(320, "31")])
      .row(at: 148, [.left(60, "Ta fram en strategi"), .left(220, "Teknisk chef"), .left(320, "2024-06-"), .left(400, "Pågår")])
      .row(at: 160, [.left(320, "30")])
      .row(at: 178, [.left(60, "Se över hyrorna"), .left(220, "Fritidschef"), .left(320, "2024-12-"), .left(400, "Pågår")])
      .row(at: 190, [.left(320, "31")])
    let table = try table(page)
    #expect(table.columns == ["Ansvarig", "Klart", "Status"])
    #expect(table.rows.map { $0.values[1] } == ["2023-12-31", "2024-06-30", "2024-12-31"])
    #expect(table.rows.first?.label == "Utreda en ingång för nya företag")
  }

  @Test("En § eller ett ord som bröts vid radens slut i en cell är ett värde", arguments: ["-", "\u{2010}", "\u{AD}"])
  func brokenCell(_ hyphen: String) throws {
    let page = Sheet().row(at: 80, [.left(60, "Uppdrag från kommunfullmäktige")], isBold: true)
      .row(at: 100, [.left(60, "Uppdrag"), .left(220, "Beslut"), .left(320, "Status"), .left(400, "Kommentar")])
      .row(
        at: 118,
        [.left(60, "Utreda en ingång för nya"), .left(220, "KF 2023-"), .left(320, "Klart"), .left(400, "Redovisad för social\(hyphen)")]
      )
      .row(at: 130, [.left(60, "företag"), .left(220, "11-27 §"), .left(400, "nämnden och barn-")])
      .row(at: 142, [.left(220, "140"), .left(400, "och skolnämnden")])
      .row(at: 160, [.left(60, "Ta fram en strategi"), .left(220, "KS 2024-02-"), .left(320, "Pågår"), .left(400, "Går som det ska")])
      .row(at: 172, [.left(220, "05 § 12")])
      .row(at: 190, [.left(60, "Se över hyrorna"), .left(220, "KS 2024-03-"), .left(320, "Pågår"), .left(400, "Klart i maj")])
      .row(at: 202, [.left(220, "04 § 31")])
    let table = try table(page)
    #expect(table.rows.count == 3)
    #expect(table.rows.map { $0.values[0] } == ["KF 2023-11-27 § 140", "KS 2024-02-05 § 12", "KS 2024-03-04 § 31"])
    #expect(table.rows.first?.values[2] == "Redovisad för socialnämnden och barn- och skolnämnden")
  }

  @Test("Namn som går ned på nästa rad i ett huvud över kryss hör dit")
  func namesOverTwoLines() throws {
    let page = Sheet().row(at: 80, [.left(60, "Mål och måluppfyllelse")], isBold: true)
      .row(at: 100, [.left(60, "Mål"), .left(300, "Uppfyllt"), .left(380, "Delvis"), .left(460, "Ej uppfyllt")])
      .row(at: 112, [.left(380, "uppfyllt")])
      .row(at: 130, [.left(60, "Alla barn får plats i tid"), .left(310, "X")])
      .row(at: 148, [.left(60, "Sjukfrånvaron minskar"), .left(470, "X")])
      .row(at: 166, [.left(60, "Fler söker till yrket"), .left(390, "X")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.columns == ["Uppfyllt", "Delvis uppfyllt", "Ej uppfyllt"])
    #expect(facts.tables.first?.rows.count == 3)
    #expect(facts.goals.map(\.outcome) == ["uppnått", "ej_uppnått", "delvis_uppnått"])
  }

  @Test("Ett kolumnnamn som bröts mitt i ordet är ett ord")
  func brokenName() throws {
    let page = Sheet().row(at: 80, [.left(60, "Resultat (mnkr)")], isBold: true)
      .row(at: 98, [.right(300, "Utfall"), .right(380, "Budget"), .right(460, "Avvik")], isBold: true)
      .row(at: 110, [.right(460, "else")], isBold: true)
      .row(at: 130, [.left(60, "Intäkter"), .right(300, "10,5"), .right(380, "10,0"), .right(460, "0,5")])
      .row(at: 146, [.left(60, "Kostnader"), .right(300, "-9,5"), .right(380, "-9,0"), .right(460, "-0,5")])
    #expect(try table(page).columns == ["Utfall", "Budget", "Avvikelse"])
  }

  @Test("Uppdrag som är rubriker med sin status på raden under läses alla")
  func assignmentsAsHeadings() throws {
    let items = ["Ta fram en plan för skogen", "Se över alla hyror", "Starta ett råd för unga"]
    var page = Sheet().row(at: 80, [.left(60, "Uppdrag i nämndplan 2023")], isBold: true)
    for (index, item) in items.enumerated() {
      let y = 110 + 70 * Double(index)
      page = page.row(at: y, [.left(60, item)], isBold: true).row(at: y + 25, [.left(60, "Status: Pågår")])
        .row(at: y + 50, [.left(60, "Arbetet går framåt.")])
    }
    #expect(try Sample([page.result]).facts.assignments.map(\.text) == items)
  }
}
