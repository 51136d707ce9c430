internal import Synchronization

/// What was last asked for, up to a total weight; what was not asked for longest goes first.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let most: Int
  private let content = Mutex(Content())

  private struct Entry {
    var value: Value
    var weight: Int
    var lastUse: Int
  }

  private struct Content {
    var entries: [Key: Entry] = [:]
    var weight = 0
    var clock = 0
  }

  /// - Parameter most: the largest total weight. What weighs more by itself is not kept.
  init(most: Int) { self.most = most }

  subscript(key: Key) -> Value? {
    content.withLock { content in
      content.clock += 1
      content.entries[key]?.lastUse = content.clock
      return content.entries[key]?.value
    }
  }

  func keep(_ value: Value, for key: Key, weight: Int) {
    guard weight <= most else { return }
    content.withLock { content in
      content.clock += 1
      content.weight += weight - (content.entries[key]?.weight ?? 0)
      content.entries[key] = Entry(value: value, weight: weight, lastUse: content.clock)
      if content.weight > most { Self.makeRoom(in: &content, below: most * 3 / 4) }
    }
  }

  // A quarter is freed at a time, so that sorting is paid for by many.
  private static func makeRoom(in content: inout Content, below most: Int) {
    for (key, entry) in content.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      if content.weight <= most { return }
      content.entries[key] = nil
      content.weight -= entry.weight
    }
  }
}
