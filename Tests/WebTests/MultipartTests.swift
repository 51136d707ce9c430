import Testing
import Web

@Suite struct MultipartTests {
  static let boundary = "x7F"
  static let form = Array(
    ("text före\r\n--x7F\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n--x7F \t\r\ncontent-type: application/pdf\r\n"
      + "CONTENT-DISPOSITION: form-data; name=\"filer\"; filename=\"å%22b.pdf\"\r\n\r\n%PDF-\r\n--x7\r\n--\r\n\r\n--x7F\r\n"
      + "Content-Disposition: form-data; name=tom; filename=\"\"\r\n\r\n\r\n--x7F--\r\ntext efter --x7F").utf8)
  static let parts = ["csrf||abc", "filer|å\"b.pdf|%PDF-\r\n--x7\r\n--\r\n", "tom||"]

  @Test func partsAreTheSameHoweverTheyAreCut() throws {
    for size in 1...Self.form.count { #expect(try Self.read(Self.form, inPiecesOf: size) == Self.parts, "in pieces of \(size)") }
  }

  @Test func aBrokenConnectionIsNoForm() {
    // The text after the last boundary, and the line's end before it, say nothing.
    let needed = Self.form.count - "\r\ntext efter --x7F".utf8.count
    for length in 0..<needed { #expect(throws: MultipartParser.Mistake.self) { try Self.read(Array(Self.form[..<length]), inPiecesOf: 7) } }
  }

  @Test(arguments: [
    "--x7F\r\n\r\nutan huvud\r\n--x7F--", "--x7F\r\nContent-Disposition: form-data\r\n\r\nutan namn\r\n--x7F--",
    "--x7F\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--x7F--",
    "--x7Fannan\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--x7F--",
    "--x7F\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--x7Fg\r\n", "ingen gräns alls", "",
    "--x7F\r\n\u{0}\r\n\r\n--x7F--",
  ])
  func whatIsNoFormIsAMistake(_ text: String) {
    #expect(throws: MultipartParser.Mistake.self) { try Self.read(Array(text.utf8), inPiecesOf: 5) }
  }

  @Test func aHeadWithoutEndIsNotHeldForEver() {
    let head = Array("--x7F\r\nContent-Disposition: form-data; name=\"".utf8)
    #expect(throws: MultipartParser.Mistake.self) {
      try Self.read(head + Array(repeating: UInt8(ascii: "a"), count: 100_000), inPiecesOf: 1000)
    }
    #expect(throws: MultipartParser.Mistake.self) { try Self.read(Array(repeating: UInt8(ascii: "a"), count: 100_000), inPiecesOf: 1000) }
    #expect(throws: MultipartParser.Mistake.self) {
      try Self.read(Array("--x7F".utf8) + Array(repeating: 32, count: 100_000), inPiecesOf: 1000)
    }
  }

  @Test func aFormOfEndlessPartsIsRefused() {
    let part = Array("--x7F\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n".utf8)
    #expect(throws: MultipartParser.Mistake.self) { try Self.read((0..<2000).flatMap { _ in part }, inPiecesOf: 4096) }
  }

  @Test(arguments: ["", String(repeating: "a", count: 71), "å", "a\r\nb"])
  func whatCanBeNoBoundaryIsRefused(_ boundary: String) {
    #expect(throws: MultipartParser.Mistake.self) { _ = try MultipartParser(boundary: boundary) }
  }

  @Test func manyLineEndsInAFileCostNoMoreThanOtherBytes() throws {
    let head = Array("--x7F\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
    let ends: [UInt8] = [13, 10, 45, 45]
    let content = Array(repeatElement(ends, count: 500_000).joined())
    let parts = try Self.read(head + content + Array("\r\n--x7F--".utf8), inPiecesOf: 65_536)
    #expect(parts[0].utf8.count == 3 + content.count)
  }

  @Test(arguments: [
    ("kf.pdf", "kf.pdf"), ("mapp\\undermapp\\kf.PDF", "kf.pdf"), ("../../etc/passwd", "passwd.pdf"), ("", "dokument.pdf"),
    ("..", "dokument.pdf"),
    (".dold.pdf", "dold.pdf"), ("a\u{0}b\nc\u{202E}fdp.pdf", "abcfdp.pdf"), ("a:b.pdf", "ab.pdf"),
    ("Kallelse å ä ö.pdf", "Kallelse å ä ö.pdf"),
    ("bild.png", "bild.png.pdf"), ("<script>.pdf", "<script>.pdf"), ("/", "dokument.pdf"),
  ])
  func namesThatAreSentBecomeNamesOfFiles(_ sent: String, _ expected: String) { #expect(UploadName.clean(sent) == expected) }

  @Test func aVeryLongNameIsCut() {
    #expect(UploadName.clean(String(repeating: "å", count: 1000) + ".pdf").utf8.count < 200)
    #expect(UploadName.numbered("kf.pdf", 2) == "kf (2).pdf")
  }

  /// "name|file name|content" of each part.
  private static func read(_ bytes: [UInt8], inPiecesOf size: Int) throws -> [String] {
    var parser = try MultipartParser(boundary: boundary)
    var heads: [PartHead] = []
    var contents: [[UInt8]] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      try parser.add(bytes[start..<min(start + size, bytes.count)]) { event in
        switch event {
        case .part(let head):
          heads.append(head)
          contents.append([])
        case .content(let bytes): contents[contents.count - 1] += bytes
        case .partEnd: break
        }
      }
    }
    try parser.finish()
    return zip(heads, contents).map { "\($0.name)|\($0.fileName ?? "")|\(String(decoding: $1, as: UTF8.self))" }
  }
}
