import Foundation
import Pages

struct CleaningPromises {
  /// A few words stand for the machine's list, so that the same bytes come to the same end everywhere.
  private static let words = WordList(
    path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("words.txt").path)

  func check(_ bytes: [UInt8]) throws {
    let pages = TextPages(bytes, words: Self.words).pages
    try promise(!pages.isEmpty, "text without pages")
    for page in pages { try PagePromise(page).check() }
    try cleanedAgain(pages)
    try joined(pages)
    try hyphenated(bytes)
  }

  /// Cleaned pages may be cleaned again.
  private func cleanedAgain(_ pages: [Page]) throws {
    let again = PageCleaner(words: Self.words).clean(pages)
    try promise(again.count == pages.count, "cleaning loses pages")
    for page in again { try PagePromise(page).check() }
  }

  /// The lines of all pages as one passage: every part of it leads back to where it stands.
  private func joined(_ pages: [Page]) throws {
    let lines = pages.indices.flatMap { page in pages[page].lines.indices.map { LineReference(page: page, line: $0) } }
    let passage = Passage(lines, in: pages, hyphenation: Hyphenation(words: Self.words))
    try promise(String(validating: passage.text, as: UTF8.self) != nil, "a passage is no UTF-8")
    try promise(passage.lineStarts.count == lines.count, "a passage has lost lines")
    try promise(zip(passage.lineStarts, passage.lineStarts.dropFirst()).allSatisfy { $0 <= $1 }, "a passage's lines go back")
    let step = max(1, passage.text.count / 16)
    for start in stride(from: 0, to: passage.text.count, by: step) {
      for place in passage.places(of: start..<min(passage.text.count, start + step)) {
        let page = pages[place.page - 1]
        try promise(place.range.upperBound <= page.text.count, "a place \(place.range) outside page \(place.page)")
      }
      try promise(passage.line(at: start) < lines.count, "no line at \(start)")
    }
  }

  private func hyphenated(_ bytes: [UInt8]) throws {
    let half = bytes.count / 2
    _ = Hyphenation(words: Self.words).joins(bytes[..<half] + [0x2D], bytes[half...])
    _ = Self.words.isCompound(bytes.prefix(40))
  }
}

/// A page's words, lines and cells lie within its text, in order, and in step with each other.
struct PagePromise {
  let page: Page

  init(_ page: Page) { self.page = page }

  func check() throws {
    try promise(String(validating: page.text, as: UTF8.self) != nil, "a page's text is no UTF-8")
    var lines = RangePromise(page.text, "line")
    var words = RangePromise(page.text, "word of a page")
    var word = 0
    for line in page.lines {
      try lines.follows(line.range)
      try promise(!page.text[line.range].contains(0x0A), "a line \(line.range) holds a line break")
      if !page.words.isEmpty {
        try promise(
          line.words.lowerBound == word && line.words.upperBound <= page.words.count, "line \(line.range) has words \(line.words)")
        word = line.words.upperBound
      }
      try cells(of: line)
      for index in line.words {
        try words.follows(page.words[index].range)
        try promise(
          line.range.clamped(to: page.words[index].range) == page.words[index].range, "a word lies outside its line \(line.range)")
      }
      try promise(line.leading >= 0, "line \(line.range) has leading \(line.leading)")
    }
    try promise(word == page.words.count, "words of no line")
  }

  private func cells(of line: Line) throws {
    var cells = RangePromise(page.text, "cell")
    for cell in line.cells { try cells.follows(cell) }
    try promise(line.cells.first?.lowerBound == line.range.lowerBound, "the first cell does not begin with its line \(line.range)")
    try promise(line.cells.last?.upperBound == line.range.upperBound, "the last cell does not end with its line \(line.range)")
  }
}
