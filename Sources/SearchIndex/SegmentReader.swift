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
    case long(chunk: Int, byte: Int, count: Int, ChunkKind)
  }

  var term: [UInt8]
  /// The number of sections.
  var count: Int
  var postings: Bytes
  var places: Bytes
}

extension DictionaryEntry.Bytes {
  func read(_ segment: Segment, from source: any ChunkSource) throws -> ArraySlice<UInt8> {
    switch self {
    case .here(let bytes): bytes[...]
    case .long(let chunk, let byte, let count, let kind):
      try source.chunks(chunk...(chunk + (byte + count - 1) / SegmentWriter.chunkSize), kind, ofSegment: segment.id)
        .dropFirst(byte).prefix(count)
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
  private let bytes: [UInt8]
  private var position = 0
  private var term: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next entry whose term is not before `first`; nil at the end of the block. Those before are passed over without copying their lists.
  mutating func next(from first: [UInt8] = []) -> DictionaryEntry? {
    var found: DictionaryEntry?
    bytes.withUnsafeBufferPointer { buffer in
      var reader = ByteReader(buffer, from: position)
      while found == nil, !reader.isAtEnd {
        let shared = min(reader.count(), term.count)
        term.removeLast(term.count - shared)
        term.append(contentsOf: buffer[reader.skip(reader.count())])
        let count = reader.count()
        let kind = reader.byte()
        let postings = Self.list(kind & SegmentWriter.Entry.longPostings != 0, .postings, &reader)
        let places = Self.list(kind & SegmentWriter.Entry.longPlaces != 0, .places, &reader)
        if reader.isOverrun { break }
        if !first.isEmpty, term.lexicographicallyPrecedes(first) { continue }
        found = DictionaryEntry(term: term, count: count, postings: postings.bytes(buffer), places: places.bytes(buffer))
      }
      position = reader.isOverrun ? buffer.count : reader.position
    }
    return found
  }

  private enum Place {
    case range(Range<Int>)
    case long(DictionaryEntry.Bytes)

    func bytes(_ buffer: UnsafeBufferPointer<UInt8>) -> DictionaryEntry.Bytes {
      switch self {
      case .range(let range): .here(Array(buffer[range]))
      case .long(let bytes): bytes
      }
    }
  }

  private static func list(_ isLong: Bool, _ kind: ChunkKind, _ reader: inout ByteReader) -> Place {
    let count = reader.count()
    if !isLong { return .range(reader.skip(count)) }
    let chunk = reader.count()
    return .long(.long(chunk: chunk, byte: reader.count(), count: max(1, count), kind))
  }
}
