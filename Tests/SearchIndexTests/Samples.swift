import SearchIndex

/// Chunks in memory, numbered within their segment.
final class MemoryStore: ChunkSource {
  private var segments: [Int: [ChunkKind: [[UInt8]]]] = [:]

  final class Sink: ChunkSink {
    private let store: MemoryStore
    private let segment: Int

    init(store: MemoryStore, segment: Int) {
      self.store = store
      self.segment = segment
    }

    func write(_ chunk: [UInt8], _ kind: ChunkKind) { store.segments[segment, default: [:]][kind, default: []].append(chunk) }
  }

  func chunks(_ numbers: ClosedRange<Int>, _ kind: ChunkKind, ofSegment segment: Int) throws -> [UInt8] {
    Array((segments[segment]?[kind] ?? []).dropFirst(numbers.lowerBound).prefix(numbers.count).joined())
  }

  /// Writes a segment that begins with section `first`.
  func segment(_ id: Int, first: Int, _ write: (Sink) throws -> SegmentContents) throws -> Segment? {
    let sink = Sink(store: self, segment: id)
    let contents = try write(sink)
    return Segment(id: id, first: first, directory: contents.directory, columns: contents.columns)
  }
}

/// Words at spaces; a stem is the first four letters, and what stands before a hyphen is a part.
struct PlainWords: WordSource {
  func words(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, [[UInt8]]) -> Void
  ) {
    for word in text.split(separator: UInt8(ascii: " ")) {
      let exact = UnsafeBufferPointer(rebasing: word)
      let parts = word.split(separator: UInt8(ascii: "-")).map { Array($0.prefix(4)) }
      body(exact, UnsafeBufferPointer(rebasing: word.prefix(4)), parts.count > 1 ? parts : [])
    }
  }
}

/// An index of sections given as texts, `perSegment` of them in each segment.
struct SmallIndex {
  let store = MemoryStore()
  let segments: [Segment]

  init(_ sections: [SectionText], perSegment: Int = .max) throws {
    var segments: [Segment] = []
    var first = 0
    while first < sections.count {
      var builder = SegmentBuilder(source: PlainWords())
      for section in sections[first...].prefix(perSegment) { builder.add(section) }
      if let segment = try store.segment(segments.count, first: first, { try builder.write(to: $0) }) { segments.append(segment) }
      first += builder.count
    }
    self.segments = segments
  }

  init(_ texts: [String], perSegment: Int = .max) throws {
    try self.init(texts.map { SectionText(heading: "", text: $0) }, perSegment: perSegment)
  }

  var reader: IndexReader { IndexReader(segments: segments, source: store) }

  func found(_ plan: Plan) throws -> [Int] { try Matcher(reader).matches(plan).sections.map(Int.init) }

  /// Best first.
  func ranked(_ plan: Plan) throws -> [Int] { TopSections(of: try Matcher(reader).matches(plan), limit: 100).sections.map(Int.init) }
}

extension Plan {
  /// A word's forms: its stem and itself.
  static func forms(_ word: String) -> [Form] {
    [Form(Term(.stem, word.utf8.prefix(4)), weight: 0.7), Form(Term(.exact, word), weight: 0.3)]
  }

  static func asked(_ word: String) -> Plan { .word(forms(word)) }
}
