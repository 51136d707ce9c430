/// What a chunk holds.
public enum ChunkKind: Int, Sendable, CaseIterable {
  /// A block of the dictionary, with the short lists of its terms.
  case block
  /// Bytes of long lists of sections.
  case postings
  /// Bytes of long lists of places.
  case places
}

/// Where a segment's bytes are written to: chunks of each kind, numbered from 0 in the order in which they come.
public protocol ChunkSink: AnyObject {
  func write(_ chunk: [UInt8], _ kind: ChunkKind) throws
}

/// What is kept of a segment outside its chunks.
public struct SegmentContents: Sendable {
  /// Where its dictionary's blocks begin (``BlockDirectory``).
  public var directory: [UInt8]
  public var columns: [UInt8]
  /// The number of sections.
  public var sections: Int
}

/// Writes lists, in the order of their terms, as chunks: blocks of the dictionary with short lists in them, and long lists one after the other as two
/// rows of bytes (sections and places), cut into chunks.
///
/// A block is entries one after the other: how many bytes the term shares with the one before in the block, how many follow, those; the number of
/// sections; the kind of entry (bits of ``Entry``); for the postings and then the places the length, and then the bytes or, for a long list, where it
/// begins in its row of bytes (two varints: chunk, and byte of the chunk).
struct SegmentWriter {
  /// Bytes. With what SQLite adds a row of this size fills one page of 8192 bytes, so that no space is lost between rows.
  static let chunkSize = 8150
  /// A longer list is kept outside the block, so that looking up its neighbours does not read it.
  static let longestInBlock = 512

  private var block: [UInt8] = []
  private var entry: [UInt8] = []
  private var firstTerm: [UInt8] = []
  private var lastTerm: [UInt8] = []
  private var directory: [UInt8] = []
  private var postings = LongLists(.postings)
  private var places = LongLists(.places)

  enum Entry {
    static let longPostings: UInt8 = 1
    static let longPlaces: UInt8 = 2
  }

  mutating func add(term: ArraySlice<UInt8>, _ list: ListBytes, to sink: any ChunkSink) throws {
    let isLong = (postings: list.postings.count > Self.longestInBlock, places: list.places.count > Self.longestInBlock)
    entry.removeAll(keepingCapacity: true)
    Varint.append(list.count, to: &entry)
    entry.append((isLong.postings ? Entry.longPostings : 0) | (isLong.places ? Entry.longPlaces : 0))
    Varint.append(list.postings.count, to: &entry)
    if isLong.postings { try postings.add(list.postings, &entry, sink) } else { entry += list.postings }
    Varint.append(list.places.count, to: &entry)
    if isLong.places { try places.add(list.places, &entry, sink) } else { entry += list.places }
    try append(term, sink)
  }

  mutating func finish(_ columns: Columns, to sink: any ChunkSink) throws -> SegmentContents {
    if !block.isEmpty { try endBlock(sink) }
    try postings.finish(sink)
    try places.finish(sink)
    return SegmentContents(directory: directory, columns: columns.bytes, sections: columns.count)
  }

  private mutating func append(_ term: ArraySlice<UInt8>, _ sink: any ChunkSink) throws {
    // The figures before a term take four bytes at most.
    if !block.isEmpty, block.count + term.count + 4 + entry.count > Self.chunkSize { try endBlock(sink) }
    if block.isEmpty {
      firstTerm = Array(term)
      lastTerm.removeAll(keepingCapacity: true)
    }
    var shared = 0
    while shared < min(lastTerm.count, term.count), lastTerm[shared] == term[term.startIndex + shared] { shared += 1 }
    let own = term.dropFirst(shared)
    Varint.append(shared, to: &block)
    Varint.append(own.count, to: &block)
    block += own
    block += entry
    lastTerm.removeLast(lastTerm.count - shared)
    lastTerm += own
  }

  private mutating func endBlock(_ sink: any ChunkSink) throws {
    try sink.write(block, .block)
    block.removeAll(keepingCapacity: true)
    BlockDirectory.append(firstTerm: firstTerm, to: &directory)
  }
}

/// Long lists, one after the other, as chunks of one size.
private struct LongLists {
  private let kind: ChunkKind
  private var chunk: [UInt8] = []
  private var number = 0

  init(_ kind: ChunkKind) { self.kind = kind }

  /// Adds a list and notes in `entry` where it begins.
  mutating func add(_ list: [UInt8], _ entry: inout [UInt8], _ sink: any ChunkSink) throws {
    Varint.append(number, to: &entry)
    Varint.append(chunk.count, to: &entry)
    var rest = list[...]
    while !rest.isEmpty {
      let next = rest.prefix(SegmentWriter.chunkSize - chunk.count)
      chunk += next
      rest = rest.dropFirst(next.count)
      if chunk.count == SegmentWriter.chunkSize { try finish(sink) }
    }
  }

  mutating func finish(_ sink: any ChunkSink) throws {
    if chunk.isEmpty { return }
    try sink.write(chunk, kind)
    chunk.removeAll(keepingCapacity: true)
    number += 1
  }
}

/// The first term of each block of a segment's dictionary, in order.
struct BlockDirectory: Sendable {
  private(set) var firstTerms: [[UInt8]] = []

  static func append(firstTerm: [UInt8], to bytes: inout [UInt8]) {
    Varint.append(firstTerm.count, to: &bytes)
    bytes += firstTerm
  }

  init(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = ByteReader(buffer)
      while !reader.isAtEnd {
        firstTerms.append(Array(buffer[reader.skip(reader.count())]))
      }
    }
  }

  /// The index of the block in which `term` stands if it is there; where it comes before all, the first.
  func index(of term: some Sequence<UInt8>) -> Int {
    var low = 0
    var high = firstTerms.count
    while low < high {
      let middle = (low + high) / 2
      if term.lexicographicallyPrecedes(firstTerms[middle]) { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }
}
