import Documents
import Extraction
import Facts
import Foundation
import Pages
import Rules

/// The facts of made-up pages, read with the rules that ship with the program.
struct Sample {
  let facts: FactsDocument

  init(_ pages: [Page]) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../rules").path
    let rules = try RuleSet(folder: folder) { _ in "" }
    let segmenter = Segmenter(rules: rules, hyphenation: Hyphenation(words: WordList()))
    facts = Extractor(rules: rules).extract(segmenter.segment(pages), id: "0", source: "prov.pdf")
  }

  init(text: String) throws { try self.init(TextPages(Array(text.utf8)).pages) }
}

/// A printed page: rows of words, each with the place where it stands.
struct Sheet {
  private var page: Page
  private static let size = 10.0
  /// Width of a character and of a space, in points.
  private static let character = 5.0
  private static let space = 2.8

  init(number: Int = 1) {
    page = Page(number: number, size: PageSize(width: 595, height: 842), text: [], words: [], lines: [])
  }

  /// Prints a row: each cell ends (`right`) or begins (`left`) at its place.
  func row(at y: Double, _ cells: [Cell], isBold: Bool = false) -> Sheet {
    var copy = self
    copy.print(y: y, cells, isBold: isBold)
    return copy
  }

  enum Cell {
    case left(Double, String)
    case right(Double, String)
  }

  var result: Page { page }

  private mutating func print(y: Double, _ cells: [Cell], isBold: Bool) {
    if !page.lines.isEmpty { page.text.append(0x0A) }
    let start = page.text.count
    let firstWord = page.words.count
    for cell in cells {
      let (text, x) = place(cell)
      add(text, at: x, y: y)
    }
    let boxes = page.words[firstWord...].map(\.box)
    page.lines.append(
      Line(
        range: start..<page.text.count, words: firstWord..<page.words.count, box: boxes.dropFirst().reduce(boxes[0]) { $0.union($1) },
        fontSize: Self.size, isBold: isBold))
  }

  private func place(_ cell: Cell) -> (String, Double) {
    switch cell {
    case .left(let x, let text): (text, x)
    case .right(let x, let text): (text, x - width(text))
    }
  }

  private func width(_ text: String) -> Double { text.reduce(0) { $0 + ($1 == " " ? Self.space : Self.character) } }

  private mutating func add(_ text: String, at left: Double, y: Double) {
    var x = left
    for word in text.split(separator: " ") {
      if let last = page.text.last, last != 0x0A { page.text.append(0x20) }
      let end = x + width(String(word))
      let range = page.text.count..<page.text.count + word.utf8.count
      page.text.append(contentsOf: word.utf8)
      page.words.append(Word(range: range, box: Box(x0: x, y0: y - Self.size, x1: end, y1: y)))
      x = end + Self.space
    }
  }
}
