/// A day of the calendar, as a document states it: no clock, no time zone.
public struct DocumentDate: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Nil for a day that does not exist (31 februari). Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD` (ISO 8601); nil for anything else.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    let span = bytes.span
    guard bytes.count == 10, span.at(4) == UInt8(ascii: "-"), span.at(7) == UInt8(ascii: "-"),
      let year = span.integer(0..<4), let month = span.integer(5..<7), let day = span.integer(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD` (ISO 8601).
  public var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// As ``iso``.
  public var description: String { iso }

  /// The earlier day is the lesser.
  public static func < (left: DocumentDate, right: DocumentDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Days from 1 March of the year 0 in the Gregorian calendar: for distances between dates.
  public var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let fromMarch = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * fromMarch + 2) / 5 + day - 1
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A day whose year may be unsaid (`den 10 januari`).
public struct PartialDate: Hashable, Sendable {
  /// Nil where the text gives none.
  public let year: Int?
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Nil for a day that does not exist; 29 februari may stand without a year.
  public init?(year: Int?, month: Int, day: Int) {
    guard DocumentDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date; nil where the year is unsaid.
  public var date: DocumentDate? { year.flatMap { DocumentDate(year: $0, month: month, day: day) } }

  /// The date itself, or the one nearest to `other` where the year is unsaid.
  public func nearest(to other: DocumentDate) -> DocumentDate? {
    if let date { return date }
    return candidates(around: other).min { abs($0.dayNumber - other.dayNumber) < abs($1.dayNumber - other.dayNumber) }
  }

  /// The date itself, or the last one not after `other` where the year is unsaid: a mention of something earlier.
  public func latest(notAfter other: DocumentDate) -> DocumentDate? {
    if let date { return date }
    return candidates(around: other).filter { $0 <= other }.max()
  }

  /// Eight years, since 29 februari can be that far away.
  private func candidates(around other: DocumentDate) -> [DocumentDate] {
    (other.year - 8...other.year + 8).compactMap { DocumentDate(year: $0, month: month, day: day) }
  }
}

private func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
