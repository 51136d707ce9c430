/// What a list says of one section: where the word stands, and how often.
struct Occurrence {
  /// One byte: the two highest bits for the fields, the rest for the number of times in the text.
  let byte: UInt8

  init(byte: UInt8) { self.byte = byte }

  init(inHeading: Bool, inDecision: Bool, timesInText: Int) {
    byte = (inHeading ? 0x80 : 0) | (inDecision ? 0x40 : 0) | UInt8(min(timesInText, 0x3F))
  }

  var inHeading: Bool { byte & 0x80 != 0 }
  var inDecision: Bool { byte & 0x40 != 0 }

  /// How much one occurrence of each kind counts, before BM25 levels it off: a word in the heading says what the § is about, one in the decision
  /// what came of it (the decision is part of the text too).
  static let headingWeight: Float = 8
  static let decisionWeight: Float = 3

  /// Occurrence byte -> the weighted number of times (BM25F, Robertson & Zaragoza 2009, section 3.6).
  static let weights: [Float] = (0...255).map { byte in
    let occurrence = Occurrence(byte: UInt8(byte))
    let text = Float(byte & 0x3F)
    return text + (occurrence.inHeading ? headingWeight : 0) + (occurrence.inDecision ? decisionWeight : 0)
  }

  /// As `weights`, of the heading alone.
  static let headingWeights: [Float] = (0...255).map { $0 & 0x80 != 0 ? headingWeight : 0 }
}

/// A place of a word in a section, as the index keeps it: its number among the section's words, and whether it stands in the heading.
enum Position {
  /// Between heading, case number and text, so that no phrase goes over the gap.
  static let gap: UInt32 = 16

  @inline(__always)
  static func make(_ number: UInt32, inHeading: Bool) -> UInt32 { number << 1 | (inHeading ? 1 : 0) }

  @inline(__always)
  static func isInHeading(_ position: UInt32) -> Bool { position & 1 != 0 }

  /// One word on.
  static let step: UInt32 = 2
}
