import PDFReading
import Pages

/// The first page of a PDF.
func firstPage(_ pdf: TinyPDF) throws -> Page { try PDFDocument(bytes: pdf.bytes).page(1) }

extension Page {
  /// The lines as a reader sees them, cells parted by " | ".
  var shown: [String] { lines.map { line in line.cells.map { String(decoding: text[$0], as: UTF8.self) }.joined(separator: " | ") } }
}
