import PDFReading
import Pages
import Testing

/// A footnote's mark must never become part of a figure, and its text never part of a sentence.
@Suite struct FootnoteTests {
  private let text = [
    "Utfallet visar ett överskott på 1 753⟨1⟩ tkr mot budget, och", "prognosen är ett underskott på 12,4⟨2⟩ mnkr för helåret.",
    "Lokalerna växte med 3 200 m⟨2⟩ och utsläppen av CO⟦2⟧ sjönk.",
  ]
  private let notes = ["⟨1⟩ Preliminär siffra.", "⟨2⟩ Omräknat med nytt index, se bilagan om", "hur index tas fram."]

  private func page(_ text: [String], _ notes: [String], size: Double = 8) throws -> Page {
    try firstPage(TinyPDF(TinyPDF.lines(text, x: 70, y: 80) + TinyPDF.lines(notes, x: 70, y: 760, distance: 10, size: size)))
  }

  @Test func itsMarksAreTakenOutOfTheText() throws {
    let page = try page(text, notes)
    #expect(page.shown[0] == "Utfallet visar ett överskott på 1 753 tkr mot budget, och")
    #expect(page.shown[1] == "prognosen är ett underskott på 12,4 mnkr för helåret.")
  }

  @Test("Browsers set a raised mark hardly smaller than the text", arguments: [0.75, 0.83, 0.85]) func aMarkIsOneInLargerTypeToo(
    size: Double
  ) throws {
    var runs =
      TinyPDF.lines(text + ["Kansliet⟨1⟩ har 11 204⟨2⟩ ärenden."], x: 70, y: 80)
      + TinyPDF.lines(notes, x: 70, y: 760, distance: 10, size: 8)
    for index in runs.indices { runs[index].markSize = size }
    let page = try firstPage(TinyPDF(runs))
    #expect(page.shown[0] == "Utfallet visar ett överskott på 1 753 tkr mot budget, och")
    #expect(page.shown[3] == "Kansliet har 11 204 ärenden.")
  }

  @Test func theFiguresOfUnitsAndFormulasStay() throws {
    #expect(try page(text, notes).shown[2] == "Lokalerna växte med 3 200 m² och utsläppen av CO2 sjönk.")
  }

  @Test func itsLinesAreAStreamOfTheirOwn() throws {
    let page = try page(text, notes)
    #expect(page.lines.map(\.stream) == [.text, .text, .text, .note, .note, .note])
    #expect(page.shown[3...] == ["¹ Preliminär siffra.", "² Omräknat med nytt index, se bilagan om", "hur index tas fram."])
  }

  @Test func aMarkWithoutFootnoteStaysRaised() throws {
    #expect(try page(["Intäkterna blev 450⟨3⟩ tusen kronor."], notes).shown[0] == "Intäkterna blev 450³ tusen kronor.")
  }

  @Test func aMarkBeforeAFullStopOrCommaLeavesItToTheWord() throws {
    let page = try page(["Taxan gäller från årsskiftet⟨1⟩, och avgiften från maj⟨1,2⟩."], notes)
    #expect(page.shown[0] == "Taxan gäller från årsskiftet, och avgiften från maj.")
  }

  @Test func aLineInSmallTypeThatBeginsWithANumberIsNone() throws {
    let page = try page(["Nämnden godkänner taxan för tillsyn", "från och med årsskiftet."], ["1 av 3 svarade på enkäten."])
    #expect(page.lines.allSatisfy { $0.stream == .text })
  }

  @Test func aMarkInOneColumnIsNoLineOfTheOther() throws {
    let left = ["Under året har nämnden arbetat⟨1⟩", "med att korta köerna och att ge", "fler barn plats i förskolan."]
    let right = TinyPDF.lines(["Kostnaden blev 450 tkr.", "Intäkten blev 310 tkr."], x: 320, y: 76.6)
    let page = try firstPage(
      TinyPDF(TinyPDF.lines(left, x: 70, y: 80) + right + TinyPDF.lines(notes, x: 70, y: 760, distance: 10, size: 8)))
    #expect(page.words.map { String(decoding: page.text[$0.range], as: UTF8.self) }.contains("arbetat"))
  }
}
