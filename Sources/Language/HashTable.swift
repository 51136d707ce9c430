/// A set of numbers that are hashes already: they need not be hashed again, as `Set` would do, which takes most of the time of reading and asking a list
/// of words.
struct HashTable: Sendable {
  /// 0 where a slot is empty. A power of two in length, at most half full.
  private var slots: [UInt64]
  private var count = 0

  /// - Parameter capacity: how many are expected; more are held too.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  var isEmpty: Bool { count == 0 }

  func contains(_ hash: UInt64) -> Bool { slots[slot(of: hash)] != 0 }

  mutating func insert(_ hash: UInt64) {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: hash)
    if slots[slot] == 0 { count += 1 }
    slots[slot] = Self.kept(hash)
  }

  /// The slot that holds the hash, or the empty one where it would be put.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let wanted = Self.kept(hash)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: wanted ^ wanted >> 32) & mask
    while slots[slot] != 0, slots[slot] != wanted { slot = (slot + 1) & mask }
    return slot
  }

  // 0 says that a slot is empty, so that the one hash that is 0 shares another's name.
  @inline(__always)
  private static func kept(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { slots[slot(of: hash)] = hash }
  }
}
