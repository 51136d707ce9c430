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
