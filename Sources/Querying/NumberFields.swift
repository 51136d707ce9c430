internal import Foundation
internal import Language

/// The two ends of a span as typed: `2021..2023`, `>=2021`, `..2023`. A value alone is both ends.
struct TypedSpan {
  var lower: String?
  var upper: String?
  var isLowerInclusive = true
  var isUpperInclusive = true

  /// Nil where nothing stands there.
  init?(_ typed: String) {
    let typed = typed.trimmingCharacters(in: .whitespaces)
    if let sign = Self.signs.first(where: { typed.hasPrefix($0) }) {
      let value = typed.dropFirst(sign.count).trimmingCharacters(in: .whitespaces)
      guard !value.isEmpty else { return nil }
      let isInclusive = sign != ">" && sign != "<"
      if [">=", "=>", "≥", ">"].contains(sign) { (lower, isLowerInclusive) = (value, isInclusive) }
      if ["<=", "=<", "≤", "<"].contains(sign) { (upper, isUpperInclusive) = (value, isInclusive) }
      if sign == "=" { (lower, upper) = (value, value) }
      return
    }
    let dots = typed.range(of: "...") ?? typed.range(of: "..") ?? typed.range(of: "…")
    guard let dots else {
      guard !typed.isEmpty else { return nil }
      (lower, upper) = (typed, typed)
      return
    }
    let ends = [typed[..<dots.lowerBound], typed[dots.upperBound...]].map { $0.trimmingCharacters(in: .whitespaces) }
    guard ends.contains(where: { !$0.isEmpty }) else { return nil }
    lower = ends[0].isEmpty ? nil : ends[0]
    upper = ends[1].isEmpty ? nil : ends[1]
  }

  private static let signs = [">=", "=>", "≥", "<=", "=<", "≤", ">", "<", "="]
}

/// `år:`
enum YearField {
  static func read(_ typed: String) -> ClosedRange<Int>? {
    var typed = typed
    // `2021-2023`, with any dash.
    let ends = typed.split(omittingEmptySubsequences: false) { "-–—−".contains($0) }
    if ends.count == 2, ends.allSatisfy({ year($0) != nil }) { typed = ends.joined(separator: "..") }
    guard let span = TypedSpan(typed) else { return nil }
    let lower = span.lower.map { year($0[...]) }
    let upper = span.upper.map { year($0[...]) }
    if case .some(nil) = lower { return nil }
    if case .some(nil) = upper { return nil }
    let first = lower.flatMap { $0 }.map { span.isLowerInclusive ? $0 : $0 + 1 } ?? Condition.openYears.lowerBound
    let last = upper.flatMap { $0 }.map { span.isUpperInclusive ? $0 : $0 - 1 } ?? Condition.openYears.upperBound
    return min(first, last)...max(first, last)
  }

  private static func year(_ typed: Substring) -> Int? {
    guard typed.utf8.count == 4, typed.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(typed).flatMap { (1000...9998).contains($0) ? $0 : nil }
  }
}

/// `datum:`
enum DateField {
  /// Days from and through, ISO 8601. A month or a year alone is all of its days.
  static func read(_ typed: String) -> (from: String?, through: String?)? {
    guard let span = TypedSpan(typed) else { return nil }
    let lower = span.lower.map(days)
    let upper = span.upper.map(days)
    if case .some(nil) = lower { return nil }
    if case .some(nil) = upper { return nil }
    let from = lower.flatMap { $0 }.map { span.isLowerInclusive ? $0.first : next($0.last) }
    let through = upper.flatMap { $0 }.map { span.isUpperInclusive ? $0.last : previous($0.first) }
    if let from, let through, through < from { return (through.iso, from.iso) }
    return (from?.iso, through?.iso)
  }

