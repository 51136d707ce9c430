// One case number, read forwards. Registry letters, year and running number stand in any order that municipalities use; a code may
// follow.

struct CaseNumberReader {
  /// After a label, weaker forms count too.
  private let isLabelled: Bool
  private var registry: Range<Int>?
  var year: Int?
  var number: Int?
  /// The part's digits with the sign before them.
  var part = ""
  var code: String?
  /// Where the number as written ends, and where its code does.
  var end = 0
  var codeEnd = 0
  /// The sign between year and number (0 for none, a space for white space).
  private var separator: UInt8 = 0

  private static let years = 1950..<2100
  /// Signs between registry, year and number.
  private static let signs: [UInt8] = [".", "-", "/", ":"].map { UInt8(ascii: $0) }
  /// More letters than a registry has, where no label says so.
  private static let mostLetters = 10
  /// More bytes than a registry in small letters (`ks 2019/12`) has.
  private static let mostLowerLetters = 4
  /// School terms (vårtermin, hösttermin, läsår), before a year.
  private static let terms = ["vt", "ht", "lå"].map { Array($0.utf8) }
  /// Letters before a year that cite law or print, not a case.
  private static let otherSeries = ["sou", "ds", "prop", "bet", "rskr", "nja", "hfd", "mod", "rå", "jo"].map { Array($0.utf8) }

  init(isLabelled: Bool) { self.isLabelled = isLabelled }

