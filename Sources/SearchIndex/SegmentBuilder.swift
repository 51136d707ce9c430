/// Collects sections in memory and gives their lists.
public struct SegmentBuilder {
  private var terms = TermTable()
  private var lists: [ListBytes] = []
  private(set) var columns = Columns()
  private let source: any WordSource

  // Of the section in hand: term number and position; a term's places are together once it is sorted.
  private var found: [UInt64] = []
  private var position: UInt32 = 0
  private var placeBytes: [UInt8] = []

  // Above every position: the word stands in the decision.
  private static let decision: UInt32 = .max

  public init(source: any WordSource) { self.source = source }

  /// The number of sections so far.
  public var count: Int { columns.count }

  /// Adds the next section.
  public mutating func add(_ section: SectionText) {
    found.removeAll(keepingCapacity: true)
    position = 0
    place(section.heading, inHeading: true)
    position += Position.gap
    place(section.caseNumber, inHeading: true)
    position += Position.gap
    let words = place(section.text, inHeading: false)
    mark(section.decision)
    for attribute in section.attributes { list(.attribute, attribute) }
    for amount in Set(section.amounts) { list(Term(amount: amount)) }
    found.sort()
    keep()
    columns.append(words: words, marks: section.marks)
  }

  /// Writes what has been collected as one segment.
  public func write(to sink: any ChunkSink) throws -> SegmentContents {
    var writer = SegmentWriter()
    for number in terms.sorted() {
      try writer.add(term: terms.bytes(of: number), lists[number], to: sink)
    }
    return try writer.finish(columns, to: sink)
  }

  @discardableResult
  private mutating func place(_ text: String, inHeading: Bool) -> Int {
    var (table, found, position) = (terms, self.found, self.position)
    // Moved out and in again, so that the closure changes no property of self while it is called.
    terms = .absent
    self.found = []
    let start = position
    Self.bytes(of: text) { bytes in
      source.words(of: bytes) { exact, stem, parts in
        let place = UInt64(Position.make(position, inHeading: inHeading))
        position += 1
        found.append(UInt64(table.number(.stem, stem)) << 32 | place)
        found.append(UInt64(table.number(.exact, exact)) << 32 | place)
        for part in parts {
          part.withUnsafeBufferPointer { found.append(UInt64(table.number(.part, $0)) << 32 | place) }
        }
      }
    }
    terms = table
    self.found = found
    self.position = position
    return Int(position - start)
  }

  private mutating func mark(_ decision: String) {
    var (table, found) = (terms, self.found)
    terms = .absent
    self.found = []
    Self.bytes(of: decision) { bytes in
      source.words(of: bytes) { exact, stem, parts in
        found.append(UInt64(table.number(.stem, stem)) << 32 | UInt64(Self.decision))
        found.append(UInt64(table.number(.exact, exact)) << 32 | UInt64(Self.decision))
        for part in parts {
          part.withUnsafeBufferPointer { found.append(UInt64(table.number(.part, $0)) << 32 | UInt64(Self.decision)) }
        }
      }
    }
    terms = table
    self.found = found
  }

  private mutating func list(_ kind: Term.Kind, _ text: String) { list(Term(kind, text)) }

  private mutating func list(_ term: Term) {
    guard let kind = Term.Kind(rawValue: term.bytes[0]) else { return }
    term.bytes.withUnsafeBufferPointer { bytes in
      found.append(UInt64(terms.number(kind, UnsafeBufferPointer(rebasing: bytes.dropFirst()))) << 32)
    }
  }

  // One pass over the sorted finds, a term at a time.
  private mutating func keep() {
    let section = UInt32(columns.count)
    if lists.count < terms.count { lists += Array(repeating: ListBytes(), count: terms.count - lists.count) }
    var start = 0
    while start < found.count {
      let number = Int(found[start] >> 32)
      var end = start + 1
      while end < found.count, Int(found[end] >> 32) == number { end += 1 }
      keep(found[start..<end], of: number, in: section)
      start = end
    }
  }

  private mutating func keep(_ finds: ArraySlice<UInt64>, of number: Int, in section: UInt32) {
    guard let kind = Term.Kind(rawValue: terms.bytes(of: number).first ?? 0), kind.hasOccurrences else {
      lists[number].append(section: section, nil)
      return
    }
    placeBytes.removeAll(keepingCapacity: true)
    var (inHeading, inDecision, times, last) = (false, false, 0, UInt32(0))
    for find in finds {
      let place = UInt32(truncatingIfNeeded: find)
      if place == Self.decision {
        inDecision = true
        continue
      }
      if Position.isInHeading(place) { inHeading = true } else { times += 1 }
      if kind.hasPlaces { Varint.append(place - last, to: &placeBytes) }
      last = place
    }
    let occurrence = Occurrence(inHeading: inHeading, inDecision: inDecision, timesInText: times)
    lists[number].append(section: section, occurrence.byte)
    if kind.hasPlaces { lists[number].appendPlaces(placeBytes) }
  }

  private static func bytes(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8(body)
  }
}