  private static func days(_ typed: String) -> (first: DocumentDate, last: DocumentDate)? {
    if let date = DateScanner.parse(typed)?.date { return (date, date) }
    let parts = typed.split { "-/. ".contains($0) }
    if parts.count == 1, parts[0].count == 4, let year = Int(parts[0]) {
      return month(year, 1).flatMap { first in month(year, 12).map { (first.first, $0.last) } }
    }
    guard parts.count == 2 else { return nil }
    if let year = Int(parts[0]), parts[0].count == 4, let number = Int(parts[1]) { return month(year, number) }
    // `mars 2024`: its first day is a date that can be read.
    guard let year = Int(parts[1]), parts[1].count == 4, let first = DateScanner.parse("1 \(typed)")?.date, first.year == year else {
      return nil
    }
    return month(year, first.month)
  }

  private static func month(_ year: Int, _ month: Int) -> (first: DocumentDate, last: DocumentDate)? {
    guard let first = DocumentDate(year: year, month: month, day: 1) else { return nil }
    let last = (28...31).compactMap { DocumentDate(year: year, month: month, day: $0) }.last
    return last.map { (first, $0) }
  }

  private static func next(_ date: DocumentDate) -> DocumentDate {
    DocumentDate(year: date.year, month: date.month, day: date.day + 1)
      ?? DocumentDate(year: date.year, month: date.month + 1, day: 1) ?? DocumentDate(year: date.year + 1, month: 1, day: 1) ?? date
  }

  private static func previous(_ date: DocumentDate) -> DocumentDate {
    if let earlier = DocumentDate(year: date.year, month: date.month, day: date.day - 1) { return earlier }
    return month(date.year, date.month - 1)?.last ?? month(date.year - 1, 12)?.last ?? date
  }
}

/// `dnr:`, in any spelling that ``CaseNumber`` reads, or as an overlay's form has it.
struct CaseNumberField {
  let text: QueryText

  /// One or more case numbers with commas between; nil where the text from `start` begins with none.
  func read(from start: Int) -> FieldReader.Result? {
    var nodes: [QueryNode] = []
    var index = start
    while let (number, end) = one(from: index) {
      nodes.append(.condition(.caseNumber(number)))
      index = end
      guard text.at(index) == UInt8(ascii: ","), text.spaceLength(index + 1) == 0 else { break }
      index += 1
    }
    guard !nodes.isEmpty else { return nil }
    return FieldReader.Result(node: QueryNode.joinedAny(nodes), end: index, isCondition: true)
  }

  /// The identity of the number at `start`, and where it ends.
  private func one(from start: Int) -> (String, Int)? {
    let quote = text.quoteLength(start)
    let from = start + quote
    guard from < text.bytes.count else { return nil }
    if quote > 0 {
      guard let close = text.closingQuote(from), let number = CaseNumber.identity(of: text[from..<close]) else { return nil }
      return (number, close + text.quoteLength(close))
    }
    if let (number, length) = CaseNumber.parse(prefixOf: text.bytes[from...]), number.number != nil, isEnd(from + length),
      number.year != nil || !hasTail(from + length)
    {
      return (number.normalized, from + length)
    }
    return written(from: from)
  }

  /// A number in a form that only an overlay knows, as far as the next space and with a tail after it: `N24-KS-188`, `Mn 118 -24`.
  private func written(from start: Int) -> (String, Int)? {
    var end = start
    while !isEnd(end) || hasTail(end) { end += max(1, text.spaceLength(end)) }
    // Letters with their number behind a space: `Mn 118`.
    let next = text.skippingSpaces(end)
    if end - start <= Self.mostLetters, (start..<end).allSatisfy(text.isLetter), text.isDigit(next) {
      end = next
      while !isEnd(end) || hasTail(end) { end += max(1, text.spaceLength(end)) }
    }
    return CaseNumber.identity(of: text[start..<end]).map { ($0, end) }
  }

  private func isEnd(_ index: Int) -> Bool {
    index >= text.bytes.count || text.spaceLength(index) > 0 || text.isParenthesis(index) || text.at(index) == UInt8(ascii: ",")
  }

  /// More bytes than a registry's letters have.
  private static let mostLetters = 5

  /// A sign and figures after a space: ` -24`.
  private func hasTail(_ index: Int) -> Bool {
    guard text.spaceLength(index) > 0 else { return false }
    let sign = text.skippingSpaces(index)
    return [UInt8(ascii: "-"), UInt8(ascii: "/")].contains(text.at(sign)) && text.isDigit(sign + 1)
  }
}
