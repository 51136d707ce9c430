internal import Language

/// Reads the value of a field: one, or several with commas between, each a condition.
struct FieldReader {
  let text: QueryText
  let reader: WordReader
  let context: QueryContext

  /// What a field was read as.
  struct Result {
    /// Nil where the value says nothing.
    var node: QueryNode?
    /// Where the value ends.
    var end: Int
    /// False where the value was read as words.
    var isCondition: Bool
  }

  /// One value, without its quotation marks.
  struct Value {
    var place: Range<Int>
    var isQuoted: Bool
  }

  /// Reads the value that begins at `start`, after the colon.
  func read(_ field: QueryField, from start: Int, _ notes: inout NoteBook) -> Result {
    let start = text.skippingSpaces(start)
    let isApart = text.spaceLength(start - 1) > 0
    if let result = readWhole(field, start) { return result }
    let (values, end) = values(from: start, field)
    var nodes: [QueryNode] = []
    var unread: [Value] = []
    for value in values {
      if let node = condition(field, value, &notes) { nodes.append(node) } else { unread.append(value) }
    }
    guard nodes.isEmpty || !unread.isEmpty else { return Result(node: QueryNode.joinedAny(nodes), end: end, isCondition: true) }
    // `År: vi ser …` is no field; of a list in which one value is unknown the others count.
    if !isApart { for value in unread { notes.add(value.place, Unknown(self).message(field, text[value.place])) } }
    if !nodes.isEmpty { return Result(node: QueryNode.joinedAny(nodes), end: end, isCondition: true) }
    return Result(node: wordsAlone(unread), end: end, isCondition: false)
  }

  /// Fields whose values have spaces and commas of their own.
  private func readWhole(_ field: QueryField, _ start: Int) -> Result? {
    switch field {
    case .amount:
      let inside = start + text.quoteLength(start)
      guard let (bounds, end) = AmountField(text: text, units: context.units).read(from: inside), isEnd(end) else { return nil }
      return Result(node: .condition(.amount(bounds)), end: end + (inside > start ? text.quoteLength(end) : 0), isCondition: true)
    case .caseNumber: return CaseNumberField(text: text).read(from: start)
    default: return nil
    }
  }

  private func isEnd(_ index: Int) -> Bool {
    index >= text.bytes.count || text.spaceLength(index) > 0 || text.quoteLength(index) > 0 || text.isParenthesis(index)
  }

  private func wordsAlone(_ values: [Value]) -> QueryNode? {
    QueryNode.joined(
      values.compactMap { value in
        let words = reader.words(in: value.place)
        return words.count > 1 ? .phrase(words) : words.first.map { .word($0) }
      })
  }

  // MARK: Values

  private func values(from start: Int, _ field: QueryField) -> ([Value], Int) {
    if text.at(start) == UInt8(ascii: "("), let list = parenthesised(start) { return list }
    var values: [Value] = []
    var index = start
    while true {
      let value = value(from: index)
      index = value.end
      if !value.value.place.isEmpty { values.append(value.value) }
      guard text.at(index) == UInt8(ascii: ","), index + 1 < text.bytes.count, text.spaceLength(index + 1) == 0 else { break }
      index += 1
    }
    if text.at(index) == UInt8(ascii: ",") { index += 1 }
    if values.count == 1, !values[0].isQuoted, let longer = extended(values[0], field) { return ([longer], longer.place.upperBound) }
    return (values, index)
  }

  private func value(from start: Int) -> (value: Value, end: Int) {
    let quote = text.quoteLength(start)
    if quote > 0, let close = text.closingQuote(start + quote) {
      return (Value(place: start + quote..<close, isQuoted: true), close + text.quoteLength(close))
    }
    var end = start + quote
    while end < text.bytes.count, text.spaceLength(end) == 0, text.quoteLength(end) == 0, !text.isParenthesis(end),
      text.at(end) != UInt8(ascii: ",")
    {
      end += 1
    }
    return (Value(place: start + quote..<end, isQuoted: false), end)
  }

