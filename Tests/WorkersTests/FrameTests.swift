import Testing
import Workers

@Suite("Frames")
struct FrameTests {
  @Test("What was sent comes out whole, however it is cut on the way")
  func cut() throws {
    let sent = [
      Frame(kind: .progress, content: Array("1 9".utf8)), Frame(kind: .answer, content: []),
      Frame(kind: .failure, content: Array("åäö".utf8)),
    ]
    let bytes = sent.flatMap(\.bytes)
    for size in 1...bytes.count {
      var buffer = FrameBuffer(largest: 100)
      var received: [Frame] = []
      for start in stride(from: 0, to: bytes.count, by: size) { received += try buffer.take(bytes[start..<min(start + size, bytes.count)]) }
      #expect(received.map(\.kind) == sent.map(\.kind) && received.map(\.content) == sent.map(\.content))
    }
  }

  @Test("A frame of an unknown kind or beyond the limit is refused before it is taken in")
  func refused() {
    var buffer = FrameBuffer(largest: 10)
    #expect(throws: FrameBuffer.Invalid.self) { try buffer.take([11, 0, 0, 0, 2]) }
    var other = FrameBuffer(largest: 10)
    #expect(throws: FrameBuffer.Invalid.self) { try other.take([1, 0, 0, 0, 99]) }
  }
}
