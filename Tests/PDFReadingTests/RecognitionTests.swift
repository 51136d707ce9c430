import PDFReading
import Pages
import Testing

/// Pages are recognised from their image where they have no text, or text that is no language.
@Suite(.serialized) struct RecognitionTests {
  static let isInstalled = RecognitionModel.installed?.knowsSigns == true
  static let isMissing: Comment = "tesseract-ocr-script-latn is not installed"

  private let lines = [
    "§ 31 Höjda avgifter för slamtömning", "Tekniska nämnden beslutar att avgiften höjs med 12 % till 1 180 kronor.",
    "Måluppfyllelsen är god, och nämnden följer upp resultatet i september.",
  ]

  private var text: TinyPDF { TinyPDF(TinyPDF.lines(lines, x: 70, y: 120, distance: 18, size: 12)) }

  private func pages(_ bytes: [UInt8], _ mode: RecognitionMode) throws -> [Page] { try PDFDocument(bytes: bytes).pages(recognition: mode) }

  private func confidence(of page: Page) -> Double? { if case .recognised(let confidence) = page.origin { confidence } else { nil } }

  @Test(.enabled(if: isInstalled, isMissing)) func aScannedPageIsRead() throws {
    let page = try #require(try pages(ScanPDF.bytes(of: text), .auto).first)
    #expect(page.shown == lines)
    #expect(try #require(confidence(of: page)) > 0.85)
    #expect(page.confidences.count == page.words.count)
    // Words stand where they stand in the text layer, to half a letter's height (recognition boxes the ink, a font the whole advance), and are as large.
    let original = try firstPage(text)
    for (found, known) in zip(page.words, original.words) {
      let distances = [found.box.x0 - known.box.x0, found.box.x1 - known.box.x1, found.box.y1 - known.box.y1].map { abs($0) }
      #expect(distances.allSatisfy { $0 < 6 }, "\(String(decoding: page.text[found.range], as: UTF8.self)): \(distances)")
    }
    #expect(page.lines.allSatisfy { abs($0.fontSize - 12) < 1.5 })
  }

  @Test func withoutRecognitionAScannedPageIsSaidToBeUnread() throws {
    let page = try #require(try pages(ScanPDF.bytes(of: text), .never).first)
    #expect(page.origin == .unread(.noText) && page.lines.isEmpty)
  }

  @Test func withoutRecognitionAPageWithoutTextIsNotLookedAt() throws {
    #expect(try pages(TinyPDF([]).bytes, .never).map(\.origin) == [.unread(.noText)])
  }

  @Test(arguments: [RecognitionMode.auto, .always]) func aBlankPageIsBlankAndNotUnread(_ mode: RecognitionMode) throws {
    #expect(try pages(TinyPDF([]).bytes, mode).map(\.origin) == [.blank])
    #expect(try pages(ScanPDF.bytes(of: TinyPDF([]), dotsPerInch: 50), mode).map(\.origin) == [.blank])
  }

  @Test func textThatIsNoLanguageIsNotShownAsText() throws {
    var garbled = text
    garbled.isGarbled = true
    let page = try #require(try pages(garbled.bytes, .never).first)
    #expect(page.origin == .unread(.noLanguage) && page.lines.isEmpty)
  }

  @Test(.enabled(if: isInstalled, isMissing)) func textThatIsNoLanguageIsRecognisedAndPagesOfTextAreLeftInPeace() throws {
    var garbled = text
    garbled.isGarbled = true
    let page = try #require(try pages(garbled.bytes, .auto).first)
    #expect(page.shown == lines && confidence(of: page) != nil)
    #expect(try pages(text.bytes, .auto).map(\.origin) == [.textLayer])
  }

  @Test(.enabled(if: isInstalled, isMissing)) func allPagesAreRecognisedWhereThatIsAskedFor() throws {
    let page = try #require(try pages(text.bytes, .always).first)
    #expect(confidence(of: page) != nil && page.shown == lines)
  }

  @Test(.enabled(if: isInstalled, isMissing)) func aScanOnItsSideIsReadUpright() throws {
    let page = try #require(try pages(ScanPDF.bytes(of: text, turned: true), .auto).first)
    #expect(page.shown == lines)
    #expect(page.size.map { $0.width < $0.height } == true)
    // The first line ran down the right side of the page as it is shown: 842 by 595 points, its top to the right.
    let box = try #require(page.boxes(of: page.lines[0].range).first)
    #expect(box.height > box.width * 5 && abs(box.x0 - (842 - 122)) < 8 && abs(box.y0 - 70) < 5)
  }

  @Test(.enabled(if: isInstalled, isMissing)) func aScanUnderAStampIsRead() throws {
    let long = TinyPDF(TinyPDF.lines((1...6).flatMap { _ in lines }, x: 70, y: 120, distance: 18, size: 12))
    let bytes = try ScanPDF.bytes(of: long, stamp: "Signerat 2024-03-12 av Eva Ek")
    let page = try #require(try pages(bytes, .auto).first)
    #expect(confidence(of: page) != nil && page.shown.filter { $0 == lines[2] }.count == 6, "\(page.shown)")
    #expect(try pages(bytes, .never).map(\.origin) == [.textLayer])
  }
}
