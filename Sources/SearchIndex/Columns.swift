/// What the index keeps of every section of a segment beside the lists, a column a property.
public struct Columns: Sendable, Equatable {
  /// The number of words of the text, on a scale of ``LengthScale``.
  private(set) var lengths: [UInt8] = []
  /// What it is counted by.
  public private(set) var marks: [UInt32] = []
  /// The number of words of all, as the scale has it.
  private(set) var words: Double = 0

  public var count: Int { lengths.count }

  mutating func append(words: Int, marks: UInt32) {
    lengths.append(LengthScale.code(words))
    self.words += Double(LengthScale.lengths[Int(lengths[lengths.count - 1])])
    self.marks.append(marks)
  }

  mutating func append(_ other: Columns) {
    lengths += other.lengths
    marks += other.marks
    words += other.words
  }

  /// Empties what is kept of the sections that are no longer there.
  mutating func forget(unless isLive: (Int) -> Bool) {
    for section in lengths.indices where lengths[section] > 0 && !isLive(section) {
      words -= Double(LengthScale.lengths[Int(lengths[section])])
      lengths[section] = 0
      marks[section] = 0
    }
  }

  /// All lengths, then all marks (little-endian, 4 bytes each).
  var bytes: [UInt8] {
    lengths + marks.flatMap { mark in (0..<4).map { UInt8(truncatingIfNeeded: mark >> (8 * UInt32($0))) } }
  }

  init() {}

  /// Nil where the bytes are not a whole number of sections.
  init?(bytes: [UInt8]) {
    guard bytes.count % 5 == 0 else { return nil }
    let count = bytes.count / 5
    lengths = Array(bytes[..<count])
    words = lengths.reduce(0) { $0 + Double(LengthScale.lengths[Int($1)]) }
    marks = bytes.withUnsafeBytes { raw in
      (0..<count).map { raw.loadUnaligned(fromByteOffset: count + $0 * 4, as: UInt32.self).littleEndian }
    }
  }
}

/// Lengths in one byte: a step is about 7 %, finer than BM25 can tell.
enum LengthScale {
  static func code(_ words: Int) -> UInt8 {
    var low = 0
    var high = 255
    while low < high {
      let middle = (low + high + 1) / 2
      if lengths[middle] <= Float(words) { low = middle } else { high = middle - 1 }
    }
    return UInt8(low)
  }

  /// Code -> words.
  static let lengths: [Float] = {
    var lengths: [Float] = []
    var length: Float = 0
    for _ in 0...255 {
      lengths.append(length)
      length = max(length + 1, (length * 1.07).rounded())
    }
    return lengths
  }()
}
