import Foundation
import Language

struct ScannerPromises {
  private let analyzer: Analyzer
  private let splitters = [SentenceSplitter(), SentenceSplitter(linesAreBlocks: true)]

  init() throws { analyzer = try Analyzer() }

  func check(_ bytes: [UInt8]) throws {
    try decoding(bytes)
    // Scanners are given what has been decoded, or mended where it was broken.
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    try amounts(text)
    try dates(text)
    try paragraphs(text)
    try caseNumbers(text)
    try sentences(text)
    try words(text)
    try analysis(bytes)
    // What is broken must harm no one either.
    _ = AmountScanner.scan(bytes, units: Self.units)
    _ = CitationScanner.scan(bytes)
    _ = CaseNumber.scan(in: bytes) + CaseNumber.scan(in: bytes, after: Self.labels)
    _ = splitters[0].split(bytes)
    _ = Numeral.parse(bytes[...])
    _ = CaseNumber.parse(prefixOf: bytes[...])
  }

  private static let labels = ["dnr", "§", "diarienummer"]
  private static let units = MoneyUnits(
    [
      .init("kr", factor: 1), .init("kronor", factor: 1), .init(":-", factor: 1, name: "kr"), .init("sek", factor: 1, mayPrecede: true),
      .init("tkr", factor: 1000), .init("t kr", factor: 1000, name: "tkr"), .init("mnkr", factor: 1_000_000),
      .init("tusen", factor: 1000, role: .counter), .init("miljoner", factor: 1_000_000, role: .multiplier),
      .init("öre", factor: Decimal(sign: .plus, exponent: -2, significand: 1)),
    ],
    approximations: ["cirka", "ca", "c:a", "drygt"])

  private func decoding(_ bytes: [UInt8]) throws {
    guard let decoded = try? TextEncoding.decode(bytes) else { return }
    try promise(String(validating: decoded.utf8, as: UTF8.self) != nil, "decoding gives what is no UTF-8, from \(decoded.encodingName)")
    if decoded.encodingName == "UTF-8", !bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      try promise(decoded.utf8 == bytes, "decoding changes UTF-8")
    }
  }

  private func amounts(_ text: [UInt8]) throws {
    let amounts = AmountScanner.scan(text, units: Self.units)
    var ranges = RangePromise(text, "amount")
    for amount in amounts {
      try ranges.follows(amount.range)
      if let approximation = amount.approximation { try ranges.holds(approximation) }
      if let value = amount.value { try promise(abs(value) < Amount.limit, "amount: \(value) is past the limit") }
      try promise(!amount.unit.isEmpty, "amount: no unit at \(amount.range)")
    }
    let part = ([0x20, 0x20] + text)[2...]
    let shifted = AmountScanner.scan(part, units: Self.units)
    try promise(
      shifted.map(\.range) == amounts.map { $0.range.lowerBound + 2..<$0.range.upperBound + 2 }, "amount: other in a part of a text")
  }

  private func dates(_ text: [UInt8]) throws {
    for allowSixDigits in [false, true] {
      var ranges = RangePromise(text, "date")
      for hit in DateScanner.scan(text, allowSixDigits: allowSixDigits) {
        try ranges.follows(hit.range)
        try promise((1...12).contains(hit.date.month) && (1...31).contains(hit.date.day), "date: \(hit.date)")
      }
    }
    _ = DateScanner.parse(text[...])
  }

  private func paragraphs(_ text: [UInt8]) throws {
    let laws = ["LVU", "kommunallagen"]
    var ranges = RangePromise(text, "§")
    for mention in ParagraphScanner.scan(text, lawNames: laws) {
      try ranges.follows(mention.range)
      try promise(mention.numbers.allSatisfy { (1...9999).contains($0.number) }, "§: \(mention.numbers)")
    }
    let citation = RangePromise(text, "citation")
    for found in CitationScanner.scan(text, lawNames: laws) {
      try citation.holds(found.range)
      try citation.holds(found.before, mayBeEmpty: true)
      try citation.holds(found.between, mayBeEmpty: true)
      try promise(found.before.upperBound <= found.range.lowerBound, "citation: what is before \(found.range) reaches to \(found.before)")
      try promise(found.range.contains(found.between), "citation: \(found.between) is not between the ends of \(found.range)")
    }
  }

  private func caseNumbers(_ text: [UInt8]) throws {
    for hits in [CaseNumber.scan(in: text), CaseNumber.scan(in: text, after: Self.labels)] {
      var ranges = RangePromise(text, "case number")
      for hit in hits {
        try ranges.follows(hit.rangeWithCode)
        try ranges.holds(hit.range)
        try promise(hit.rangeWithCode.contains(hit.range), "case number: \(hit.range) lies outside \(hit.rangeWithCode)")
        if let year = hit.caseNumber.year { try promise((1000...9999).contains(year), "case number: the year \(year)") }
      }
    }
    if let read = CaseNumber.parse(prefixOf: text[...]) { try promise(read.length <= text.count, "case number: longer than its text") }
  }

  private func sentences(_ text: [UInt8]) throws {
    for splitter in splitters {
      var ranges = RangePromise(text, "sentence")
      var end = 0
      for sentence in splitter.split(text) {
        try ranges.follows(sentence)
        try nothingIsPrinted(text[end..<sentence.lowerBound])
        end = sentence.upperBound
      }
      try nothingIsPrinted(text[end...])
    }
  }

  private func nothingIsPrinted(_ text: ArraySlice<UInt8>) throws {
    let lost = text.firstIndex { (0x21..<0x7F).contains($0) }
    try promise(lost == nil, "sentence: none holds the byte at \(lost ?? 0)")
  }

  private func words(_ text: [UInt8]) throws {
    var ranges = RangePromise(text, "word")
    for token in Tokenizer.tokens(in: text) { try ranges.follows(token) }
    let folded = Folding.fold(text[...])
    try promise(String(validating: folded, as: UTF8.self) != nil, "folding gives what is no UTF-8")
    try promise(Folding.fold(folded[...]) == folded, "folding twice is not folding once")
    if let number = Numeral.parse(text[...]) { try promise(number >= 0, "numeral: \(number)") }
  }

  private func analysis(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBufferPointer { buffer in
      var last = 0
      try analyzer.forEachWord(in: buffer) { _, _, _, range in
        try promise(range.lowerBound >= last && range.upperBound <= bytes.count, "search word: \(range) after \(last)")
        last = range.upperBound
      }
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool { other.lowerBound >= lowerBound && other.upperBound <= upperBound }
}
