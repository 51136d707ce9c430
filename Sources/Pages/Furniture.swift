/// Page furniture (running headers and footers, page numbers), found by its repetition and place across the pages.
public enum Furniture {
  /// Number of lines at a page's top and bottom that may be furniture.
  private static let bandLines = 5

  /// Marks the lines that are furniture.
  public static func mark(_ pages: inout [Page]) {
    guard pages.count > 2 else { return }
    var seen: [[UInt8]: Int] = [:]
    for page in pages {
      for key in Set(band(of: page).map { key(of: page.lines[$0], on: page) }) { seen[key, default: 0] += 1 }
    }
    let enough = max(3, pages.count / 3)
    for index in pages.indices {
      for line in band(of: pages[index])
      where seen[key(of: pages[index].lines[line], on: pages[index]), default: 0] >= enough {
        pages[index].lines[line].isFurniture = true
      }
    }
  }

  private static func band(of page: Page) -> [Int] {
    let lines = page.lines.indices
    return Array(Set(lines.prefix(bandLines)).union(lines.suffix(bandLines))).filter { isInMargin(page.lines[$0], of: page) }.sorted()
  }

  /// The share of a page's height, from the top and from the bottom, where furniture stands.
  private static let margin = 0.15

  /// A page with little text ends high up: its last lines are no footer. Plain text has no places.
  private static func isInMargin(_ line: Line, of page: Page) -> Bool {
    guard let box = line.box, let size = page.size else { return true }
    return box.y1 < size.height * margin || box.y0 > size.height * (1 - margin)
  }

  /// What repeats: the text and the height on the page, in steps of 4 points.
  private static func key(of line: Line, on page: Page) -> [UInt8] {
    let height = line.box.map { Int($0.y1 / 4) } ?? 0
    return normalised(page.text[line.range]) + Array("@\(height)".utf8)
  }

  /// Digits folded to one 0, spaces dropped.
  private static func normalised(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in line where byte != 0x20 && byte != 0x09 {
      let folded = ASCII.isDigit(byte) ? UInt8(ascii: "0") : byte
      if folded == 0x30, result.last == 0x30 { continue }
      result.append(folded)
    }
    return result
  }
}
