/// Where a segment's chunks are read from.
public protocol ChunkSource {
  func chunk(_ number: Int, ofSegment segment: Int) throws -> [UInt8]
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
}

/// One term of a segment's dictionary, and where its lists are.
struct DictionaryEntry {
  /// Postings or places: bytes of the block, or a chunk of their own.
  enum Bytes {
    case here([UInt8])
    case chunk(Int)
  }

  var term: [UInt8]
  /// The number of sections.
  var count: Int
  var postings: Bytes
  var places: Bytes
}

extension DictionaryEntry.Bytes {
  func read(_ segment: Segment, from source: some ChunkSource) throws -> [UInt8] {
    switch self {
    case .here(let bytes): bytes
    case .chunk(let number): try source.chunk(number, ofSegment: segment.id)
    }
  }
}

extension Segment {
  /// The entry of a term; nil where it does not occur.
  func entry(_ term: Term, from source: some ChunkSource) throws -> DictionaryEntry? {
    var found: DictionaryEntry?
    try entries(from: term.bytes, source) { entry in
      if entry.term == term.bytes { found = entry }
      return false
    }
    return found
  }

  /// Calls `body` with each entry from `term` on, until it returns false.
  func entries(from term: [UInt8], _ source: some ChunkSource, _ body: (DictionaryEntry) throws -> Bool) throws {
    for index in directory.index(of: term)..<max(directory.index(of: term), directory.blocks.count) {
      var block = BlockReader(try source.chunk(directory.blocks[index].chunk, ofSegment: id))
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
        term.replaceSubrange(shared..., with: buffer[reader.skip(reader.count())])
        let count = reader.count()
        let kind = reader.byte()
        let postings = Self.list(kind & SegmentWriter.Entry.longPostings != 0, &reader)
        let places = Self.list(kind & SegmentWriter.Entry.longPlaces != 0, &reader)
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
    case chunk(Int)

    func bytes(_ buffer: UnsafeBufferPointer<UInt8>) -> DictionaryEntry.Bytes {
      switch self {
      case .range(let range): .here(Array(buffer[range]))
      case .chunk(let number): .chunk(number)
      }
    }
  }

  private static func list(_ isLong: Bool, _ reader: inout ByteReader) -> Place {
    let number = reader.count()
    return isLong ? .chunk(number) : .range(reader.skip(number))
  }
}
