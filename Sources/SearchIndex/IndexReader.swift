/// The whole index at one moment: its segments, and where their bytes are read from.
public struct IndexReader {
  public let segments: [Segment]
  let source: any ChunkSource
  /// The number of sections, those that are no longer there among them.
  public let count: Int
  /// Words a section, on average.
  let averageLength: Float

  /// - Parameter segments: in the order of their sections, without a gap.
  public init(segments: [Segment], source: any ChunkSource) {
    self.segments = segments
    self.source = source
    count = segments.last.map { $0.first + $0.count } ?? 0
    averageLength = max(1, Float(segments.reduce(0) { $0 + $1.columns.words } / Double(max(1, count))))
  }

  /// Calls `body` for each segment that holds some of the sections (numbers in the whole index, rising), with the places in `sections` of those.
  public func forEachSegment(of sections: [UInt32], _ body: (Segment, Range<Int>) -> Void) {
    var start = 0
    for segment in segments where start < sections.count {
      let end = sections[start...].partitioningIndex { Int($0) >= segment.first + segment.count }
      if end > start { body(segment, start..<end) }
      start = end
    }
  }

  /// Whether a term stands in any section (those no longer there among them).
  public func has(_ term: Term) throws -> Bool {
    for segment in segments where try segment.entry(term, from: source) != nil { return true }
    return false
  }

  /// Every term of a kind that begins with `prefix`, in order, with the number of its sections (those no longer there among them), until `body`
  /// returns false. A term that stands in several segments comes as often.
  public func terms(_ kind: Term.Kind, from prefix: String, _ body: (_ text: ArraySlice<UInt8>, _ sections: Int) throws -> Bool) throws {
    let start = Term(kind, prefix).bytes
    for segment in segments {
      try segment.entries(from: start, source) { entry in
        guard entry.term.starts(with: start) else { return false }
        return try body(entry.term.dropFirst(), entry.count)
      }
    }
  }
}

extension ArraySlice {
  /// The index of the first element of which `holds` is true, where it is true of all that follow; found by halving.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
