// One date, from its first digits.

struct DateReader {
  let allowSixDigits: Bool

  /// Years that a date in digits may have: others are numbers of another kind.
  private static let years = 1850..<2150

  /// The date whose first digits are `run`; nil where they begin none.
  func read(_ text: Span<UInt8>, _ run: Range<Int>) -> DateScanner.Hit? {
    guard beginsFreely(text, run.lowerBound) else { return nil }
    switch run.count {
    case 1, 2: return dayFirst(text, run)
    case 4: return yearFirst(text, run)
    case 6: return allowSixDigits ? packed(text, run, yearDigits: 2) : nil
    case 8: return packed(text, run, yearDigits: 4)
    default: return nil
    }
  }

  /// A date does not begin inside a case number (`SLK-2023-11-21`), a number (`1,5`) or a word.
  private func beginsFreely(_ text: Span<UInt8>, _ start: Int) -> Bool {
    if text.letterLength(before: start) > 0 { return false }
    switch text.at(start - 1) {
    case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "_"):
      return text.letterLength(before: start - 1) == 0 && !text.isDigit(start - 2)
    case UInt8(ascii: "-"): return text.letterLength(before: start - 1) == 0
    default: return true
    }
  }

  /// `2024-02-21`, `2024.02.21`, `2024/02/21`.
  private func yearFirst(_ text: Span<UInt8>, _ run: Range<Int>) -> DateScanner.Hit? {
    let separator = text.at(run.upperBound)
    let dash = text.dashLength(at: run.upperBound)
    let width = dash > 0 ? dash : separator == UInt8(ascii: ".") || separator == UInt8(ascii: "/") ? 1 : 0
    guard width > 0 else { return nil }
    let month = run.upperBound + width..<text.digitsEnd(from: run.upperBound + width)
    guard month.count == 2, text.at(month.upperBound) == separator else { return nil }
    let day = month.upperBound + width..<text.digitsEnd(from: month.upperBound + width)
    guard day.count == 2, endsFreely(text, day.upperBound) else { return nil }
    return hit(text, year: text.integer(run), month: text.integer(month), day: text.integer(day), run.lowerBound..<day.upperBound)
  }

  /// Nothing goes on after it that would make it a case number or a time stamp's part (`2024-02-21-15`).
  private func endsFreely(_ text: Span<UInt8>, _ end: Int) -> Bool {
    if text.letterLength(at: end) > 0 { return text.lowered(end) == UInt8(ascii: "t") && text.isDigit(end + 1) }
    guard text.at(end) == UInt8(ascii: "-") else { return true }
    let next = text.digitsEnd(from: end + 1) - end - 1
    return next == 0 || next == 4
  }

  /// `20240221`, `240221`; no personal identity number (`19400221-1234`).
  private func packed(_ text: Span<UInt8>, _ run: Range<Int>, yearDigits: Int) -> DateScanner.Hit? {
    let monthStart = run.lowerBound + yearDigits
    let next = text.at(run.upperBound)
    let isFollowedByDigits = (next == UInt8(ascii: "-") || next == UInt8(ascii: "+")) && text.isDigit(run.upperBound + 1)
    guard !isFollowedByDigits, text.letterLength(at: run.upperBound) == 0,
      let year = text.integer(run.lowerBound..<monthStart)
    else { return nil }
    return hit(
      text, year: yearDigits == 2 ? 2000 + year : year, month: text.integer(monthStart..<monthStart + 2),
      day: text.integer(monthStart + 2..<run.upperBound), run)
  }

  /// `21 februari 2024`, `21/2 2024`, `21.2.2024`.
  private func dayFirst(_ text: Span<UInt8>, _ run: Range<Int>) -> DateScanner.Hit? {
    guard let day = text.integer(run), (1...31).contains(day) else { return nil }
    return named(text, run, day) ?? slashed(text, run, day)
  }

  private func named(_ text: Span<UInt8>, _ run: Range<Int>, _ day: Int) -> DateScanner.Hit? {
    let start = text.skippingSpaces(from: afterOrdinal(text, run.upperBound), limit: 2)
    guard let month = MonthName.match(text, at: start) else { return nil }
    let yearStart = text.skippingSpaces(from: month.end, limit: 2)
    let yearEnd = text.digitsEnd(from: yearStart)
    if yearStart > month.end, yearEnd - yearStart == 4, let year = text.integer(yearStart..<yearEnd), Self.years.contains(year) {
      return hit(text, year: year, month: month.number, day: day, run.lowerBound..<yearEnd)
    }
    guard month.isFull || den(text, before: run.lowerBound) != nil else { return nil }
    return hit(text, year: nil, month: month.number, day: day, run.lowerBound..<month.end)
  }

  /// Past the ending of `3:e` and `1:a`.
  private func afterOrdinal(_ text: Span<UInt8>, _ end: Int) -> Int {
    guard text.at(end) == UInt8(ascii: ":"), text.lowered(end + 1) == UInt8(ascii: "e") || text.lowered(end + 1) == UInt8(ascii: "a"),
      text.letterLength(at: end + 2) == 0
    else { return end }
    return end + 2
  }

  private func slashed(_ text: Span<UInt8>, _ run: Range<Int>, _ day: Int) -> DateScanner.Hit? {
    let separator = text.at(run.upperBound)
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") else { return nil }
    let monthRun = run.upperBound + 1..<text.digitsEnd(from: run.upperBound + 1)
    guard (1...2).contains(monthRun.count), let month = text.integer(monthRun) else { return nil }
    if let year = slashedYear(text, monthRun.upperBound, separator) {
      return hit(text, year: year.value, month: month, day: day, run.lowerBound..<year.end)
    }
    guard separator == UInt8(ascii: "/"), den(text, before: run.lowerBound) != nil, text.letterLength(at: monthRun.upperBound) == 0
    else { return nil }
    return hit(text, year: nil, month: month, day: day, run.lowerBound..<monthRun.upperBound)
  }

  /// The year after `21/2`: a space, a dash, a slash or a point before four digits.
  private func slashedYear(_ text: Span<UInt8>, _ end: Int, _ separator: UInt8) -> (value: Int, end: Int)? {
    let gap = separator == UInt8(ascii: ".") ? 0 : max(text.spaceLength(at: end), text.dashLength(at: end))
    let start = text.at(end) == separator ? end + 1 : end + gap
    let yearEnd = text.digitsEnd(from: start)
    guard start > end, yearEnd - start == 4, let year = text.integer(start..<yearEnd), Self.years.contains(year) else { return nil }
    return (year, yearEnd)
  }

  private func hit(_ text: Span<UInt8>, year: Int?, month: Int?, day: Int?, _ range: Range<Int>) -> DateScanner.Hit? {
    if let year, !Self.years.contains(year) { return nil }
    guard let month, let day, let date = PartialDate(year: year, month: month, day: day) else { return nil }
    return DateScanner.Hit(date: date, range: opening(text, before: range.lowerBound)..<range.upperBound)
  }

  /// Where `onsdagen den` or the like begins before a date.
  private func opening(_ text: Span<UInt8>, before start: Int) -> Int {
    let den = den(text, before: start) ?? start
    let end = text.skippingSpaces(before: den, limit: 1)
    let word = text.lettersStart(before: end)
    return end < den && WeekdayName.matches(text, word..<end) ? word : den
  }

  private func den(_ text: Span<UInt8>, before start: Int) -> Int? {
    let end = text.skippingSpaces(before: start, limit: 1)
    guard end < start, text.matches(Self.den, at: end - 3), text.letterLength(before: end - 3) == 0 else { return nil }
    return end - 3
  }

  private static let den = Array("den".utf8)
  private static let och = Array("och".utf8)

  /// The first day of `3-5 maj 2023`, `3 och 5 maj 2023` or `den 3 och onsdagen den 5 maj 2023`, of which `last` is the last.
  func firstOfRow(_ text: Span<UInt8>, before start: Int, last: DateScanner.Hit, notBefore limit: Int) -> DateScanner.Hit? {
    guard let end = endOfFirst(text, before: last.range.lowerBound) else { return nil }
    // "punkt 3 och den 5 maj" is one day: of two each has the same words before it.
    guard last.range.lowerBound == start || den(text, before: text.digitsStart(before: end)) != nil else { return nil }
    let run = text.digitsStart(before: end)..<end
    guard run.lowerBound >= limit, (1...2).contains(run.count), beginsFreely(text, run.lowerBound), let day = text.integer(run),
      day < last.date.day
    else { return nil }
    return hit(text, year: last.date.year, month: last.date.month, day: day, run)
  }

  private func endOfFirst(_ text: Span<UInt8>, before start: Int) -> Int? {
    let near = text.skippingSpaces(before: start, limit: 1)
    if case let dash = text.dashLength(before: near), dash > 0 { return text.skippingSpaces(before: near - dash, limit: 1) }
    guard near < start, text.matches(Self.och, at: near - 3), case let end = text.skippingSpaces(before: near - 3, limit: 1), end < near - 3
    else { return nil }
    return end
  }
}

