/// Makes one segment of several that follow each other, without the sections that are no longer there.
public struct SegmentMerger {
  private let segments: [Segment]
  private let source: any ChunkSource
  private let isLive: (Int) -> Bool

  /// - Parameters:
  ///   - segments: in the order of their sections, without a gap between them.
  ///   - isLive: whether a section (its number in the whole index) is still there.
  public init(_ segments: [Segment], source: any ChunkSource, isLive: @escaping (Int) -> Bool) {
    self.segments = segments
    self.source = source
    self.isLive = isLive
  }

  /// Writes the merged segment; its first section is that of the first of them.
  public func write(to sink: any ChunkSink) throws -> SegmentContents {
    var writer = SegmentWriter()
    var cursors = try segments.map { try EntryCursor($0, source) }
    var list = ListBytes()
    while let least = Self.least(cursors) {
      let term = cursors[least].entry.term
      list.removeAll()
      for index in least..<cursors.count where !cursors[index].isAtEnd && cursors[index].entry.term == term {
        try append(cursors[index].entry, of: segments[index], to: &list)
        try cursors[index].advance()
      }
      if list.count > 0 { try writer.add(term: term[...], list, to: sink) }
    }
    var columns = Columns()
    for segment in segments {
      var own = segment.columns
      own.forget { isLive(segment.first + $0) }
      columns.append(own)
    }
    return try writer.finish(columns, to: sink)
  }

  // The first of the cursors whose terms come first; nil where all are at their end.
  private static func least(_ cursors: [EntryCursor]) -> Int? {
    var least: Int?
    for index in cursors.indices where !cursors[index].isAtEnd {
      guard let other = least else {
        least = index
        continue
      }
      let (mine, best) = (cursors[index].key, cursors[other].key)
      if mine < best || mine == best && cursors[index].entry.term.lexicographicallyPrecedes(cursors[other].entry.term) { least = index }
    }
    return least
  }

  private func append(_ entry: DictionaryEntry, of segment: Segment, to list: inout ListBytes) throws {
    guard let kind = Term.Kind(rawValue: entry.term.first ?? 0), let start = segments.first?.first else { return }
    let postings = try entry.postings.read(segment, from: source)
    let places = try entry.places.read(segment, from: source)
    postings.withUnsafeBufferPointer { postings in
      places.withUnsafeBufferPointer { places in
        var reader = PostingReader(postings, kind: kind, first: segment.first)
        var placeReader = PlaceReader(places)
        while reader.next() {
          let range = kind.hasPlaces ? placeReader.next() : nil
          if !isLive(Int(reader.section)) { continue }
          list.append(section: reader.section - UInt32(start), kind.hasOccurrences ? reader.occurrence : nil)
          if let range { list.appendPlaces(placeReader.bytes(range)) }
        }
      }
    }
  }
}

/// Walks all entries of a segment's dictionary.
private struct EntryCursor {
  private let segment: Segment
  private let source: any ChunkSource
  private var next = 0
  private var block = BlockReader([])
  /// The last one at the end.
  private(set) var entry = DictionaryEntry(term: [], count: 0, postings: .here([]), places: .here([]))
  /// The first eight bytes of the term, which settle most comparisons.
  private(set) var key: UInt64 = 0
  private(set) var isAtEnd = false

  init(_ segment: Segment, _ source: any ChunkSource) throws {
    self.segment = segment
    self.source = source
    try advance()
  }

  mutating func advance() throws {
    while true {
      if let found = block.next() {
        entry = found
        key = (0..<8).reduce(0) { $0 << 8 | UInt64($1 < found.term.count ? found.term[$1] : 0) }
        return
      }
      if next == segment.directory.firstTerms.count { break }
      block = BlockReader(try source.chunks(next...next, .block, ofSegment: segment.id))
      next += 1
    }
    isAtEnd = true
  }
}
