public import Pages
public import Rules

/// What tells of each line of a document which rules may match it, made once: every finder asks of every line.
public struct LineSignatures: Sendable {
  private let pages: [[TextSignature]]

  /// Linear in the text.
  init(_ pages: [Page]) {
    self.pages = pages.map { page in page.lines.indices.map { Self.signature(of: page.text[page.lines[$0].range]) } }
  }

  /// That of one line, both of its text and of its flat text.
  public subscript(line: LineReference) -> TextSignature { pages[line.page][line.line] }

  private static func signature(of text: ArraySlice<UInt8>) -> TextSignature {
    var signature = TextSignature(text)
    if ![Page].isFlat(text) { signature.formUnion(TextSignature([Page].flat(text))) }
    return signature
  }
}
