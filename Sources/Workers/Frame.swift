/// One message between the program and a worker: four bytes of length (little-endian), one byte of kind, and the content.
package struct Frame {
  package enum Kind: UInt8 {
    /// To the worker: a `WorkerRequest` as JSON.
    case request = 1
    /// The worker is closed in and waits. Content: why it is not closed in, or nothing.
    case ready
    /// A page is done. Content: its number and the number of pages, as text with a space between.
    case progress
    /// The answer. Content: as the request says.
    case answer
    /// The file cannot be read. Content: one Swedish sentence.
    case failure
    /// What was asked for is not in the file. Content: one Swedish sentence.
    case absence
    /// A mistake in the rules that the file was read by, sent before the answer. Content: the rule file, the place and what is wrong.
    case mistake
  }

  package var kind: Kind
  package var content: [UInt8]

  package init(kind: Kind, content: [UInt8]) {
    self.kind = kind
    self.content = content
  }

  var text: String { String(decoding: content, as: UTF8.self) }

  package var bytes: [UInt8] {
    let length = UInt32(content.count)
    return [
      UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length >> 16),
      UInt8(truncatingIfNeeded: length >> 24), kind.rawValue,
    ] + content
  }
}

/// Bytes as they come, cut into frames.
package struct FrameBuffer {
  private var bytes: [UInt8] = []
  private let largest: Int

  /// What came is no frame, or larger than allowed.
  package struct Invalid: Error {
    package var isTooLarge: Bool
  }

  package init(largest: Int) { self.largest = largest }

  /// Takes in what was received and gives the frames that are whole. Throws `Invalid`.
  package mutating func take(_ received: some Sequence<UInt8>) throws -> [Frame] {
    bytes += received
    var frames: [Frame] = []
    var start = 0
    while let frame = try frame(at: start) {
      frames.append(frame)
      start += 5 + frame.content.count
    }
    bytes.removeFirst(start)
    return frames
  }

  private func frame(at start: Int) throws -> Frame? {
    guard bytes.count >= start + 5 else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    guard length <= largest else { throw Invalid(isTooLarge: true) }
    guard let kind = Frame.Kind(rawValue: bytes[start + 4]) else { throw Invalid(isTooLarge: false) }
    guard bytes.count >= start + 5 + length else { return nil }
    return Frame(kind: kind, content: Array(bytes[start + 5..<start + 5 + length]))
  }
}
