/// One section, as it goes into the index.
public struct SectionText: Sendable {
  /// Words of the heading.
  public var heading: String
  /// The case number as it is written, searched as words of the heading.
  public var caseNumber: String
  /// The decision's words; they stand in `text` too.
  public var decision: String
  public var text: String
  /// What is known of it, as `name:value`.
  public var attributes: Set<String>
  /// The sums in it, in whole kronor, without sign.
  public var amounts: [Int64]
  /// What it is counted by: the bits of a caller's own list.
  public var marks: UInt32

  public init(
    heading: String, caseNumber: String = "", decision: String = "", text: String, attributes: Set<String> = [], amounts: [Int64] = [],
    marks: UInt32 = 0
  ) {
    self.heading = heading
    self.caseNumber = caseNumber
    self.decision = decision
    self.text = text
    self.attributes = attributes
    self.amounts = amounts
    self.marks = marks
  }
}

/// Cuts a text into words in order: the word as it stands (folded), its stem, and the stems of its parts where it is a compound.
///
/// The same at indexing and asking. The bytes are good within `body` only.
public protocol WordSource {
  func words(
    of text: UnsafeBufferPointer<UInt8>,
    _ body: (_ exact: UnsafeBufferPointer<UInt8>, _ stem: UnsafeBufferPointer<UInt8>, _ parts: [[UInt8]]) -> Void)
}
