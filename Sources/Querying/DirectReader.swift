internal import Language

/// A diarienummer or a §: alone it is what the user wants to go to; among other words it is a condition.
struct DirectReader {
  let text: QueryText
  let reader: WordReader
  let fields: FieldReader

  /// The query in `whole` as one thing; nil where it is something else.
  func read(_ whole: Range<Int>) -> (node: QueryNode, answer: DirectAnswer)? {
    guard !whole.isEmpty, whole.count <= 100 else { return nil }
    return caseNumber(whole) ?? paragraph(whole)
  }

  /// A case number or a § that begins at `start`, among other words.
  func mentioned(from start: Int) -> (node: QueryNode, end: Int)? {
    let end = min(text.bytes.count, start + 60)
    if let hit = CaseNumber.scan(in: Array(text.bytes[start..<end])).first, hit.range.lowerBound == 0, hit.caseNumber.number != nil {
      return (orItsWords(hit.caseNumber, start..<start + hit.range.upperBound), start + hit.range.upperBound)
    }
    guard text.at(start) == 0xC2, text.at(start + 1) == 0xA7, let (number, after) = number(from: text.skippingSpaces(start + 2)),
      !isLaw(after: after)
    else { return nil }
    return (.condition(.paragraph(number)), after)
  }

  // MARK: Case numbers

  private static let labels = ["diarienummer", "diarienr", "dnr"].map { Array($0.utf8) }

  private func caseNumber(_ whole: Range<Int>) -> (QueryNode, DirectAnswer)? {
    var start = whole.lowerBound
    let label = Self.labels.first { label in
      start + label.count < whole.upperBound && Array(Folding.fold(text[start..<start + label.count]).utf8) == label
        && !text.isLetter(start + label.count)
    }
    // `år:2021-2023` is a field, whatever letters a registry may have.
    let name = text[whole].prefix { $0 != ":" }
    if label == nil, name.utf8.count < whole.count, QueryField.named(String(name)) != nil { return nil }
    if let label { start = text.skippingSpaces(start + label.count) }
    while label != nil, text.at(start) == UInt8(ascii: ":") || text.at(start) == UInt8(ascii: ".") || text.spaceLength(start) > 0 {
      start += 1
    }
    guard start < whole.upperBound, let (number, length) = CaseNumber.parse(prefixOf: text.bytes[start..<whole.upperBound]),
      start + length == whole.upperBound, number.number != nil, label != nil || number.year != nil && !isSpanOfYears(number)
    else { return nil }
    let node = label == nil ? orItsWords(number, start..<whole.upperBound) : .condition(.caseNumber(number.normalized))
    return (node, .caseNumber(number.normalized))
  }

  /// `2021-2023` are years.
  private func isSpanOfYears(_ number: CaseNumber) -> Bool {
    guard number.registry.isEmpty, let running = number.number else { return false }
    return (1950..<2100).contains(running) && number.asWritten.contains { "-–".contains($0) }
  }

  /// The case, or a text that names it.
  private func orItsWords(_ number: CaseNumber, _ place: Range<Int>) -> QueryNode {
    let words = reader.words(in: place)
    let condition = QueryNode.condition(.caseNumber(number.normalized))
    return words.isEmpty ? condition : .any([condition, words.count > 1 ? .phrase(words) : .word(words[0])])
  }

  // MARK: Paragraphs

  /// `§ 84`, `KS § 84/2024`, `84 §`, `paragraf 84`.
  private func paragraph(_ whole: Range<Int>) -> (QueryNode, DirectAnswer)? {
    guard let sign = sign(in: whole) else { return nil }
    if let (number, end) = number(from: text.skippingSpaces(sign.upperBound)) {
      guard let year = year(from: end, whole.upperBound) else { return nil }
      return direct(number, before: text.trimmed(whole.lowerBound..<sign.lowerBound), year: year)
    }
    guard text.trimmed(sign.upperBound..<whole.upperBound).isEmpty, let (number, end) = number(from: whole.lowerBound),
      text.skippingSpaces(end) == sign.lowerBound
    else { return nil }
    return direct(number, before: 0..<0, year: nil)
  }

  private func sign(in whole: Range<Int>) -> Range<Int>? {
    for index in whole where text.at(index) == 0xC2 && text.at(index + 1) == 0xA7 {
      var end = index + 2
      while text.at(end) == 0xC2, text.at(end + 1) == 0xA7 { end += 2 }
      return index..<end
    }
    let name = "paragraf"
    let end = whole.lowerBound + name.utf8.count
    guard end < whole.upperBound, Folding.fold(text[whole.lowerBound..<end]) == name, text.spaceLength(end) > 0 else { return nil }
    return whole.lowerBound..<end
  }

  private func number(from start: Int) -> (Int, Int)? {
    var end = start
    while text.isDigit(end), end - start < 5 { end += 1 }
    guard end > start, !text.isDigit(end), !text.isLetter(end), let number = Int(text[start..<end]), (1...9999).contains(number) else {
      return nil
    }
    return (number, end)
  }

  /// `/2024`, `/24`, ` 2024` or nothing up to `end`; nil where something else stands there.
  private func year(from start: Int, _ end: Int) -> Int?? {
    guard start < end else { return .some(nil) }
    let isParted = text.at(start) == UInt8(ascii: "/") || text.spaceLength(start) > 0
    let first = text.skippingSpaces(start + (text.at(start) == UInt8(ascii: "/") ? 1 : 0))
    guard isParted, first < end, (first..<end).allSatisfy(text.isDigit), let year = Int(text[first..<end]) else { return nil }
    if end - first == 4 { return .some(year) }
    return end - first == 2 && text.at(start) == UInt8(ascii: "/") ? .some(2000 + year) : nil
  }

  private func direct(_ number: Int, before: Range<Int>, year: Int?) -> (QueryNode, DirectAnswer)? {
    var nodes: [QueryNode] = []
    var body: String?
    if !before.isEmpty {
      let typed = text[before]
      let names = Names(fields.context.bodies, reader, abbreviations: fields.context.bodyAbbreviations).matches(typed)
      let isShort = typed.count <= 6 && typed.allSatisfy { $0.isUppercase }
      guard !names.isEmpty || isShort else { return nil }
      body = names.first ?? typed
      if let node = QueryNode.joinedAny((names.isEmpty ? [typed] : names).map { .condition(.body($0)) }) { nodes.append(node) }
    }
    nodes.append(.condition(.paragraph(number)))
    if let year { nodes.append(.condition(.years(year...year))) }
    return QueryNode.joined(nodes).map { ($0, .paragraph(number, body: body, year: year)) }
  }

  /// `§ 9 LSS`, `§ 5 kommunallagen`: words of a law.
  private func isLaw(after end: Int) -> Bool {
    let start = text.skippingSpaces(end)
    let word = text[start..<text.runEnd(start)].filter(\.isLetter)
    let isShortName = word.count >= 2 && word.first?.isUppercase ?? false && word.last?.isUppercase ?? false
    return isShortName || ["lagen", "balken", "förordningen"].contains { word.lowercased().hasSuffix($0) }
  }
}
