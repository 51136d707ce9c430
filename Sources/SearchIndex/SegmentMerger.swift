/// Makes one segment of several that follow each other, without the sections that are no longer there.
public struct SegmentMerger<Source: ChunkSource> {
  private let segments: [Segment]
  private let source: Source
  private let isLive: (Int) -> Bool

  /// - Parameters:
  ///   - segments: in the order of their sections, without a gap between them.
  ///   - isLive: whether a section (its number in the whole index) is still there.
  public init(_ segments: [Segment], source: Source, isLive: @escaping (Int) -> Bool) {
    self.segments = segments
    self.source = source
    self.isLive = isLive
  }

  /// Writes the merged segment; its first section is that of the first of them.
  public func write(to sink: inout some ChunkSink) throws -> SegmentContents {
    var writer = SegmentWriter()
    var cursors = try segments.map { try EntryCursor($0, source) }
    var list = ListBytes()
    while let term = cursors.compactMap(\.entry?.term).min(by: { $0.lexicographicallyPrecedes($1) }) {
      list.removeAll()
      for index in cursors.indices where cursors[index].entry?.term == term {
        if let entry = cursors[index].entry { try append(entry, of: segments[index], to: &list) }
        try cursors[index].advance()
      }
      if list.count > 0 { try writer.add(term: term[...], list, to: &sink) }
    }
    var columns = Columns()
    for segment in segments { columns.append(segment.columns) }
    return try writer.finish(columns, to: &sink)
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
private struct EntryCursor<Source: ChunkSource> {
  private let segment: Segment
  private let source: Source
  private var index = 0
  private var block = BlockReader([])
  /// Nil at the end.
  private(set) var entry: DictionaryEntry?

  init(_ segment: Segment, _ source: Source) throws {
    self.segment = segment
    self.source = source
    try advance()
  }

  mutating func advance() throws {
    entry = block.next()
    while entry == nil, index < segment.directory.blocks.count {
      block = BlockReader(try source.chunk(segment.directory.blocks[index].chunk, ofSegment: segment.id))
      index += 1
      entry = block.next()
    }
  }
}
