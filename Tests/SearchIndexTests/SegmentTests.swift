import SearchIndex
import Testing

@Suite("Segments")
struct SegmentTests {
  private static let texts = (0..<3000).map { number in
    "nummer\(number) och " + (0..<(number % 9)).map { "ord\($0 * number % 13)" }.joined(separator: " ")
  }

  @Test("Merged segments say what they said apart", arguments: [70, 1500, 2999])
  func merging(perSegment: Int) throws {
    let apart = try SmallIndex(Self.texts, perSegment: perSegment)
    let merged = try #require(
      try apart.store.segment(99, first: 0) { sink in
        try SegmentMerger(apart.segments, source: apart.store) { _ in true }.write(to: sink)
      })
    let one = try SmallIndex(Self.texts)
    #expect(merged.columns == one.segments.first?.columns)
    let sum = try merged.fingerprint(from: apart.store) { _ in true }
    #expect(try sum == one.segments.first?.fingerprint(from: one.store) { _ in true })
    let reader = IndexReader(segments: [merged], source: apart.store)
    for plan in [Plan.asked("och"), .asked("ord5"), .phrase([Plan.forms("ord0"), Plan.forms("ord5")])] {
      #expect(try Matcher(reader).matches(plan) == Matcher(one.reader).matches(plan))
    }
  }

  @Test("Sections that are gone are left out of a merged segment; the others keep their numbers")
  func removal() throws {
    let index = try SmallIndex(["a b", "a", "b", "a c"], perSegment: 2)
    let merged = try #require(
      try index.store.segment(99, first: 0) { sink in
        try SegmentMerger(index.segments, source: index.store) { $0 != 0 && $0 != 2 }.write(to: sink)
      })
    let matcher = Matcher(IndexReader(segments: [merged], source: index.store))
    #expect(try matcher.matches(.asked("a")).sections == [1, 3])
    #expect(try matcher.matches(.asked("b")).sections.isEmpty)
  }

  @Test("Segments of which some have lost sections say what is left of them", arguments: [70, 1500])
  func mergingOfWhatIsLeft(perSegment: Int) throws {
    let apart = try SmallIndex(Self.texts, perSegment: perSegment)
    let isLive = { (section: Int) in section / 140 % 2 == 0 || section % 3 > 0 }
    let merged = try #require(
      try apart.store.segment(99, first: 0) { sink in
        try SegmentMerger(apart.segments, source: apart.store, isLive: isLive).write(to: sink)
      })
    let sum = try apart.segments.reduce(0) { try $0 &+ $1.fingerprint(from: apart.store, isLive: isLive) }
    #expect(try merged.fingerprint(from: apart.store) { _ in true } == sum)
    let reader = IndexReader(segments: [merged], source: apart.store)
    for plan in [Plan.asked("och"), .asked("ord5"), .phrase([Plan.forms("ord0"), Plan.forms("ord5")])] {
      let expected = try Matcher(apart.reader).matches(plan).sections.filter { isLive(Int($0)) }
      #expect(!expected.isEmpty)
      #expect(try Matcher(reader).matches(plan).sections == expected)
    }
  }

  @Test("A fingerprint tells another text, another place and another number of times")
  func fingerprints() throws {
    func sum(_ texts: [String]) throws -> UInt64 {
      let index = try SmallIndex(texts)
      return try index.segments.reduce(0) { try $0 &+ $1.fingerprint(from: index.store) { _ in true } }
    }
    let sums = try [["a b", "c"], ["a c", "b"], ["a", "b c"], ["a b b", "c"], ["a b"]].map(sum)
    #expect(Set(sums).count == sums.count)
    #expect(try sum(["a b", "c"]) == sums[0])
  }

  @Test("Words are told in order with the number of their sections")
  func terms() throws {
    let index = try SmallIndex(["avgift avgå", "avgift bro"])
    var found: [String] = []
    try index.reader.terms(.exact, from: "av") { text, sections in
      found.append("\(String(decoding: text, as: UTF8.self)) \(sections)")
      return true
    }
    #expect(found == ["avgift 2", "avgå 1"])
  }

  @Test("A very long word is found by itself and by its beginning")
  func longWord() throws {
    let word = String(repeating: "x", count: 500)
    let index = try SmallIndex([word, "x"])
    #expect(try index.found(.asked(word)) == [0])
  }

  @Test("A chunk that is cut off ends a search and not the program")
  func damage() throws {
    let index = try SmallIndex(Self.texts)
    for length in 0..<400 {
      let reader = IndexReader(segments: index.segments, source: Cut(store: index.store, length: length))
      _ = try Matcher(reader).matches(.any([.asked("och"), .phrase([Plan.forms("ord0"), Plan.forms("ord5")])]))
    }
  }

  @Test("A chunk that is cut off or changed ends a merge and not the program", arguments: 0..<40)
  func damagedMerge(number: Int) throws {
    let index = try SmallIndex(Self.texts, perSegment: 1500)
    let sources: [any ChunkSource] = [
      Cut(store: index.store, length: number * 11), Changed(store: index.store, byte: number * 7, value: number % 2 == 0 ? 0xFF : 0x7F),
    ]
    for source in sources {
      let sink = MemoryStore()
      _ = try sink.segment(99, first: 0) { try SegmentMerger(index.segments, source: source) { $0 < 2000 }.write(to: $0) }
    }
  }

  @Test("Marks and lengths come back as they were given")
  func columns() throws {
    let index = try SmallIndex((0..<5).map { SectionText(heading: "", text: "a", marks: UInt32($0) << 24 | 5) }, perSegment: 2)
    #expect(index.reader.segments.flatMap(\.columns.marks) == (0..<5).map { UInt32($0) << 24 | 5 })
    #expect(Segment(id: 0, first: 0, directory: [], columns: [1, 2, 3]) == nil)
  }
}

/// Chunks of which the end is missing.
private struct Cut: ChunkSource {
  let store: MemoryStore
  let length: Int
  func chunks(_ numbers: ClosedRange<Int>, _ kind: ChunkKind, ofSegment segment: Int) throws -> [UInt8] {
    Array(try store.chunks(numbers, kind, ofSegment: segment).prefix(length))
  }
}

/// Chunks of which bytes have become others.
private struct Changed: ChunkSource {
  let store: MemoryStore
  let byte: Int
  let value: UInt8

  func chunks(_ numbers: ClosedRange<Int>, _ kind: ChunkKind, ofSegment segment: Int) throws -> [UInt8] {
    var bytes = try store.chunks(numbers, kind, ofSegment: segment)
    for index in stride(from: byte, to: bytes.count, by: 300) { bytes[index] = value }
    return bytes
  }
}
