public import Pages
public import Rules

/// What tells of each line of a document which rules may match it, made once: every finder asks of every line.
public struct LineSignatures: Sendable {
  private let rules: RuleSet
  private let pages: [[TextSignature]]
  private let possible: [[RuleNumbers]]

  /// Linear in the text.
  /// - Parameter rules: those that the document is read by.
  init(_ pages: [Page], rules: RuleSet) {
    self.rules = rules
    let signatures = pages.map { page in page.lines.indices.map { Self.signature(of: page.text[page.lines[$0].range]) } }
    self.pages = signatures
    possible = signatures.map { $0.map(rules.possibleRules) }
  }

  /// The rules of a scope that may match a line, in the order in which they are tried: the others surely do not.
  public func rules(in scope: Scope, near line: LineReference) -> [Rule] { rules.rules(in: scope, among: possible[line.page][line.line]) }

  /// The same of a selection.
  public func rules(of selection: RuleSelection, near line: LineReference) -> [Rule] {
    rules.rules(of: selection, among: possible[line.page][line.line])
  }

  /// That of one line, both of its text and of its flat text.
  public subscript(line: LineReference) -> TextSignature { pages[line.page][line.line] }

  /// That of lines joined to running text: what stands in one of them, and what has come about where they were joined.
  public func signature(of passage: Passage) -> TextSignature {
    guard let first = passage.lines.first else { return TextSignature([]) }
    var signature = self[first]
    for (line, start) in zip(passage.lines, passage.lineStarts).dropFirst() {
      signature.formUnion(self[line])
      signature.formUnion(TextSignature(passage.text[max(0, start - Self.joint)..<min(start + Self.joint, passage.text.count)]))
    }
    signature.begins(as: passage.text)
    return signature
  }

  /// Bytes on each side of a joint that runs across it may have: three of a signature's, and a space.
  private static let joint = 4

  private static func signature(of text: ArraySlice<UInt8>) -> TextSignature {
    var signature = TextSignature(text)
    if ![Page].isFlat(text) { signature.formUnion(TextSignature([Page].flat(text))) }
    return signature
  }
}
