/// Numbers for terms, given in the order in which they are first met: a hash table over one row of bytes, since an array a term would cost an
/// allocation each.
struct TermTable {
  private var text: [UInt8] = []
  private var ends: [Int32] = []
  /// Term number + 1; 0 where it is empty. A power of two in length.
  private var slots: [Int32]

  init() { slots = Array(repeating: 0, count: 1 << 12) }

  /// What stands for a table that is in use elsewhere: it must not be asked.
  static let absent = TermTable(slots: [])

  private init(slots: [Int32]) { self.slots = slots }

  var count: Int { ends.count }

  func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  func bytes(of number: Int) -> ArraySlice<UInt8> { text[range(of: number)] }

  /// The numbers in the order of the terms' bytes.
  func sorted() -> [Int] {
    text.withUnsafeBufferPointer { text in
      (0..<count).sorted { first, second in
        text[range(of: first)].lexicographicallyPrecedes(text[range(of: second)])
      }
    }
  }

  mutating func number(_ kind: Term.Kind, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    let word = UnsafeBufferPointer(rebasing: word.prefix(Term.longest - 1))
    if ends.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Self.hash(kind, word) & mask
    while slots[slot] != 0 {
      if holds(Int(slots[slot]) - 1, kind, word) { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & mask
    }
    text.append(kind.rawValue)
    text.append(contentsOf: word)
    ends.append(Int32(text.count))
    slots[slot] = Int32(ends.count)
    return ends.count - 1
  }

  private func holds(_ number: Int, _ kind: Term.Kind, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == word.count + 1, text[range.lowerBound] == kind.rawValue else { return false }
    for index in 0..<word.count where text[range.lowerBound + 1 + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Int32](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      let range = range(of: Int(entry) - 1)
      var slot = Self.hash(text[range]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  // FNV-1a, 64 bits, folded.
  @inline(__always)
  private static func hash(_ kind: Term.Kind, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = step(0xcbf2_9ce4_8422_2325, kind.rawValue)
    for byte in word { hash = step(hash, byte) }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }

  private static func hash(_ term: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in term { hash = step(hash, byte) }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }

  @inline(__always)
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
