extension Segment {
  /// A figure of all words and attributes of the sections that are live, whatever segments they are in: the sum of a hash for each term in each
  /// section. Parts of compounds are left out, since they rest on a word list that may have been another.
  ///
  /// Tells an index that does not hold what its text says, but for a chance of one in 2^64.
  public func fingerprint(from source: any ChunkSource, isLive: (Int) -> Bool) throws -> UInt64 {
    var sum: UInt64 = 0
    try entries(from: [], source) { entry in
      guard let kind = Term.Kind(rawValue: entry.term.first ?? 0), kind != .part else { return true }
      let term = Self.hash(entry.term)
      let postings = try entry.postings.read(self, from: source)
      postings.withUnsafeBufferPointer { buffer in
        var reader = PostingReader(buffer, kind: kind, first: first)
        while reader.next() {
          if !isLive(Int(reader.section)) { continue }
          sum &+= Self.mix(term ^ UInt64(reader.section) << 8 ^ UInt64(reader.occurrence))
        }
      }
      return true
    }
    return sum
  }

  // FNV-1a, 64 bits.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  // The finalizer of MurmurHash3 (public domain): every bit of the result rests on every bit of the figure.
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}
