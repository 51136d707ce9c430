internal import Foundation

/// Takes a form with files apart (multipart/form-data, RFC 7578 with RFC 2046 section 5.1) as its bytes arrive, however they are cut.
///
///     var parser = try MultipartParser(boundary: "x7F")
///     for await bytes in body { try parser.add(bytes) { event in … } }
///     try parser.finish()
///
/// What it holds at a time is one piece of what was sent and one part's head, so that a file of any size passes through.
package struct MultipartParser {
  /// What was met.
  package enum Event: Equatable {
    case part(PartHead)
    /// Some of the part's content.
    case content([UInt8])
    case partEnd
  }

  /// The form is not what a browser sends: a few Swedish words.
  package struct Mistake: Error, Equatable {
    package let words: String
  }

  private enum State {
    /// Before the first boundary, where RFC 2046 allows text that no one reads.
    case preamble
    /// A boundary was met; what follows on its line tells whether it is the last one.
    case boundary
    case head
    case content
    /// After the last boundary.
    case end
  }

  private var state = State.preamble
  /// What has arrived and is not yet told.
  private var rest: [UInt8]
  private let delimiter: [UInt8]
  private var parts = 0

  /// Bytes of a part's head, of text before the first part, and of spaces after a boundary.
  private static let longestHead = 16 << 10
  private static let mostParts = 1000
  private static let lineEnd: [UInt8] = [13, 10]

  /// Throws a `Mistake` for what can be no boundary.
  package init(boundary: String) throws {
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
      throw Mistake(words: "formulärets gräns saknas")
    }
    delimiter = Self.lineEnd + Array("--\(boundary)".utf8)
    // The first boundary has no line before it.
    rest = Self.lineEnd
  }

  package var isAtEnd: Bool { if case .end = state { true } else { false } }

  /// Throws a `Mistake`, or what `tell` throws.
  package mutating func add(_ bytes: some Sequence<UInt8>, _ tell: (Event) throws -> Void) throws {
    if isAtEnd { return }
    rest.append(contentsOf: bytes)
    while try step(tell) {}
  }

  /// To be called when nothing more arrives. Throws a `Mistake` where the last boundary has not come.
  package func finish() throws {
    guard isAtEnd else { throw Mistake(words: "uppladdningen är avbruten") }
  }

  /// Whether there may be more to do with what has arrived.
  private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
    switch state {
    case .preamble: try passPreamble()
    case .boundary: try passBoundary()
    case .head: try readHead(tell)
    case .content: try readContent(tell)
    case .end: false
    }
  }

  private mutating func passPreamble() throws -> Bool {
    guard let place = rest.place(of: delimiter) else {
      guard rest.count <= Self.longestHead else { throw Mistake(words: "formuläret har ingen början") }
      return false
    }
    rest.removeFirst(place + delimiter.count)
    state = .boundary
    return true
  }

  private mutating func passBoundary() throws -> Bool {
    guard rest.count >= 2 else { return false }
    if rest.starts(with: Array("--".utf8)) {
      state = .end
      rest = []
      return false
    }
    guard let place = rest.place(of: Self.lineEnd) else {
      guard rest.count <= Self.longestHead else { throw Mistake(words: "en gräns i formuläret har inget slut") }
      return false
    }
    // A boundary that goes on with other signs is another boundary.
    guard rest[..<place].allSatisfy({ $0 == 32 || $0 == 9 }) else { throw Mistake(words: "en gräns i formuläret är fel") }
    parts += 1
    guard parts <= Self.mostParts else { throw Mistake(words: "formuläret har fler än \(Self.mostParts) delar") }
    // The line's end stays: a head without a line ends at once.
    rest.removeFirst(place)
    state = .head
    return true
  }

  private mutating func readHead(_ tell: (Event) throws -> Void) throws -> Bool {
    guard let place = rest.place(of: Self.lineEnd + Self.lineEnd) else {
      guard rest.count <= Self.longestHead else { throw Mistake(words: "en dels huvud är för långt") }
      return false
    }
    guard place <= Self.longestHead else { throw Mistake(words: "en dels huvud är för långt") }
    let head = try PartHead(lines: rest[..<place])
    rest.removeFirst(place + 2 * Self.lineEnd.count)
    // An empty content's boundary may come at once, and takes the line's end before it.
    rest.insert(contentsOf: Self.lineEnd, at: 0)
    state = .content
    skipped = Self.lineEnd.count
    try tell(.part(head))
    return true
  }

  /// Bytes at the beginning of `rest` that are no content.
  private var skipped = 0

  private mutating func readContent(_ tell: (Event) throws -> Void) throws -> Bool {
    if let place = rest.place(of: delimiter) {
      if place > skipped { try tell(.content(Array(rest[skipped..<place]))) }
      rest.removeFirst(place + delimiter.count)
      skipped = 0
      state = .boundary
      try tell(.partEnd)
      return true
    }
    // The last bytes may be the beginning of a boundary.
    let sure = rest.count - (delimiter.count - 1)
    if sure > skipped {
      try tell(.content(Array(rest[skipped..<sure])))
      rest.removeFirst(sure)
      skipped = 0
    }
    return false
  }
}

extension [UInt8] {
  /// Where some bytes first stand; nil where they do not.
  fileprivate func place(of bytes: [UInt8]) -> Int? {
    withUnsafeBytes { all in
      guard let start = all.baseAddress, all.count >= bytes.count else { return nil }
      var place = 0
      // memchr goes over what cannot begin a boundary many bytes at a time.
      while place <= all.count - bytes.count,
        let found = memchr(start + place, Int32(bytes[0]), all.count - bytes.count - place + 1)
      {
        place = UnsafeRawPointer(found) - start
        if memcmp(start + place, bytes, bytes.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }
}
