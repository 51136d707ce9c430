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
    let words = segments.reduce(into: Float(0)) { sum, segment in
      // A sum of Floats over a million sections would lose the small ones.
      sum += segment.columns.lengths.reduce(into: Float(0)) { $0 += LengthScale.lengths[Int($1)] }
    }
    averageLength = max(1, words / Float(max(1, count)))
  }

  /// What a section is counted by.
  public func marks(of section: Int) -> UInt32 {
    let segment = segments[segmentIndex(of: section)]
    return segment.columns.marks[section - segment.first]
  }

  /// The segment in which a section lies.
  func segmentIndex(of section: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].first <= section { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
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
