internal import CICU

/// The order of Swedish words: å, ä and ö last, case and accents only where all else is equal (CLDR's order for `sv`).
public enum Collation {
  /// ICU's Swedish collator; nil where the system's ICU has no data. ICU promises that comparing does not change it.
  nonisolated(unsafe) private static let collator = cicu_collator_open("sv")

  /// Below 0 where `left` comes first, above 0 where `right` does, 0 where they are alike. Without ICU's data, by bytes.
  public static func compare(_ left: String, _ right: String) -> Int {
    var left = left
    var right = right
    return left.withUTF8 { left in right.withUTF8 { right in compare(left, right) } }
  }

  /// As ``compare(_:_:)-(String,String)``, for UTF-8 bytes.
  public static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    guard let collator, let leftLength = Int32(exactly: left.count), let rightLength = Int32(exactly: right.count) else {
      return left.elementsEqual(right) ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    }
    return Int(cicu_collator_compare(collator, left.baseAddress, leftLength, right.baseAddress, rightLength))
  }

  /// Whether `left` comes before `right`: for `sort(by:)`.
  public static func precedes(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }
}
