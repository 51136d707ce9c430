/// The number of a § (paragraf) as written.
public struct ParagraphNumber: Hashable, Sendable {
  /// 1 to 9999.
  public var number: Int
  /// `37a`: a law's inserted section.
  public var letter: String?
  /// `§ 63/20`: the year the number is counted in, as four digits.
  public var year: Int?

  /// A plain number, or one with what its way of writing adds.
  public init(_ number: Int, letter: String? = nil, year: Int? = nil) {
    self.number = number
    self.letter = letter
    self.year = year
  }
}

/// A place where a § is named.
public struct ParagraphMention: Hashable, Sendable {
  /// Whose § it is.
  public enum Kind: Sendable {
    /// A § of minutes: `§ 132`, `§§ 130-143`.
    case minutes
    /// A section of a law: `3 kap. 9 §`, `2 § LVU`, `§ 37a`.
    case law
  }

  /// Minutes' or a law's.
  public var kind: Kind
  /// In the order named; a range (`§§ 130-143`) is written out.
  public var numbers: [ParagraphNumber]
  /// `punkt 3` after it.
  public var point: Int?
  /// UTF-8 bytes from the sign (or the law's number before it) to the last number or point.
  public var range: Range<Int>
}

/// Finds § in running text and tells a law's from minutes'.
public enum ParagraphScanner {
  /// All § with a number in `text`, in order. A sign without a number (`§ XY`) is none.
  ///
  /// - Parameter lawNames: names after a § that make it a law's (`LVU`, `kommunallagen`), in any case. Words that end in `lagen`,
  /// `balken`
  ///   or `förordningen` are known without.
  public static func scan(_ text: [UInt8], lawNames: [String] = []) -> [ParagraphMention] {
    var mentions: [ParagraphMention] = []
    let span = text.span
    let reader = ParagraphReader(lawNames: lawNames)
    var index = 0
    // But for one range, a text names no more § than it has bytes; a hostile row of ranges would.
    var allowance = span.count + ParagraphReader.longestRange
    while let sign = nextSign(span, from: index) {
      let end = endOfSigns(span, sign)
      guard let mention = reader.read(span, signs: sign..<end, notBefore: mentions.last?.range.upperBound ?? 0, allowance) else {
        index = end
        continue
      }
      mentions.append(mention)
      allowance -= mention.numbers.count
      index = max(end, mention.range.upperBound)
    }
    return mentions
  }

  @inline(__always)
  private static func nextSign(_ text: Span<UInt8>, from: Int) -> Int? {
    var index = from
    while index + 1 < text.count {
      if text[unchecked: index] == 0xC2, text[unchecked: index + 1] == 0xA7 { return index }
      index += 1
    }
    return nil
  }

  /// Past `§`, `§§` or `§ §`.
  private static func endOfSigns(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start + 2
    while case let next = text.skippingSpaces(from: end, limit: 1), text.at(next) == 0xC2, text.at(next + 1) == 0xA7 { end = next + 2 }
    return end
  }
}
