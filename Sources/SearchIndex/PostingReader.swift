/// Walks a list's sections, and beside them the word's places where they are wanted.
struct PostingReader {
  private var postings: ByteReader
  private let hasOccurrences: Bool
  /// Of the section in hand, counted over the whole index.
  private(set) var section: UInt32
  private(set) var occurrence: UInt8 = 1

  init(_ postings: UnsafeBufferPointer<UInt8>, kind: Term.Kind, first: Int) {
    self.postings = ByteReader(postings)
    hasOccurrences = kind.hasOccurrences
    section = UInt32(first)
  }

  @inline(__always)
  mutating func next() -> Bool {
    if postings.isAtEnd { return false }
    let (next, isBeyond) = section.addingReportingOverflow(postings.varint())
    section = next
    if hasOccurrences { occurrence = postings.byte() }
    return !postings.isOverrun && !isBeyond
  }
}

/// Walks a list's places, a section at a time, in step with a ``PostingReader``.
struct PlaceReader {
  private let buffer: UnsafeBufferPointer<UInt8>
  private var reader: ByteReader

  init(_ places: UnsafeBufferPointer<UInt8>) {
    buffer = places
    reader = ByteReader(places)
  }

  /// The bytes of the next section's places.
  @inline(__always)
  mutating func next() -> Range<Int> { reader.skip(reader.count()) }

  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8>.SubSequence { buffer[range] }

  /// Rising.
  func positions(_ range: Range<Int>, into positions: inout [UInt32]) {
    var reader = ByteReader(UnsafeBufferPointer(rebasing: buffer[range]))
    var last: UInt32 = 0
    while !reader.isAtEnd {
      last &+= reader.varint()
      positions.append(last)
    }
  }
}
