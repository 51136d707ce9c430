/// Where a segment's chunks are read from.
public protocol ChunkSource {
  /// The chunks of a kind from one number through another, one after the other.
  func chunks(_ numbers: ClosedRange<Int>, _ kind: ChunkKind, ofSegment segment: Int) throws -> [UInt8]
}

/// A segment: an index of sections that follow each other, never changed once it is written.
public struct Segment: Sendable {
  /// The caller's number for it.
  public let id: Int
  /// The number of its first section in the whole index.
  public let first: Int
  public let columns: Columns
  let directory: BlockDirectory

  /// Nil where the columns are damaged.
  public init?(id: Int, first: Int, directory: [UInt8], columns: [UInt8]) {
    guard let columns = Columns(bytes: columns) else { return nil }
    self.id = id
    self.first = first
    self.columns = columns
    self.directory = BlockDirectory(bytes: directory)
  }

  public var count: Int { columns.count }

  /// How many sections are no longer there (by their numbers in the whole index) and still take up room in the lists.
  public func obsoleteSections(isLive: (Int) -> Bool) -> Int {
    columns.lengths.indices.count { columns.lengths[$0] > 0 && !isLive(first + $0) }
  }
}

/// One term of a segment's dictionary, and where its lists are.
struct DictionaryEntry {
  /// Postings or places: bytes of the block, or so many from a byte of a chunk on.
  enum Bytes {
    case here([UInt8])
    case long(LongList)
  }

  var term: [UInt8]
  /// The number of sections.
  var count: Int
  var postings: Bytes
  var places: Bytes
}

/// Where a list stands that is kept outside the block.
struct LongList {
  var kind: ChunkKind
  var firstChunk: Int
  /// Of the first chunk.
  var byte: Int
  /// Bytes, 1 or more.
  var count: Int

  var lastChunk: Int { firstChunk + (byte + count - 1) / SegmentWriter.chunkSize }
}

extension DictionaryEntry.Bytes {
  func read(_ segment: Segment, from source: any ChunkSource) throws -> ArraySlice<UInt8> {
    switch self {
    case .here(let bytes): bytes[...]
    case .long(let list):
      try source.chunks(list.firstChunk...list.lastChunk, list.kind, ofSegment: segment.id).dropFirst(list.byte).prefix(list.count)
    }
  }
}

extension Segment {
  /// The entry of a term; nil where it does not occur.
  func entry(_ term: Term, from source: any ChunkSource) throws -> DictionaryEntry? {
    var found: DictionaryEntry?
    try entries(from: term.bytes, source) { entry in
      if entry.term == term.bytes { found = entry }
      return false
    }
    return found
  }

  /// Calls `body` with each entry from `term` on, until it returns false.
  func entries(from term: [UInt8], _ source: any ChunkSource, _ body: (DictionaryEntry) throws -> Bool) throws {
    for number in directory.firstTerms.indices.dropFirst(directory.index(of: term)) {
      var block = BlockReader(try source.chunks(number...number, .block, ofSegment: id))
      while let entry = block.next(from: term) {
        if try !body(entry) { return }
      }
    }
  }
}

/// Walks the entries of one block.
struct BlockReader {
  /// Where a list of the entry in hand stands.
  enum Place {
    /// Bytes of the block.
    case here(Range<Int>)
    case long(LongList)
  }

  let bytes: [UInt8]
  private var position = 0
  // Of the entry in hand.
  private(set) var term: [UInt8] = []
  /// The number of sections.
  private(set) var count = 0
  private(set) var postings = Place.here(0..<0)
  private(set) var places = Place.here(0..<0)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes to the next entry; false at the end of the block.
  mutating func advance() -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = ByteReader(buffer, from: position)
      if reader.isAtEnd { return false }
      let shared = min(reader.count(), term.count)
      term.removeLast(term.count - shared)
      term.append(contentsOf: buffer[reader.skip(reader.count())])
      count = reader.count()
      let kind = reader.byte()
      postings = Self.list(kind & SegmentWriter.Entry.longPostings != 0, .postings, &reader)
      places = Self.list(kind & SegmentWriter.Entry.longPlaces != 0, .places, &reader)
      position = reader.isOverrun ? buffer.count : reader.position
      return !reader.isOverrun
    }
  }

  /// The next entry whose term is not before `first`; nil at the end of the block. Those before are passed over without copying their lists.
  mutating func next(from first: [UInt8]) -> DictionaryEntry? {
    while advance() {
      if term.lexicographicallyPrecedes(first) { continue }
      return DictionaryEntry(term: term, count: count, postings: copy(postings), places: copy(places))
    }
    return nil
  }

  private func copy(_ place: Place) -> DictionaryEntry.Bytes {
    switch place {
    case .here(let range): .here(Array(bytes[range]))
    case .long(let list): .long(list)
    }
  }

  private static func list(_ isLong: Bool, _ kind: ChunkKind, _ reader: inout ByteReader) -> Place {
    let count = reader.count()
    if !isLong { return .here(reader.skip(count)) }
    let chunk = reader.count()
    return .long(LongList(kind: kind, firstChunk: chunk, byte: reader.count(), count: max(1, count)))
  }
}
