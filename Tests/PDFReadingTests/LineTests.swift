import PDFReading
import Pages
import Testing

@Suite struct LineTests {
  private func shown(_ runs: [TinyPDF.Run]) throws -> [String] { try firstPage(TinyPDF(runs)).shown }

  @Test func whatStandsFarApartIsCells() throws {
    let runs = [TinyPDF.Run(text: "Plats och tid", x: 70, y: 80), TinyPDF.Run(text: "Kommunhuset, Björkmåla", x: 220, y: 80)]
    #expect(try shown(runs) == ["Plats och tid | Kommunhuset, Björkmåla"])
  }

  @Test func theWordSpacesOfAJustifiedLinePartNothing() throws {
    #expect(
      try shown([TinyPDF.Run(text: "nämnden beslutar att ge uppdraget", x: 70, y: 80, wordSpacing: 9)]) == [
        "nämnden beslutar att ge uppdraget"
      ])
  }

  @Test func figuresAsFarApartAreCells() throws {
    let runs = ["310", "278", "399", "698"].enumerated().map { TinyPDF.Run(text: $1, x: 70 + Double($0) * 28, y: 80) }
    #expect(try shown(runs) == ["310 | 278 | 399 | 698"])
  }

  @Test("A label in smaller type beside its value, set a little higher, keeps its spaces")
  func smallLabel() throws {
    let page = try firstPage(
      TinyPDF([
        TinyPDF.Run(text: "Plats och tid", x: 70, y: 80.8, size: 8), TinyPDF.Run(text: "Stora salen, kommunhuset", x: 180, y: 82, size: 11),
        TinyPDF.Run(text: "Dag och tid", x: 70, y: 100.8, size: 8), TinyPDF.Run(text: "Den 16 oktober 2024", x: 180, y: 102, size: 11),
      ]))
    let texts = page.lines.map { String(decoding: page.text[$0.range], as: UTF8.self) }
    #expect(texts.map { $0.contains("Plats och tid") || $0.contains("Dag och tid") }.count(where: { $0 }) == 2, "\(texts)")
  }

  @Test func aFootnoteMarkIsNoLineOfItsOwn() throws {
    let page = try firstPage(TinyPDF(TinyPDF.lines(["Avgiften höjs enligt taxan⟨1⟩", "från och med årsskiftet."], x: 70, y: 80)))
    #expect(page.lines.count == 2)
    #expect(page.lines[0].fontSize == 10)
    #expect(page.shown[1] == "från och med årsskiftet.")
  }

  @Test func textThatRunsUpThePageIsKeptApart() throws {
    let body = TinyPDF.lines(["Nämnden godkänner rapporten.", "Nämnden godkänner budgeten.", "Nämnden tackar."], x: 70, y: 80)
    let page = try firstPage(TinyPDF(body + [TinyPDF.Run(text: "Foto: Kim Ek", x: 40, y: 130, size: 7, angle: 90)]))
    #expect(page.shown == body.map(\.text) + ["Foto: Kim Ek"])
    #expect(page.lines[3].leading == 0)
  }

  @Test func wordsAreTheirText() throws {
    let page = try firstPage(TinyPDF([TinyPDF.Run(text: "Åsa Öberg (S)", x: 70, y: 80)]))
    #expect(page.words.map { String(decoding: page.text[$0.range], as: UTF8.self) } == ["Åsa", "Öberg", "(S)"])
    #expect(page.words[0].box.x1 <= page.words[1].box.x0)
  }
}

@Suite struct LetterSpacingTests {
  @Test(arguments: [("Sammanträdesprotokoll", 4.0), ("PROTOKOLL", 1.5)])
  func aSpacedHeadingIsOneWordWithOneBox(text: String, spacing: Double) throws {
    let page = try firstPage(TinyPDF([TinyPDF.Run(text: text, x: 70, y: 80, letterSpacing: spacing)]))
    #expect(page.shown == [text])
    #expect(page.words.count == 1)
    #expect(page.words.first?.box == page.lines[0].box)
  }

  @Test func twoSpacedWordsStayTwo() throws {
    let page = try firstPage(TinyPDF([TinyPDF.Run(text: "Sociala nämnden", x: 70, y: 80, letterSpacing: 3, wordSpacing: 4)]))
    #expect(page.words.map { String(decoding: page.text[$0.range], as: UTF8.self) } == ["Sociala", "nämnden"])
  }

  @Test(arguments: ["från den 1 maj t o m den 3 juni", "i en by på ö", "1 2 3 4 5 6"])
  func shortWordsAreLeftAlone(text: String) throws {
    #expect(try firstPage(TinyPDF([TinyPDF.Run(text: text, x: 70, y: 80)])).shown == [text])
  }
}

@Suite struct FontTests {
  @Test(arguments: [
    "Helvetica-Bold", "ABCDEF+Arial,Bold", "Frutiger-Black", "Lato-Heavy", "MyriadPro-Semibold", "AvenirNext-DemiBold",
    "TimesNewRomanPS-BoldMT",
  ])
  func boldFacesAreBold(font: String) throws {
    #expect(try firstPage(TinyPDF([TinyPDF.Run(text: "Beslut", x: 70, y: 80, font: font)])).lines[0].isBold)
  }

  @Test(arguments: ["Helvetica", "ABCDEF+Calibri", "Times-Italic", "Lato-Light", "Bookman"])
  func othersAreNot(font: String) throws {
    #expect(try !firstPage(TinyPDF([TinyPDF.Run(text: "Beslut", x: 70, y: 80, font: font)])).lines[0].isBold)
  }

  @Test func theSizeIsThatOfMostGlyphs() throws {
    let runs = [TinyPDF.Run(text: "§", x: 70, y: 80, size: 16), TinyPDF.Run(text: "Ändring av taxan för vatten", x: 90, y: 80, size: 11)]
    #expect(try firstPage(TinyPDF(runs)).lines[0].fontSize == 11)
  }
}
