/// A diarienummer that the end of a line has broken: "Dnr KS" / "2024-00301", "Dnr BYGG 2024-" / "000183".
struct BrokenCaseNumber {
  let caseNumbers: CaseNumberFinder

  /// Bytes of a line that holds nothing but the end of a number.
  private static let longestRest = 24

  /// The number, with the bytes of the upper line that it begins in; nil where the upper line has a whole one, or the lower one anything else.
  func find(_ upper: [UInt8], above lower: [UInt8]) -> CaseNumberFinder.Found? {
    guard let last = upper.last, lower.count <= Self.longestRest, lower.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    let isCut = Self.isJoint(last) || lower.first.map(Self.isJoint) ?? false
    guard isCut || caseNumbers.find(in: upper)?.caseNumber == nil else { return nil }
    let start = upper + (isCut ? [] : [0x20])
    let joined = start + lower
    guard var found = caseNumbers.find(in: joined), found.hasLabel, found.caseNumber != nil, found.range.lowerBound < upper.count,
      found.range.upperBound > start.count, joined[found.range.upperBound...].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: ")") })
    else { return nil }
    found.range = found.range.lowerBound..<upper.count
    return found
  }

  private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") }
}
