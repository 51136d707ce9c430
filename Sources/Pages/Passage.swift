/// A line of a document.
public struct LineReference: Sendable, Hashable {
  /// Index into the document's array of pages.
  public var page: Int
  /// Index into that page's `lines`.
  public var line: Int

  public init(page: Int, line: Int) {
    self.page = page
    self.line = line
  }

  // One step for both numbers: documents are asked by their lines all the time.
  public func hash(into hasher: inout Hasher) { hasher.combine(page &<< 32 | line) }

  /// Whether it comes before the other in the document.
  public func isBefore(_ other: LineReference) -> Bool { (page, line) < (other.page, other.line) }
}

/// Lines joined to running text, with a way back from every byte to its place.
///
/// The lines are joined by one space, or as `Hyphenation` says where a line ends in a hyphen. Runs of spaces and tabs become one space; soft
/// hyphens go.
///
///     let passage = Passage(lines, in: pages, hyphenation: hyphenation)
///     let places = passage.places(of: match)
public struct Passage: Sendable {
  /// UTF-8.
  public private(set) var text: [UInt8] = []
  /// The lines that the text is made of, as they were given.
  public let lines: [LineReference]
  /// For each of `lines` the offset in `text` of its first byte. Rising; equal where a line is empty.
  public private(set) var lineStarts: [Int] = []
  private var stretches: [Stretch] = []

  /// A part of the text that stands byte for byte in a page's clean text.
  private struct Stretch {
    var start: Int
    var length: Int
    /// The page's number.
    var page: Int
    var pageStart: Int
  }

  public init(_ lines: [LineReference], in pages: [Page], hyphenation: Hyphenation) {
    self.lines = lines
    lineStarts.reserveCapacity(lines.count)
    for reference in lines {
      let page = pages[reference.page]
      let range = page.lines[reference.line].range
      joinToText(page.text[range], hyphenation)
      lineStarts.append(text.count)
      append(page.text[range], page: page.number)
    }
  }

  /// The text as a `String`.
  public var string: String { String(decoding: text, as: UTF8.self) }

  /// Where a stretch of the text stands, in order: one place a page, more where other text stands between its lines.
  public func places(of range: Range<Int>) -> [Place] {
    var places: [Place] = []
    var index = firstStretch(endingAfter: range.lowerBound)
    while index < stretches.count, stretches[index].start < range.upperBound {
      let stretch = stretches[index]
      let low = max(range.lowerBound - stretch.start, 0) + stretch.pageStart
      let high = min(range.upperBound - stretch.start, stretch.length) + stretch.pageStart
      Passage.add(Place(page: stretch.page, range: low..<max(low, high)), to: &places)
      index += 1
    }
    return places
  }

  /// Index into `lines` of the line that holds the byte at the offset; a joining space belongs to the line before it.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Bytes that may be left out between two lines of a passage: a hyphen, spaces, the line break.
  private static let mostBetween = 8

  private static func add(_ place: Place, to places: inout [Place]) {
    // Only what follows at once is the same place: between the columns of a page stands other text.
    guard let last = places.last, last.page == place.page, (0...mostBetween).contains(place.range.lowerBound - last.range.upperBound)
    else { return places.append(place) }
    places[places.count - 1].range = last.range.lowerBound..<place.range.upperBound
  }

  private func firstStretch(endingAfter offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start + stretches[middle].length <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Ends the text so that the next line can follow.
  private mutating func joinToText(_ next: ArraySlice<UInt8>, _ hyphenation: Hyphenation) {
    guard !text.isEmpty, !next.isEmpty else { return }
    let hyphen = Hyphen.length(atEndOf: text[...])
    guard hyphen > 0 else { return appendSpace() }
    switch hyphenation.joins(text[...], next) {
    case .join: dropFromEnd(hyphen)
    case .keepHyphen: break
    case .keepHyphenAndSpace: appendSpace()
    }
  }

  private mutating func appendSpace() { if text.last != 0x20 { text.append(0x20) } }

  private mutating func dropFromEnd(_ count: Int) {
    text.removeLast(count)
    guard let last = stretches.indices.last else { return }
    stretches[last].length = min(stretches[last].length, text.count - stretches[last].start)
  }

  /// Appends a line's bytes, white space collapsed and soft hyphens dropped.
  private mutating func append(_ bytes: ArraySlice<UInt8>, page: Int) {
    var start = bytes.startIndex
    for index in Passage.places(in: bytes) {
      let skip = Passage.skipped(at: index, in: bytes)
      guard skip > 0 else { continue }
      copy(bytes[start..<index], page: page)
      start = index + skip
    }
    copy(bytes[start..<bytes.endIndex], page: page)
  }

  /// Where something may be left out: of white space, what has more of it behind.
  private static func places(in bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      var places: [Int] = []
      for index in buffer.indices where maySkip(buffer[index]) {
        let isLone =
          buffer[index] != Hyphen.softLead && (index + 1 == buffer.count || buffer[index + 1] != 0x20 && buffer[index + 1] != 0x09)
        if !isLone { places.append(bytes.startIndex + index) }
      }
      return places
    }
  }

  private static func maySkip(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == Hyphen.softLead }

  /// How many bytes are left out at the index: spaces after a space, tabs, a soft hyphen inside the line. A soft hyphen that ends the line stays for
  /// `joinToText` to resolve.
  private static func skipped(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let byte = bytes[index]
    if byte == 0x20 || byte == 0x09 { return bytes[(index + 1)...].first == 0x20 || bytes[(index + 1)...].first == 0x09 ? 1 : 0 }
    let isSoft = byte == Hyphen.soft[0] && index + 2 < bytes.endIndex && bytes[index + 1] == Hyphen.soft[1]
    return isSoft ? 2 : 0
  }

  private mutating func copy(_ bytes: ArraySlice<UInt8>, page: Int) {
    guard !bytes.isEmpty else { return }
    stretches.append(Stretch(start: text.count, length: bytes.count, page: page, pageStart: bytes.startIndex))
    text.append(contentsOf: bytes)
    if text.last == 0x09 { text[text.count - 1] = 0x20 }
  }
}
