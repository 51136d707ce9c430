import Facts
import Foundation
import PDFReading
import Pages
import Pipeline
import Rules
import Testing

/// What a reading holds beside the facts: the file's fingerprint and its searchable text.
@Suite struct ReadingTests {
  private func read(_ text: String, name: String = "protokoll.txt") throws -> Reading {
    try withFile(name, Array(text.utf8)) { try Repository.reader.get().read(path: $0) }
  }

  @Test func theDocumentIsKnownByItsBytesAndItsFilesName() throws {
    let document = try read("hej", name: "hej på dig.txt").facts.document
    // SHA-256 of "hej", from sha256sum.
    #expect(document.id == "9c478bf63e9500cb5db1e85ece82f18c8eb9e52e2f9135acd7f10972c8d563ba")
    #expect(document.source == "hej på dig.txt")
  }

  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func theFingerprintIsSHA256(text: String, hash: String) {
    #expect(FileHash.sha256(Array(text.utf8)) == hash)
  }

  @Test func formFeedsBreakPages() throws {
    #expect(try read("ett\n\u{0C}två\n\u{0C}tre\n").facts.document.pages == 3)
  }

  @Test func eachParagrafIsASearchableSectionWithItsDecision() throws {
    let sections = try read(minutes).sections
    #expect(sections.map(\.number) == [nil, 7, 8])
    #expect(sections.map(\.heading) == ["Försättsblad", "Avgift för tillsyn på Åsön", "Övriga frågor"])
    #expect(sections.map(\.decision) == ["", "Miljönämnden fastställer avgiften enligt förslaget.", "Frågan läggs till handlingarna."])
    #expect(sections[1].text.contains("Åsa Öberg (S) yrkar att avgiften blir 1 200 kronor."))
  }

  @Test func everyPrintedLineOfASectionHasItsPlace() throws {
    for section in try read(minutes).sections {
      #expect(!section.spans.isEmpty && section.spans.first?.start == 0)
      #expect(zip(section.spans, section.spans.dropFirst()).allSatisfy { $0.start < $1.start })
      #expect(section.spans.allSatisfy { $0.start < section.text.utf8.count && $0.page == 1 })
    }
  }

  @Test func aPDFWithoutTextIsSaidToNeedTextRecognitionWhereThatIsOff() throws {
    let reader = try Reader(rulesFolder: Repository.root.appendingPathComponent("rules").path, recognition: .never)
    let facts = try withFile("skannad.pdf", Repository.bytes(of: "tn-2019-05-14.pdf")) { try reader.read(path: $0).facts }
    #expect(facts.document.unreadPages == [1] && facts.document.recognisedPages.isEmpty && facts.document.recognition == nil)
    #expect(facts.doubts.contains { $0.message.contains("textigenkänning") && $0.page == 1 })
  }

  @Test(.enabled(if: RecognitionModel.installed?.knowsSigns == true, "tesseract-ocr-script-latn is not installed"))
  func aPDFWithoutTextIsRecognisedAndSaysSoEverywhere() throws {
    let facts = try withFile("skannad.pdf", Repository.bytes(of: "tn-2019-05-14.pdf")) { try Repository.reader.get().read(path: $0).facts }
    #expect(facts.document.unreadPages.isEmpty && facts.document.recognisedPages == [1])
    #expect(facts.document.recognition?.by.hasPrefix("Tesseract ") == true && facts.document.recognition?.confidence.count == 1)
    #expect(facts.paragraphs.map(\.number) == [31, 32])
    let sources = facts.paragraphs.map(\.source) + facts.amounts.map(\.source)
    #expect(!sources.isEmpty && sources.allSatisfy { $0?.recognised == true && $0?.confidence != nil })
    // The copy is bad: a figure of which recognition is unsure is said to be.
    for amount in facts.amounts where (amount.source?.confidence ?? 1) < 0.88 {
      #expect(facts.doubts.contains { $0.message.contains("”\(amount.asWritten)” är textigenkänt och osäkert") })
    }
  }

  @Test func noRuleOfTheProgramHasAMistake() throws {
    #expect(try Repository.reader.get().rules.problems.map(\.description) == [])
  }
}
