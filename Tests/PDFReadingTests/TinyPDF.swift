import Foundation

/// Writes the small PDFs that the tests read. A4, fonts by PostScript name, places in points from the page's top left corner.
struct TinyPDF {
  /// A run of text. `⟨1⟩` is set raised, `⟦2⟧` lowered, both in smaller type.
  struct Run {
    var text: String
    var x: Double
    /// Of the baseline.
    var y: Double
    var size = 10.0
    var font = "Helvetica"
    var letterSpacing = 0.0
    var wordSpacing = 0.0
    /// Degrees, counterclockwise: 90 for text that runs upwards.
    var angle = 0.0
    /// The type of raised and lowered marks, as a share of the run's.
    var markSize = 0.6
  }

  var pages: [[Run]] = []
  /// Entries added to the trailer.
  var trailer = ""
  /// Degrees, clockwise, by which a viewer turns the pages.
  var rotation = 0
  /// Lower left and upper right corner of the pages, in points.
  var mediaBox = [0, 0, 595, 842]
  /// Whether the fonts say of every letter that it is the one 29 before it, as those do whose map to letters is lost: "Efter" comes out as "(IWHU".
  var isGarbled = false
  /// Objects that the page tree names though they are not there.
  var missingPages = 0

  init(_ pages: [Run]...) { self.pages = pages }

  var bytes: [UInt8] {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", stream(Self.shiftedMap)]
    let fonts = Array(Set(pages.joined().map(\.font))).sorted()
    var kids: [String] = []
    for runs in pages {
      let content = runs.map { operators($0, fonts: fonts) }.joined(separator: "\n")
      objects.append(stream(content))
      let resources = fonts.enumerated().map { "/F\($0) \(font($1))" }.joined(separator: " ")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [\(mediaBox.map(String.init).joined(separator: " "))] /Rotate \(rotation) /Contents \(objects.count) 0 R /Resources << /Font << \(resources) >> >> >>"
      )
      kids.append("\(objects.count) 0 R")
    }
    for number in 0..<missingPages { kids.append("\(900 + number) 0 R") }
    objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.joined(separator: " "))] >>"
    return Array(file(objects).utf8)
  }

  private func font(_ name: String) -> String {
    "<< /Type /Font /Subtype /Type1 /BaseFont /\(name) /Encoding /WinAnsiEncoding\(isGarbled ? " /ToUnicode 3 0 R" : "") >>"
  }

  private func stream(_ content: String) -> String { "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream" }

  /// A map from codes to letters (ISO 32000-1, 9.10.3).
  private static let shiftedMap = """
    /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Shifted def /CMapType 2 def
    1 begincodespacerange <00> <FF> endcodespacerange
    1 beginbfrange <21> <FF> <0004> endbfrange
    endcmap CMapName currentdict /CMap defineresource pop end end
    """

  private func operators(_ run: Run, fonts: [String]) -> String {
    let matrix = [cos(run.angle * .pi / 180), sin(run.angle * .pi / 180), -sin(run.angle * .pi / 180), cos(run.angle * .pi / 180)]
    let font = "/F\(fonts.firstIndex(of: run.font) ?? 0)"
    return
      "BT \(run.letterSpacing) Tc \(run.wordSpacing) Tw \(matrix.map { String(format: "%.5f", $0) }.joined(separator: " ")) \(run.x) \(842 - run.y) Tm "
      + parts(of: run).map { "\(font) \($0.size) Tf \($0.rise) Ts (\(escaped($0.text))) Tj" }.joined(separator: " ") + " ET"
  }

  /// The run cut at its raised and lowered marks.
  private func parts(of run: Run) -> [(text: String, size: Double, rise: Double)] {
    var parts = [(text: "", size: run.size, rise: 0.0)]
    for character in run.text {
      switch character {
      case "⟨": parts.append(("", run.size * run.markSize, run.size * 0.35))
      case "⟦": parts.append(("", run.size * run.markSize, -run.size * 0.15))
      case "⟩", "⟧": parts.append(("", run.size, 0))
      default: parts[parts.count - 1].text.append(character)
      }
    }
    return parts.filter { !$0.text.isEmpty }
  }

  /// Windows-1252 in octal; the tests keep to Latin-1 and the bullet.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let code = scalar == "•" ? 0x95 : scalar.value
      let isPlain = (0x20..<0x7F).contains(code) && !"()\\".unicodeScalars.contains(scalar)
      let octal = String(code, radix: 8)
      return isPlain ? String(scalar) : "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    }.joined()
  }

  private func file(_ objects: [String]) -> String {
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    return file + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
  }

  /// Lines below each other.
  static func lines(_ texts: [String], x: Double, y: Double, distance: Double = 12, size: Double = 10) -> [Run] {
    texts.enumerated().map { Run(text: $1, x: x, y: y + Double($0) * distance, size: size) }
  }
}