/// The months, whole and shortened, in any case.
enum MonthName {
  private static let full = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
  ].map { Array($0.utf8) }
  private static let short: [(word: [UInt8], number: Int)] = [
    ("jan", 1), ("feb", 2), ("febr", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("okt", 10),
    ("nov", 11), ("dec", 12),
  ].map { (Array($0.0.utf8), $0.1) }

  /// The month named at `index`, with where it ends (the point of a shortened one included).
  static func match(_ text: Span<UInt8>, at index: Int) -> (number: Int, end: Int, isFull: Bool)? {
    let end = text.lettersEnd(from: index)
    guard end > index else { return nil }
    for (offset, name) in full.enumerated() where end - index == name.count && text.matches(name, at: index) {
      return (offset + 1, end, true)
    }
    for (name, number) in short where end - index == name.count && text.matches(name, at: index) {
      return (number, text.at(end) == UInt8(ascii: ".") ? end + 1 : end, false)
    }
    return nil
  }
}

enum WeekdayName {
  private static let names = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"].map { Array($0.utf8) }
  private static let ending = Array("en".utf8)

  /// Whether `range` is a weekday (`onsdag`, `onsdagen`).
  static func matches(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    names.contains { name in
      guard text.matches(name, at: range.lowerBound) else { return false }
      let end = range.lowerBound + name.count
      return end == range.upperBound || (end + 2 == range.upperBound && text.matches(ending, at: end))
    }
  }
}
