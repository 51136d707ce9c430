/// The registry's number of a case (diarienummer), whatever its municipality's way of writing it.
public struct CaseNumber: Hashable, Sendable {
  /// Without label and without the code after it: `VSF.2023.59`, `SLK-2024-00009:35`, `2011/KS 0206`.
  public var asWritten: String
  /// The registry's letters as written (`HSV-VSF`, `Tn`); empty where the number has none.
  public var registry: String
  /// Four digits; nil for a letter alone and for numbers without a year.
  public var year: Int?
  /// The running number; nil for a letter alone.
  public var number: Int?
  /// What parts the case further, with its sign: `:35`, `:-1`, `/9`. Empty where nothing does.
  public var part: String
  /// The classification code (klassificeringskod) written after it: `700`, `2.6`, `1.3.1`.
  public var processCode: String?

  /// The same for all ways of writing the same case: `VSF 2023/247` for `VSF.2023.247 700` and `Vsf 2023/0247`.
  public var normalized: String {
    let body = [year.map(String.init), number.map(String.init)].compactMap { $0 }.joined(separator: "/") + part
    return registry.isEmpty ? body : body.isEmpty ? registry.uppercased() : "\(registry.uppercased()) \(body)"
  }
}

extension CaseNumber {
  /// A case number in a text: the bytes of `asWritten` and those with the code.
  public struct Hit: Sendable, Equatable {
    /// What was read.
    public var caseNumber: CaseNumber
    /// UTF-8 bytes of the number as written.
    public var range: Range<Int>
    /// As `range`, with the code after it.
    public var rangeWithCode: Range<Int>
  }

  /// The case number that `bytes` begin with, as they stand after a label (`Dnr`, `Diarienummer:`); white space, a colon and a
  /// bracket before it
  /// are passed over. Nil for what is none: `2001:453`, `SOSFS 2011:9`, `2024-02-21`, a telephone number.
  ///
  /// - Returns: the number, and how many of `bytes` it takes, the code after it included.
  public static func parse(prefixOf bytes: ArraySlice<UInt8>) -> (caseNumber: CaseNumber, length: Int)? {
    let text = bytes.span
    let start = CaseNumberReader.afterLabel(text, from: 0)
    guard let hit = CaseNumberReader.read(text, from: start, isLabelled: true) else { return nil }
    return (hit.caseNumber, hit.rangeWithCode.upperBound)
  }

  /// As ``parse(prefixOf:)-(ArraySlice<UInt8>)``, for a string.
  public static func parse(_ text: String) -> CaseNumber? { parse(prefixOf: Array(text.utf8)[...])?.caseNumber }

  /// The case number that `text` is, from its first byte to its last (code and all); nil for what is none, and for a number of a form that is
  /// not known, of which a part may look like one: `N24-KS-188`, `Mn 118 -24`, `TN#31/24`.
  public static func whole(_ text: String) -> CaseNumber? {
    let bytes = Array(text.utf8)
    guard let (number, length) = parse(prefixOf: bytes[...]), length == bytes.count, number.number != nil else { return nil }
    return number
  }

  /// What all spellings of one case number have in common, and no other number has: the normal form, or of a number whose form only an overlay
  /// knows the whole of it. No part of such a number is a number: `N24-KS-188` and `N24-KS-201` are two cases.
  ///
  /// Nil for what is no number: no figure in it, a day, or longer than one.
  public static func identity(of written: String) -> String? {
    let text = written.trimmingPrefix { $0.isWhitespace || $0 == "(" }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let number = words.hasSuffix(")") || words.hasSuffix(".") || words.hasSuffix(",") ? String(words.dropLast()) : words
    guard number.utf8.count <= mostBytes, number.contains(where: \.isNumber), !isDay(number) else { return nil }
    if let known = whole(number) { return known.normalized }
    return String(number.uppercased().map { "\u{2010}\u{2011}\u{2013}\u{2014}\u{2212}".contains($0) ? "-" : $0 })
  }

  /// More bytes than a number has.
  private static let mostBytes = 60

  /// `2024-03-01`.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// All case numbers that stand after one of `labels` (in any case).
  public static func scan(in text: [UInt8], after labels: [String]) -> [Hit] {
    let span = text.span
    let words = LabelWords(labels)
    var hits: [Hit] = []
    var index = 0
    while index < span.count {
      guard let end = words.match(span, at: index) else {
        index += 1
        continue
      }
      index = end
      guard
        let hit = CaseNumberReader.read(
          span, from: CaseNumberReader.afterLabel(span, from: end), isLabelled: true)
      else { continue }
      hits.append(hit)
      index = hit.rangeWithCode.upperBound
    }
    return hits
  }

  /// All case numbers that need no label to be known: capital letters, a year and a number (`SN.2023.373 600`, `BUN 2018/41`).
  public static func scan(in text: [UInt8]) -> [Hit] {
    let span = text.span
    var hits: [Hit] = []
    var index = 0
    while index < span.count {
      guard span.isUpper(index), CaseNumberReader.mayBegin(span, at: index),
        let hit = CaseNumberReader.read(span, from: index, isLabelled: false)
      else {
        index += 1
        continue
      }
      hits.append(hit)
      index = hit.rangeWithCode.upperBound
    }
    return hits
  }
}

/// The labels before a case number, found at the beginning of a word.
struct LabelWords {
  private let words: [[UInt8]]
  private var begins: [Bool] = Array(repeating: false, count: 256)

  init(_ labels: [String]) {
    words = labels.map { label in
      let bytes = Array(label.utf8)
      return bytes.span.loweredBytes(0..<bytes.count)
    }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    for word in words {
      begins[Int(word[0])] = true
      if word[0].isASCIILetter { begins[Int(word[0] & ~0x20)] = true }
    }
  }

  /// Where the label at `index` ends; nil where there is none.
  @inline(__always)
  func match(_ text: Span<UInt8>, at index: Int) -> Int? {
    begins[Int(text[unchecked: index])] ? wholeMatch(text, at: index) : nil
  }

  private func wholeMatch(_ text: Span<UInt8>, at index: Int) -> Int? {
    guard text.letterLength(before: index) == 0 else { return nil }
    return words.first { text.matches($0, at: index) && text.letterLength(at: index + $0.count) == 0 }.map { index + $0.count }
  }
}
