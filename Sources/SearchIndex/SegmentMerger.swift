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
    let start = segments.first?.first ?? 0
    var writer = SegmentWriter()
    let cursors = try segments.map { try SegmentCursor($0, source, offset: UInt32($0.first - start), isLive: isLive) }
    var list = ListBytes()
    var term: [UInt8] = []
    while let least = Self.least(cursors) {
      term = cursors[least].term
      list.removeAll()
      for index in least..<cursors.count where cursors[index].stands(at: term) {
        try cursors[index].append(to: &list)
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
  private static func least(_ cursors: [SegmentCursor]) -> Int? {
    var least: Int?
    for index in cursors.indices where !cursors[index].isAtEnd {
      if let other = least, !cursors[index].precedes(cursors[other]) { continue }
      least = index
    }
    return least
  }
}

/// Walks all entries of a segment's dictionary and their lists; a chunk is read once. A class, since terms are compared more often than a struct of
/// this size can be copied.
private final class SegmentCursor {
  private let segment: Segment
  private let source: any ChunkSource
  /// The distance of the segment's first section from that of the merged one.
  private let offset: UInt32
  /// Whether each section is still there.
  private let live: [Bool]
  private let isWhole: Bool
  private var nextBlock = 0
  private var block = BlockReader([])
  private var postings: LongListReader
  private var places: LongListReader
  /// The first eight bytes of the term, which settle most comparisons.
  private var key: UInt64 = 0
  private(set) var isAtEnd = false

  init(_ segment: Segment, _ source: any ChunkSource, offset: UInt32, isLive: (Int) -> Bool) throws {
    self.segment = segment
    self.source = source
    self.offset = offset
    live = (0..<segment.count).map { isLive(segment.first + $0) }
    isWhole = !live.contains(false)
    postings = LongListReader(segment, source)
    places = LongListReader(segment, source)
    try advance()
  }

  var term: [UInt8] { block.term }

  func stands(at term: [UInt8]) -> Bool { !isAtEnd && block.term == term }

  func precedes(_ other: SegmentCursor) -> Bool {
    key < other.key || key == other.key && block.term.lexicographicallyPrecedes(other.block.term)
  }

  func advance() throws {
    while !block.advance() {
      if nextBlock == segment.directory.firstTerms.count {
        isAtEnd = true
        return
      }
      block = BlockReader(try source.chunks(nextBlock...nextBlock, .block, ofSegment: segment.id))
      nextBlock += 1
    }
    let term = block.term
    key = (0..<8).reduce(0) { $0 << 8 | UInt64($1 < term.count ? term[$1] : 0) }
  }

  /// Adds what the entry in hand says of the sections that are still there.
  func append(to list: inout ListBytes) throws {
    guard let kind = Term.Kind(rawValue: block.term.first ?? 0) else { return }
    let postings = try self.postings.read(block.postings, block)
    let places = try self.places.read(block.places, block)
    postings.withUnsafeBufferPointer { postings in
      places.withUnsafeBufferPointer { places in
        if isWhole, list.append(kind, postings, places, offset: offset, sections: segment.count) { return }
        append(kind, postings, places, to: &list)
      }
    }
  }

  private func append(
    _ kind: Term.Kind, _ postings: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>, to list: inout ListBytes
  ) {
    var reader = PostingReader(postings, kind: kind, first: 0)
    var placeReader = PlaceReader(places)
    while reader.next() {
      let range = kind.hasPlaces ? placeReader.next() : nil
      let section = Int(reader.section)
      if section >= live.count || !live[section] { continue }
      list.append(section: offset + reader.section, kind.hasOccurrences ? reader.occurrence : nil)
      if let range { list.appendPlaces(placeReader.bytes(range)) }
    }
  }
}

/// Reads a segment's long lists of one kind in their order. Where one ends and the next begins in the same chunk, that is not read again.
private struct LongListReader {
  private let segment: Segment
  private let source: any ChunkSource
  private var lastChunk: (number: Int, bytes: ArraySlice<UInt8>)?

  init(_ segment: Segment, _ source: any ChunkSource) {
    self.segment = segment
    self.source = source
  }

  mutating func read(_ place: BlockReader.Place, _ block: BlockReader) throws -> ArraySlice<UInt8> {
    switch place {
    case .here(let range): return block.bytes[range]
    case .long(let list): return try read(list)
    }
  }

  private mutating func read(_ list: LongList) throws -> ArraySlice<UInt8> {
    var bytes: ArraySlice<UInt8> = []
    var next = list.firstChunk
    if let lastChunk, lastChunk.number == next {
      bytes = lastChunk.bytes
      next += 1
    }
    if next <= list.lastChunk {
      let read = try source.chunks(next...list.lastChunk, list.kind, ofSegment: segment.id)
      bytes = bytes.isEmpty ? read[...] : bytes + read
      lastChunk = (list.lastChunk, read.suffix(from: min(read.count, (list.lastChunk - next) * SegmentWriter.chunkSize)))
    }
    return bytes.dropFirst(list.byte).prefix(list.count)
  }
}
