/// Page furniture (running headers and footers, page numbers), found by its repetition and place across the pages.
public enum Furniture {
  /// Number of lines at a page's top and bottom that may be furniture.
  private static let bandLines = 5

  /// Marks the lines that are furniture.
  public static func mark(_ pages: inout [Page]) {
    guard pages.count > 2 else { return }
    var seen: [[UInt8]: Int] = [:]
    for page in pages {
      for key in Set(band(of: page).map { normalised(page.text[page.lines[$0].range]) }) { seen[key, default: 0] += 1 }
    }
    let enough = max(3, pages.count / 3)
    for index in pages.indices {
      for line in band(of: pages[index])
      where seen[normalised(pages[index].text[pages[index].lines[line].range]), default: 0] >= enough {
        pages[index].lines[line].isFurniture = true
      }
    }
  }

  private static func band(of page: Page) -> [Int] {
    let lines = page.lines.indices
    return Array(Set(lines.prefix(bandLines)).union(lines.suffix(bandLines))).sorted()
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
