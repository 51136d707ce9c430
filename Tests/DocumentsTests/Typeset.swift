import Pages

/// A printed line: its text, size in points, weight and stream. An empty text is a blank line.
struct PrintedLine {
  var text: String
  var size = 11.0
  var isBold = false
  var stream = Line.Stream.text
  /// White space above it, in lines.
  var air = 0.0

  init(_ text: String, size: Double = 11, isBold: Bool = false, stream: Line.Stream = .text, air: Double = 0) {
    self.text = text
    self.size = size
    self.isBold = isBold
    self.stream = stream
    self.air = air
  }
}

/// Pages of A4 as a PDF would give them, each line set below the last, every letter half as wide as it is high.
func typeset(_ pages: [[PrintedLine]]) -> [Page] {
  pages.enumerated().map { typesetPage(number: $0.offset + 1, $0.element) }
}

private func typesetPage(number: Int, _ printed: [PrintedLine]) -> Page {
  var page = Page(number: number, size: PageSize(width: 595, height: 842), text: [], words: [], lines: [])
  var top = 100.0
  var blank = 0.0
  for line in printed {
    defer { top += 14 }
    guard !line.text.isEmpty else {
      blank += 1
      continue
    }
    if !page.text.isEmpty { page.text.append(0x0A) }
    top += line.air * 14
    add(line, to: &page, top: top, leading: page.lines.isEmpty ? 0 : 1 + blank + line.air)
    blank = 0
  }
  return page
}

private func add(_ line: PrintedLine, to page: inout Page, top: Double, leading: Double) {
  let start = page.text.count
  let firstWord = page.words.count
  var x = 70.0
  for word in line.text.split(separator: " ") {
    if page.text.count > start { page.text.append(0x20) }
    let range = page.text.count..<page.text.count + word.utf8.count
    let width = Double(word.count) * line.size / 2
    page.words.append(Word(range: range, box: Box(x0: x, y0: top, x1: x + width, y1: top + line.size)))
    page.text += Array(word.utf8)
    x += width + line.size / 4
  }
  let box = Box(x0: 70, y0: top, x1: x - line.size / 4, y1: top + line.size)
  page.lines.append(
    Line(
      range: start..<page.text.count, words: firstWord..<page.words.count, box: box, fontSize: line.size, isBold: line.isBold,
      leading: leading))
  page.lines[page.lines.count - 1].stream = line.stream
}