  /// `organ:(SN, KS)`.
  private func parenthesised(_ open: Int) -> ([Value], Int)? {
    guard let close = text.bytes[open...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
    var values: [Value] = []
    var index = open + 1
    while index < close {
      if text.at(index) == UInt8(ascii: ",") || text.spaceLength(index) > 0 || text.at(index) == UInt8(ascii: "(") {
        index += max(1, text.spaceLength(index))
        continue
      }
      let value = value(from: index)
      index = max(value.end, index + 1)
      if !value.value.place.isEmpty { values.append(value.value) }
    }
    return (values, close + 1)
  }

  private static let mostWords = 6

  /// The value with the words after it, as long as they make one that is known: `organ:tekniska nämnden`, `mål:delvis uppnått`.
  private func extended(_ value: Value, _ field: QueryField) -> Value? {
    var longest: Value?
    var end = value.place.upperBound
    for _ in 1..<Self.mostWords {
      let next = text.skippingSpaces(end)
      let runEnd = text.runEnd(next)
      guard next > end, runEnd > next, text.at(value.place.upperBound) != UInt8(ascii: ",") else { break }
      end = runEnd
      let longer = Value(place: value.place.lowerBound..<end, isQuoted: false)
      if isKnown(field, longer, last: next..<runEnd) { longest = longer } else if field == .person { break }
    }
    return longest
  }

  private func isKnown(_ field: QueryField, _ value: Value, last: Range<Int>) -> Bool {
    switch field {
    case .body: Names(context.bodies, reader).isName(text[value.place])
    case .municipality: Names(context.municipalities, reader).isName(text[value.place])
    case .outcome: Terms(context.outcomes, reader).value(text[value.place], allowPrefix: false) != nil
    case .goalOutcome: Terms(context.goalOutcomes, reader).value(text[value.place], allowPrefix: false) != nil
    case .dates: DateField.read(text[value.place]) != nil
    case .party: Terms(context.parties, reader).value(text[value.place], allowPrefix: false) != nil
    case .person: text[last].first?.isUppercase ?? false && text[last].dropFirst().contains { $0.isLowercase }
    default: false
    }
  }

  // MARK: Conditions

  private func condition(_ field: QueryField, _ value: Value, _ notes: inout NoteBook) -> QueryNode? {
    let typed = text[value.place]
    switch field {
    case .body, .municipality: return named(field, value, &notes)
    case .years: return YearField.read(typed).map { .condition(.years($0)) }
    case .dates: return DateField.read(typed).map { .condition(.dates(from: $0.from, through: $0.through)) }
    case .kind: return kind(typed)
    case .outcome: return Terms(context.outcomes, reader).value(typed).map { .condition(.outcome($0)) }
    case .goalOutcome: return Terms(context.goalOutcomes, reader).value(typed).map { .condition(.goalOutcome($0)) }
    case .document: return Terms(context.documentTypes, reader).value(typed).map { .condition(.documentType($0)) }
    case .paragraph: return Int(typed.filter { $0 != "§" }).flatMap { (1...9999).contains($0) ? .condition(.paragraph($0)) : nil }
    case .party: return party(typed)
    case .person:
      let words = reader.words(in: value.place)
      return words.isEmpty ? nil : .condition(.person(words))
    case .amount, .caseNumber, .heading: return nil
    }
  }

  private func kind(_ typed: String) -> QueryNode? {
    if let fact = Terms(Self.facts, reader).value(typed).flatMap(AskedFact.init) { return .condition(.factKind(fact)) }
    return Terms(context.documentTypes, reader).value(typed).map { .condition(.documentType($0)) }
  }

  /// Letters of a party that the rules do not name are a local party's.
  private func party(_ typed: String) -> QueryNode? {
    if let known = Terms(context.parties, reader).value(typed) { return .condition(.party(known)) }
    return typed.count <= 4 && !typed.isEmpty && typed.allSatisfy(\.isLetter) ? .condition(.party(typed.uppercased())) : nil
  }

  private func named(_ field: QueryField, _ value: Value, _ notes: inout NoteBook) -> QueryNode? {
    let known = field == .body ? context.bodies : context.municipalities
    let names = Names(known, reader, abbreviations: field == .body ? context.bodyAbbreviations : []).matches(text[value.place])
    guard names.isEmpty else { return QueryNode.joinedAny(names.map { .condition(field == .body ? .body($0) : .municipality($0)) }) }
    let typed = text[text.trimmed(value.place)]
    guard !reader.words(in: value.place).isEmpty else { return nil }
    if !known.isEmpty { notes.add(value.place, Unknown(self).message(field, typed)) }
    return .condition(field == .body ? .body(typed) : .municipality(typed))
  }

  /// What `typ:` knows, beside the kinds of documents.
  static let facts: [QueryContext.Term] =
    AskedFact.allCases.map { QueryContext.Term($0.swedish, $0.rawValue) }
    + [("omröstning", .vote), ("indikator", .indicator)].map { (word: String, fact: AskedFact) in QueryContext.Term(word, fact.rawValue) }
}
