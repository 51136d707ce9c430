import PDFReading
import Pages
import Testing

@Suite struct MarginHeadingTests {
  private func headings(_ texts: [(String, Double)], font: String = "Helvetica-Bold") -> [TinyPDF.Run] {
    texts.map { TinyPDF.Run(text: $0.0, x: 70, y: $0.1, font: font) }
  }

  @Test func theyGetLinesOfTheirOwnBeforeTheText() throws {
    let text = [
      "Nämnden beslutar att höja avgiften för parkering", "från och med årsskiftet.", "Förvaltningen föreslår att avgiften höjs eftersom",
      "kostnaderna har ökat sedan i fjol.", "Kim Ek (S) yrkar bifall till förslaget.",
    ]
    let runs =
      TinyPDF.lines(Array(text[0...1]), x: 200, y: 100) + TinyPDF.lines(Array(text[2...3]), x: 200, y: 140)
      + TinyPDF.lines([text[4]], x: 200, y: 180)
    let found = try firstPage(
      TinyPDF(runs + headings([("Beslut", 100), ("Sammanfattning", 140), ("av ärendet", 152), ("Yrkanden", 180)]))
    ).shown
    #expect(found == ["Beslut", text[0], text[1], "Sammanfattning av ärendet", text[2], text[3], "Yrkanden", text[4]])
  }

  @Test func oneOfSeveralWordsStandsOverASingleWord() throws {
    let text = ["Nämnden beslutar att höja avgiften för parkering", "från och med årsskiftet.", "Kim Ek (S) yrkar bifall till förslaget."]
    let runs =
      TinyPDF.lines(Array(text[0...1]), x: 240, y: 100) + TinyPDF.lines([text[2]], x: 240, y: 140)
      + TinyPDF.lines(["Kommunstyrelsen", "706"], x: 240, y: 180, distance: 40)
    let labels = headings([("Beslut", 100), ("Yrkanden", 140), ("Beslutet skickas till", 180), ("Diarieplan", 220)])
    let shown = try firstPage(TinyPDF(runs + labels)).shown
    #expect(shown == ["Beslut", text[0], text[1], "Yrkanden", text[2], "Beslutet skickas till", "Kommunstyrelsen", "Diarieplan | 706"])
  }

  @Test func theLabelsOfAFrontPageStayBesideTheirValues() throws {
    let values = ["Kommunhuset, kl. 13.00", "Kim Ek (S), ordförande", "Alva Berg (M)", "Bo Dahl (C)", "Rut Mo, kommundirektör"]
    let runs = TinyPDF.lines(values, x: 200, y: 100, distance: 14)
    let labels = headings([("Plats och tid", 100), ("Beslutande", 114), ("Övriga", 156)])
    #expect(try firstPage(TinyPDF(runs + labels)).shown.first == "Plats och tid | Kommunhuset, kl. 13.00")
  }

  @Test func whatStandsInLargerTypeAboveALabelIsNoPartOfIt() throws {
    let text = ["Nämnden antar taxan för parkering.", "Nämnden väljer Kim Ek (S) till ombud.", "Kim Ek (S) yrkar bifall till förslaget."]
    let runs = text.enumerated().flatMap { TinyPDF.lines([$0.element], x: 200, y: 116 + Double($0.offset) * 60) }
    let titles = ["§ 12 Taxa", "§ 13 Val", "§ 14 Taxa"].enumerated().map {
      TinyPDF.Run(text: $0.element, x: 70, y: 102 + Double($0.offset) * 60, size: 13, font: "Helvetica-Bold")
    }
    let labels = headings([("Beslut", 116), ("Beslut", 176), ("Yrkanden", 236)])
    let shown = try firstPage(TinyPDF(runs + titles + labels)).shown
    #expect(shown == ["§ 12 Taxa", "Beslut", text[0], "§ 13 Val", "Beslut", text[1], "§ 14 Taxa", "Yrkanden", text[2]])
  }
}
