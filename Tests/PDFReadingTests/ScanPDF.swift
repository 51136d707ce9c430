import Foundation
import PDFReading

/// Makes PDFs of images, as a copier does, from pages of text.
enum ScanPDF {
  /// - Parameters:
  ///   - turned: whether each page lies on its side, its top to the right.
  ///   - stamp: text that is set on each page afterwards.
  static func bytes(of pdf: TinyPDF, dotsPerInch: Double = 150, turned: Bool = false, stamp: String = "") throws -> [UInt8] {
    let document = try PDFDocument(bytes: pdf.bytes)
    var writer = Writer()
    for number in 1...document.pageCount {
      guard let picture = Picture(png: try document.png(page: number, dotsPerInch: dotsPerInch)) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      let image = turned ? picture.turnedGray : (picture.width, picture.height, picture.gray)
      writer.add(width: image.0, height: image.1, gray: image.2, dotsPerInch: dotsPerInch, stamp: stamp)
    }
    return writer.file()
  }

  private struct Writer {
    private var objects: [[UInt8]] = [
      [], [], Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8),
    ]
    private var kids: [Int] = []

    mutating func add(width: Int, height: Int, gray: [UInt8], dotsPerInch: Double, stamp: String) {
      let size = [Double(width), Double(height)].map { String(format: "%.2f", $0 * 72 / dotsPerInch) }
      let image = "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray /BitsPerComponent 8"
      objects.append(stream(gray, image))
      let text = stamp.isEmpty ? "" : " BT /F0 6 Tf 20 8 Td (\(stamp)) Tj ET"
      objects.append(stream(Array("q \(size[0]) 0 0 \(size[1]) 0 0 cm /I Do Q\(text)".utf8), ""))
      let resources = "<< /XObject << /I \(objects.count - 1) 0 R >> /Font << /F0 3 0 R >> >>"
      objects.append(
        Array(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size[0]) \(size[1])] /Contents \(objects.count) 0 R /Resources \(resources) >>"
            .utf8))
      kids.append(objects.count)
    }

    private func stream(_ bytes: [UInt8], _ entries: String) -> [UInt8] {
      Array("<< \(entries) /Length \(bytes.count) >>\nstream\n".utf8) + bytes + Array("\nendstream".utf8)
    }

    func file() -> [UInt8] {
      var objects = objects
      objects[0] = Array("<< /Type /Catalog /Pages 2 0 R >>".utf8)
      objects[1] = Array("<< /Type /Pages /Count \(kids.count) /Kids [\(kids.map { "\($0) 0 R" }.joined(separator: " "))] >>".utf8)
      var file = Array("%PDF-1.4\n".utf8)
      var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
      for (index, object) in objects.enumerated() {
        table += String(format: "%010d 00000 n \n", file.count)
        file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
      }
      let end = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(file.count)\n%%EOF\n"
      return file + Array((table + end).utf8)
    }
  }
}