  /// Past white space, a colon, a point or a bracket after a label, at most one line break.
  static func afterLabel(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var lines = 0
    while index < text.count {
      let space = text.spaceLength(at: index)
      if text.at(index) == 0x0A { lines += 1 }
      let isSign = [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "(")].contains(text.at(index))
      guard space > 0 || isSign, lines < 2 else { return index }
      index += max(space, 1)
    }
    return index
  }

  /// Whether a case number without a label may begin at `index`: not inside a word, a number or an address.
  static func mayBegin(_ text: Span<UInt8>, at index: Int) -> Bool {
    if text.letterLength(before: index) > 0 || text.isDigit(index - 1) { return false }
    return !signs.contains(text.at(index - 1)) || text.at(index - 1) == UInt8(ascii: ":")
  }

  /// The case number that begins at `start`; nil where there is none.
  static func read(_ text: Span<UInt8>, from start: Int, isLabelled: Bool) -> CaseNumber.Hit? {
    var reader = CaseNumberReader(isLabelled: isLabelled)
    guard reader.readBody(text, from: start), !reader.isOtherSeries(text) else { return nil }
    return reader.hit(text, start)
  }

  private func hit(_ text: Span<UInt8>, _ start: Int) -> CaseNumber.Hit {
    let caseNumber = CaseNumber(
      asWritten: text.string(start..<end), registry: registry.map { text.string($0) } ?? "", year: year, number: number, part: part,
      processCode: code)
    return CaseNumber.Hit(caseNumber: caseNumber, range: start..<end, rangeWithCode: start..<max(end, codeEnd))
  }

  private mutating func readBody(_ text: Span<UInt8>, from start: Int) -> Bool {
    if text.letterLength(at: start) > 0 { return readLettersFirst(text, from: start) }
    guard isLabelled, text.isDigit(start) else { return false }
    if readYearFirst(text, from: start) { return true }
    return readNumbers(text, from: afterLeadingCode(text, from: start))
  }

  // MARK: Registry

  /// `VSF.2023.59`, `KS 2018/14`, `KU.2017.3`; after a label also a single letter and letters with a number alone (`KS 0123`).
  private mutating func readLettersFirst(_ text: Span<UInt8>, from start: Int) -> Bool {
    let end = registryEnd(text, from: start)
    registry = start..<end
    guard isRegistry(text, start..<end) else { return false }
    let numbers = afterSeparator(text, from: end)
    if text.isDigit(numbers), readNumbers(text, from: numbers) {
      return isLabelled || !isSpanOfYears
    }
    return isLabelled && readWithoutYear(text, from: start, end, numbers)
  }

  /// Groups of letters joined by a hyphen or slash (`HSV-VSF`, `KS/KF`), and a digit code after a letter (`N609-4635/23`).
  private func registryEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = text.lettersEnd(from: start)
    while text.at(end) == UInt8(ascii: "-") || text.at(end) == UInt8(ascii: "/"), text.letterLength(at: end + 1) > 0 {
      end = text.lettersEnd(from: end + 1)
    }
    let digits = text.digitsEnd(from: end)
    let isDigitCode = isLabelled && digits > end && digits - end <= 3 && text.at(digits) == UInt8(ascii: "-")
    return isDigitCode && text.isDigit(digits + 1) ? digits : end
  }

  /// Letters that can name a registry: short, and capitals where no label says so.
  private func isRegistry(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    if isLabelled { return text.isUpper(range.lowerBound) || range.count <= Self.mostLowerLetters }
    var letters = 0
    for index in range where text.letterLength(at: index) > 0 {
      guard text.isUpper(index) else { return false }
      letters += 1
    }
    return letters >= 2 && letters <= Self.mostLetters
  }

  /// Past one sign or up to two spaces between the parts.
  private func afterSeparator(_ text: Span<UInt8>, from end: Int) -> Int {
    if Self.signs.contains(text.at(end)) { return end + 1 }
    let next = text.skippingSpaces(from: end, limit: 2)
    return text.crossesLine(end..<next) ? end : next
  }

  /// `PLAN 2025-2028`: the years a plan is for.
  private var isSpanOfYears: Bool {
    guard separator == UInt8(ascii: "-"), let year, let number else { return false }
    return number > year && number <= year + 30
  }

  private mutating func readWithoutYear(_ text: Span<UInt8>, from start: Int, _ lettersEnd: Int, _ numbers: Int) -> Bool {
    let digits = text.digitsEnd(from: numbers)
    if digits > numbers {
      guard text.isUpper(start), digits - numbers >= 2, digits - numbers <= 8,
        !Self.signs.contains(text.at(digits)) || !text.isDigit(digits + 1)
      else {
        return false
      }
      number = text.integer(numbers..<digits)
      end = digits
      return true
    }
    guard text.isUpper(start), text.letterLength(at: start) == lettersEnd - start, text.letterLength(at: lettersEnd) == 0 else {
      return false
    }
    end = lettersEnd
    return true
  }

  /// `2011/KS 0206`, `2012-KS0123`, `19RS1234`: the year before the registry.
  private mutating func readYearFirst(_ text: Span<UInt8>, from start: Int) -> Bool {
    let yearEnd = text.digitsEnd(from: start)
    let isShort = yearEnd - start == 2
    guard isShort || yearEnd - start == 4, let value = text.integer(start..<yearEnd), isShort || Self.years.contains(value) else {
      return false
    }
    let letters = isShort && text.at(yearEnd) != UInt8(ascii: "/") ? yearEnd : afterSeparator(text, from: yearEnd)
    let lettersEnd = text.lettersEnd(from: letters)
    let numbers = afterSeparator(text, from: lettersEnd)
    let numbersEnd = text.digitsEnd(from: numbers)
    guard lettersEnd > letters, text.isUpper(letters), numbersEnd > numbers, let running = text.integer(numbers..<numbersEnd) else {
      return false
    }
    year = isShort ? fullYear(value) : value
    registry = letters..<lettersEnd
    number = running
    end = numbersEnd
    readTail(text)
    return true
  }

  /// `1.6-0463/2011`: the code before the number is a part of it as written.
  private func afterLeadingCode(_ text: Span<UInt8>, from start: Int) -> Int {
    let end = dottedEnd(text, from: start)
    return end > start && text.at(end) == UInt8(ascii: "-") && text.isDigit(end + 1) ? end + 1 : start
  }

  /// A school term (`VT 2023/24`), or citing law or print: `SOSFS 2011:9`, `prop. 2018/19:123`, `SOU 2019:12`.
  private func isOtherSeries(_ text: Span<UInt8>) -> Bool {
    guard let registry else { return false }
    let letters = text.loweredBytes(registry)
    if Self.terms.contains(letters) { return true }
    guard separator == UInt8(ascii: ":") || part.first == ":" else { return false }
    return letters.suffix(2) == Array("fs".utf8) || Self.otherSeries.contains(letters)
  }

  // MARK: Year and number

  /// Year and number in either order, with a sign between: `2023.59`, `1339/22`, `00123/2021`.
  private mutating func readNumbers(_ text: Span<UInt8>, from start: Int) -> Bool {
    let first = start..<text.digitsEnd(from: start)
    separator = text.at(first.upperBound)
    guard first.count <= 8, Self.signs.contains(separator) else { return false }
    let second = first.upperBound + 1..<text.digitsEnd(from: first.upperBound + 1)
    guard !second.isEmpty, let firstValue = text.integer(first), let secondValue = text.integer(second) else { return false }
    if first.count == 4, Self.years.contains(firstValue) { return takeYearThenNumber(text, firstValue, second, secondValue) }
    return takeNumberThenYear(text, first, firstValue, second, secondValue)
  }

  private mutating func takeYearThenNumber(_ text: Span<UInt8>, _ yearValue: Int, _ second: Range<Int>, _ value: Int) -> Bool {
    guard second.count <= 8, !isDate(text, second), registry != nil || separator != UInt8(ascii: ":") else { return false }
    // `2018/19:123` is the Riksdag's way, not a registry's.
    if text.at(second.upperBound) == UInt8(ascii: ":"), registry == nil { return false }
    year = yearValue
    number = value
    end = second.upperBound
    readTail(text)
    return true
  }

  /// `-02-21` after a year.
  private func isDate(_ text: Span<UInt8>, _ month: Range<Int>) -> Bool {
    guard month.count == 2, text.at(month.upperBound) == separator, separator != UInt8(ascii: ":") else { return false }
    let day = month.upperBound + 1..<text.digitsEnd(from: month.upperBound + 1)
    guard day.count == 2, let monthValue = text.integer(month), let dayValue = text.integer(day) else { return false }
    return (1...12).contains(monthValue) && (1...31).contains(dayValue)
  }

  private mutating func takeNumberThenYear(
    _ text: Span<UInt8>, _ first: Range<Int>, _ firstValue: Int, _ second: Range<Int>, _ secondValue: Int
  ) -> Bool {
    guard separator != UInt8(ascii: ":"), separator != UInt8(ascii: ".") || registry != nil else { return false }
    // A year has two digits or four: `KS 24/9` is the ninth case of 2024.
    if first.count == 2, registry != nil, second.count >= 3 && !startsWithYear(text, second) || second.count == 1 {
      year = fullYear(firstValue)
      number = secondValue
      end = second.upperBound
      readTail(text)
      return true
    }
    number = firstValue
    if second.count >= 4, startsWithYear(text, second) { return takeGluedYear(text, second) }
    guard second.count == 2, separator == UInt8(ascii: "/"), text.at(second.upperBound) != separator || !text.isDigit(second.upperBound + 1)
    else { return false }
    year = fullYear(secondValue)
    end = second.upperBound
    readTail(text)
    return true
  }

  private func startsWithYear(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
    text.integer(run.lowerBound..<run.lowerBound + 4).map { Self.years.contains($0) } ?? false
  }

  /// `00123/20212.6.`, `00123/2021700`: the code runs on from the year.
  private mutating func takeGluedYear(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
    year = text.integer(run.lowerBound..<run.lowerBound + 4)
    end = run.lowerBound + 4
    guard run.count > 4 else {
      readTail(text)
      return true
    }
    let dotted = dottedEnd(text, from: end)
    guard dotted > run.upperBound || run.count == 7 else { return false }
    takeCode(text, end..<max(dotted, run.upperBound))
    return true
  }

  private func fullYear(_ value: Int) -> Int { value < 50 ? 2000 + value : 1900 + value }
}
