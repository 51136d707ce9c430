/// A mention of another decision by date and § (`den 19 oktober 2022 § 132`).
public struct Citation: Hashable, Sendable {
  /// The year is nil where the text gives none; the caller completes it from the document's date.
  public var date: PartialDate
  /// The number of the §.
  public var paragraph: Int
  /// `punkt 3` after the §.
  public var point: Int?
  /// UTF-8 bytes from the date to the § or the other way round.
  public var range: Range<Int>
  /// The text before it, where a body's name may stand: from the citation before, a blank line or at most 160 bytes back.
  public var before: Range<Int>
  /// The text between date and §, where a body's name may stand too (`2022-10-19, kommunstyrelsen § 132`).
  public var between: Range<Int>
  /// Date and § stand side by side. Where words stand between them, the rules must know these for a body's name or the like.
  public var isAdjacent: Bool
}

/// Finds mentions of other decisions.
public enum CitationScanner {
  /// All mentions of a § with a date, in the order of their §, one for each number (`§§ 12-14 den 3 maj 2022` gives three). A law's §
  /// is none,
  /// nor is a § without a date.
  ///
  /// - Parameter lawNames: as for ``ParagraphScanner/scan(_:lawNames:)``.
  public static func scan(_ text: [UInt8], lawNames: [String] = []) -> [Citation] {
    let mentions = ParagraphScanner.scan(text, lawNames: lawNames)
    guard mentions.contains(where: { $0.kind == .minutes }) else { return [] }
    let dates = DateScanner.scan(text, allowSixDigits: true)
    var pairing = CitationPairing(mentions: mentions, dates: dates)
    return pairing.citations(text.span)
  }
}
