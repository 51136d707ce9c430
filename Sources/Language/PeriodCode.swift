/// A month or a day as the heads of tables write it, in digits alone: `202408`, `2024-08`, `2408`, `240831`, `20240831`.
public struct PeriodCode: Sendable, Equatable {
  /// 1990 to 2049: other digits are figures.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31; nil for a month.
  public let day: Int?

  private static let years = 1990...2049

  /// Nil for anything else, and for what may be read in two ways: `201112` is a month or a day.
  public init?(_ text: some Collection<UInt8>) {
    let digits = text.filter { $0 != UInt8(ascii: "-") }.map { Int($0) - 0x30 }
    guard text.count <= 10, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    if digits.count != text.count {
      // "2024-08" and "2024-08-31"; "2022-23" are two years.
      let isWritten = digits.count == 6 && text.count == 7 || digits.count == 8 && text.count == 10
      guard isWritten, text.dropFirst(4).first == UInt8(ascii: "-") else { return nil }
    }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    let readings: [(Int, Int, Int?)]
    switch digits.count {
    case 4 where !(19...20).contains(number(0..<2)): readings = [(2000 + number(0..<2), number(2..<4), nil)]
    case 6 where digits.count != text.count: readings = [(number(0..<4), number(4..<6), nil)]
    case 6: readings = [(number(0..<4), number(4..<6), nil), (2000 + number(0..<2), number(2..<4), number(4..<6))]
    case 8: readings = [(number(0..<4), number(4..<6), number(6..<8))]
    default: return nil
    }
    let possible = readings.filter { Self.isPossible($0.0, $0.1, $0.2) }
    guard let only = possible.first, possible.count == 1 else { return nil }
    (year, month, day) = only
  }

  private static func isPossible(_ year: Int, _ month: Int, _ day: Int?) -> Bool {
    years.contains(year) && DocumentDate(year: year, month: month, day: day ?? 1) != nil
  }

  /// Whether it is a month, or the last day of one.
  public var endsMonth: Bool { day.map { $0 == DocumentDate.days(in: month, of: year) } ?? true }
}
