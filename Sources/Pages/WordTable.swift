/// A set of words as open-addressing hash over one block of bytes: loading is one pass, a look-up touches a few cache lines.
final class WordTable: Sendable {
  /// Number of words.
  let count: Int
  /// The words, each ended by a line feed.
  private let bytes: [UInt8]
  /// The word's hash (upper half) and 1 + its offset in `bytes` (lower half); 0 where nothing is stored.
  private let slots: [UInt64]

  /// - Parameter list: words folded by `Latin1`, each ended by a line feed.
  init(_ list: [UInt8]) {
    var slots: [UInt64] = []
    var stored = 0
    list.withUnsafeBufferPointer { list in
      slots = Array(repeating: 0, count: WordTable.capacity(for: WordTable.lineFeeds(in: list)))
      slots.withUnsafeMutableBufferPointer { slots in stored = WordTable.fill(slots, from: list) }
    }
    self.slots = slots
    count = stored
    bytes = list
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { word.withUnsafeBufferPointer(contains) }

  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !word.isEmpty else { return false }
    let hash = WordTable.hash(word)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32, isWord(word, at: Int(slots[slot] & 0xFFFF_FFFF) - 1) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func isWord(_ word: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard offset + word.count < bytes.count, bytes[offset + word.count] == 0x0A else { return false }
      for index in 0..<word.count where bytes[offset + index] != word[index] { return false }
      return true
    }
  }

  private static func lineFeeds(in list: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    // The list is long, and no count of its bytes overflows.
    for byte in list { count &+= byte == 0x0A ? 1 : 0 }
    return count
  }

  /// A power of two, at most half of it used.
  private static func capacity(for words: Int) -> Int {
    var capacity = 16
    while capacity < words * 2 { capacity *= 2 }
    return capacity
  }

  private static func fill(_ slots: UnsafeMutableBufferPointer<UInt64>, from list: UnsafeBufferPointer<UInt8>) -> Int {
    var (start, hash, stored) = (0, basis, 0)
    for end in 0..<list.count {
      guard list[end] == 0x0A else {
        hash = mixed(hash, list[end])
        continue
      }
      if end > start {
        insert(spread(hash), offset: start, into: slots)
        stored += 1
      }
      (start, hash) = (end + 1, basis)
    }
    return stored
  }

  private static func insert(_ hash: UInt64, offset: Int, into slots: UnsafeMutableBufferPointer<UInt64>) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(offset + 1)
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = basis
    for byte in word { hash = mixed(hash, byte) }
    return spread(hash)
  }

  private static var basis: UInt64 { 0xCBF2_9CE4_8422_2325 }

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The low bits choose the slot: the high ones, which are mixed better, take part in it.
  private static func spread(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 29) }
}
