import Foundation

/// Plain text as pages: a form feed breaks the page, CRLF, CR and LF break the line.
///
/// The pages have lines without words or boxes. A line's spaces are kept as they stand between its first and last printed character; two or
/// more of them, or a tab, part it into cells.
public struct TextPages: Sendable {
  /// At least one; a page without text has no lines.
  public let pages: [Page]

  /// - Parameters:
  ///   - bytes: UTF-8; a byte order mark is dropped, broken sequences become U+FFFD.
  ///   - words: the words by which broken ligatures are mended.
  public init(_ bytes: [UInt8], words: WordList = WordList()) {
    var firstLine = 1
    var pages: [Page] = []
    for chunk in TextPages.cleaned(bytes).split(separator: 0x0C, omittingEmptySubsequences: false) {
      pages.append(TextPages.page(number: pages.count + 1, chunk, firstLine: firstLine))
      firstLine += chunk.count(where: { $0 == 0x0A })
    }
    if pages.count > 1, let last = pages.last, last.lines.isEmpty { pages.removeLast() }
    pages = PageCleaner(words: words).clean(pages)
    Furniture.mark(&pages)
    self.pages = pages
  }

  /// Valid UTF-8 in NFC with line feeds only.
  private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) { text = text.precomposedStringWithCanonicalMapping }
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0A, previous == 0x0D {
        previous = byte
        continue
      }
      cleaned.append(byte == 0x0D ? 0x0A : byte)
      previous = byte
    }
    return cleaned.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(cleaned.dropFirst(3)) : cleaned
  }

  private static func page(number: Int, _ chunk: ArraySlice<UInt8>, firstLine: Int) -> Page {
    var text: [UInt8] = []
    var lines: [Line] = []
    var blank = 0
    for raw in chunk.split(separator: 0x0A, omittingEmptySubsequences: false) {
      text.append(contentsOf: raw)
      let range = trimmed(text, from: text.count - raw.count)
      if range.isEmpty {
        blank += 1
      } else {
        let leading = lines.isEmpty ? 0 : Double(1 + blank)
        lines.append(Line(range: range, cells: cells(of: text[range]), leading: leading))
        blank = 0
      }
      text.append(0x0A)
    }
    text.removeLast()
    return Page(number: number, size: nil, text: text, words: [], lines: lines, firstLineNumber: firstLine)
  }

  private static func trimmed(_ text: [UInt8], from start: Int) -> Range<Int> {
    var low = start
    var high = text.count
    while low < high, isSpace(text[low]) { low += 1 }
    while high > low, isSpace(text[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func cells(of line: ArraySlice<UInt8>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      let gap = line[index...].prefix(while: isSpace)
      if gap.count > 1 || gap.first == 0x09 {
        cells.append(start..<index)
        start = gap.endIndex
      }
      index += max(1, gap.count)
    }
    return cells + [start..<line.endIndex]
  }
}
