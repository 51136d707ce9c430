import Foundation
import PDFReading
import Pages
import Testing

@Suite struct DamagedFileTests {
  private let pdf = TinyPDF([TinyPDF.Run(text: "Beslut", x: 70, y: 80)])

  private func error(_ bytes: [UInt8]) -> PDFError? {
    do {
      _ = try PDFDocument(bytes: bytes).pageCount
      return nil
    } catch { return error as? PDFError }
  }

  @Test func aMissingFileIsSaidToBeMissing() { #expect(throws: PDFError.missing) { try PDFDocument.readPages(path: "/finns/inte.pdf") } }

  @Test func aFolderIsNoFile() { #expect(throws: PDFError.folder) { try PDFDocument.readPages(path: NSTemporaryDirectory()) } }

  @Test func anEmptyFileIsEmpty() { #expect(error([]) == .empty) }

  @Test func textIsNoPDF() { #expect(error(Array("hej".utf8)) == .notPDF) }

  @Test func aTruncatedFileIsDamaged() { #expect(error(Array(pdf.bytes.prefix(60))) == .damaged) }

  @Test func aFileThatEndsAnywhereIsReadOrRefused() throws {
    for length in stride(from: 0, to: pdf.bytes.count, by: 7) {
      let bytes = Array(pdf.bytes.prefix(length))
      if error(bytes) == nil { #expect(try PDFDocument(bytes: bytes).pages().count == 1) }
    }
  }

  @Test func aPasswordIsNamed() {
    var locked = pdf
    let key = String(repeating: "61", count: 32)
    locked.trailer = "/ID [<6162> <6162>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >>"
    #expect(error(locked.bytes) == .encrypted)
  }

  @Test func noPagesAreNamed() { #expect(error(TinyPDF().bytes) == .noPages) }

  @Test func aPageThatCannotBeReadLosesNoOther() throws {
    var broken = pdf
    broken.missingPages = 1
    let document = try PDFDocument(bytes: broken.bytes)
    #expect(throws: PDFError.pageUnreadable(2)) { _ = try document.page(2) }
    let pages = document.pages()
    #expect(pages.map(\.shown) == [["Beslut"], []])
    #expect(pages[1].size == PageSize(width: 0, height: 0))
  }

  @Test func everyErrorIsOneSentenceThatSaysWhatToDo() {
    for error in [PDFError.missing, .folder, .empty, .notPDF, .damaged, .encrypted, .noPages, .pageUnreadable(3)] {
      #expect(error.description.hasSuffix("."))
      #expect(error.description.contains("; "))
    }
  }
}
