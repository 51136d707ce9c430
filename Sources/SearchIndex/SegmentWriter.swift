/// Where a segment's bytes are written to: chunks, numbered from 0 in the order in which they come.
public protocol ChunkSink {
  mutating func write(_ chunk: [UInt8]) throws -> Int
}

/// What is kept of a segment outside its chunks.
public struct SegmentContents: Sendable {
  /// Where its dictionary's blocks begin (``BlockDirectory``).
  public var directory: [UInt8]
  public var columns: [UInt8]
  /// The number of sections.
  public var sections: Int
  /// The number of chunks.
  public var chunks: Int
}

/// Writes lists, in the order of their terms, as chunks: blocks of the dictionary with short lists in them, and each long list in a chunk of its own.
///
/// A block is entries one after the other: how many bytes the term shares with the one before in the block, how many follow, those; the number of
/// sections; the kind of entry (bits of ``Entry``); for the postings and then the places either the length and the bytes or the number of a chunk.
struct SegmentWriter {
  /// Bytes; a little more than two of SQLite's pages.
  private static let blockSize = 16 << 10
  /// A longer list gets a chunk of its own, so that looking up its neighbours does not read it.
  static let longestInBlock = 512

  private var block: [UInt8] = []
  private var firstTerm: [UInt8] = []
  private var lastTerm: [UInt8] = []
  private var directory: [UInt8] = []
  private var chunks = 0

  enum Entry {
    static let longPostings: UInt8 = 1
    static let longPlaces: UInt8 = 2
  }

  mutating func add(term: ArraySlice<UInt8>, _ list: ListBytes, to sink: inout some ChunkSink) throws {
    if block.count >= Self.blockSize { try endBlock(&sink) }
    if block.isEmpty {
      firstTerm = Array(term)
      lastTerm = []
    }
    let shared = zip(lastTerm, term).prefix { $0 == $1 }.count
    let isLong = (postings: list.postings.count > Self.longestInBlock, places: list.places.count > Self.longestInBlock)
    let postings = isLong.postings ? try write(list.postings, to: &sink) : list.postings.count
    let places = isLong.places ? try write(list.places, to: &sink) : list.places.count
    Varint.append(shared, to: &block)
    Varint.append(term.count - shared, to: &block)
    block += term.dropFirst(shared)
    Varint.append(list.count, to: &block)
    block.append((isLong.postings ? Entry.longPostings : 0) | (isLong.places ? Entry.longPlaces : 0))
    Varint.append(postings, to: &block)
    if !isLong.postings { block += list.postings }
    Varint.append(places, to: &block)
    if !isLong.places { block += list.places }
    lastTerm = Array(term)
  }

  mutating func finish(_ columns: Columns, to sink: inout some ChunkSink) throws -> SegmentContents {
    if !block.isEmpty { try endBlock(&sink) }
    return SegmentContents(directory: directory, columns: columns.bytes, sections: columns.count, chunks: chunks)
  }

  private mutating func write(_ chunk: [UInt8], to sink: inout some ChunkSink) throws -> Int {
    chunks += 1
    return try sink.write(chunk)
  }

  private mutating func endBlock(_ sink: inout some ChunkSink) throws {
    let number = try write(block, to: &sink)
    block.removeAll(keepingCapacity: true)
    BlockDirectory.append(firstTerm: firstTerm, chunk: number, to: &directory)
  }
}

/// The first term of each block of a segment's dictionary, in order, and the block's chunk.
struct BlockDirectory: Sendable {
  private(set) var blocks: [(firstTerm: [UInt8], chunk: Int)] = []

  static func append(firstTerm: [UInt8], chunk: Int, to bytes: inout [UInt8]) {
    Varint.append(firstTerm.count, to: &bytes)
    bytes += firstTerm
    Varint.append(chunk, to: &bytes)
  }

  init(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = ByteReader(buffer)
      while !reader.isAtEnd {
        let term = Array(buffer[reader.skip(reader.count())])
        blocks.append((term, reader.count()))
      }
    }
  }

  /// The index of the block in which `term` stands if it is there; where it comes before all, the first.
  func index(of term: some Sequence<UInt8>) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if term.lexicographicallyPrecedes(blocks[middle].firstTerm) { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }
}
