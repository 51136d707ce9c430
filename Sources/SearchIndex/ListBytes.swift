/// One term's list while it is made.
///
/// `postings`: for each section, rising: the distance from the section before (varint; the first from the segment's first section), then for
/// all but attributes and amounts the ``Occurrence`` byte. `places` (stems only), for each section in the same order: how many bytes follow, then the
/// distances between the word's ``Position``s (varints).
struct ListBytes {
  var postings: [UInt8] = []
  var places: [UInt8] = []
  /// The number of sections.
  var count = 0
  /// The last section, counted from the segment's first; the next one's distance is from here.
  var last: UInt32 = 0

  mutating func append(section: UInt32, _ occurrence: UInt8?) {
    Varint.append(section - last, to: &postings)
    if let occurrence { postings.append(occurrence) }
    last = section
    count += 1
  }

  mutating func appendPlaces(_ bytes: some Collection<UInt8>) {
    Varint.append(bytes.count, to: &places)
    places.append(contentsOf: bytes)
  }

  /// Adds a whole list of a segment of `sections` sections that begins `offset` sections after this one's. Its bytes are copied: only the distance
  /// to its first section is another. False, and nothing is added, where the list is damaged.
  mutating func append(
    _ kind: Term.Kind, _ postings: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>, offset: UInt32, sections: Int
  ) -> Bool {
    var reader = ByteReader(postings)
    let first = reader.varint()
    let rest = reader.position
    if kind.hasOccurrences { _ = reader.byte() }
    var (section, number) = (Int(first), 1)
    while !reader.isAtEnd {
      section += Int(reader.varint())
      if kind.hasOccurrences { _ = reader.byte() }
      number += 1
    }
    guard !reader.isOverrun, section < sections else { return false }
    Varint.append(offset + first - last, to: &self.postings)
    self.postings.append(contentsOf: postings[rest...])
    self.places.append(contentsOf: places)
    last = offset + UInt32(section)
    count += number
    return true
  }

  mutating func removeAll() {
    postings.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    count = 0
    last = 0
  }
}

extension Term.Kind {
  /// Whether a list of this kind says how often the word stands in each section.
  var hasOccurrences: Bool { self != .attribute && self != .amount }
  var hasPlaces: Bool { self == .stem }
}
