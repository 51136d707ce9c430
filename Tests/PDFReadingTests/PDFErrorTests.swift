import PDFReading
import Testing

@Suite struct PDFErrorTests {
  @Test func aMissingFileIsSaidToBeMissing() {
    #expect(throws: PDFError.missing(file: "/finns/inte.pdf")) { try PDFDocument.readPages(path: "/finns/inte.pdf") }
  }

  @Test func textIsNoPDF() {
    #expect(throws: PDFError.notPDF(file: "a.pdf")) { _ = try PDFDocument(bytes: Array("hej".utf8), name: "a.pdf").pageCount }
  }

  @Test func aTruncatedFileIsDamaged() {
    let bytes = Array("%PDF-1.7\n1 0 obj\n<< /Type /Cata".utf8)
    #expect(throws: PDFError.damaged(file: "a.pdf")) { _ = try PDFDocument(bytes: bytes, name: "a.pdf").pageCount }
  }
}
