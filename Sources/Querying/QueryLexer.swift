/// Cuts a query into tokens, in one pass. A field's value is left to the field's reader, which says where it ends.
struct QueryLexer {
  let text: QueryText
  private(set) var index = 0

  init(_ text: QueryText) { self.text = text }

  /// Goes on at `index`: a field's reader took what was before it.
  mutating func move(to index: Int) { self.index = max(index, self.index) }

  /// The next token; nil at the end.
  mutating func next() -> QueryToken? {
    index = text.skippingSpaces(index)
    guard index < text.bytes.count else { return nil }
    let start = index
    let kind = readKind()
    return QueryToken(kind: kind, place: start..<index)
  }

  private mutating func readKind() -> QueryToken.Kind {
    if let sign = readSign() { return sign }
    if let field = readField() { return .field(field) }
    let end = runEnd()
    let run = index..<max(end, index + 1)
    index = run.upperBound
    return Self.operators(text[run]) ?? .run
  }

  private mutating func readSign() -> QueryToken.Kind? {
    let quote = text.quoteLength(index)
    if quote > 0 { return readQuoted(quote) }
    switch text.at(index) {
    case UInt8(ascii: "("):
      index += 1
      return .open
    case UInt8(ascii: ")"):
      index += 1
      return .close
    case UInt8(ascii: ","): return readDistance()
    default: return readMinus()
    }
  }

  /// A quotation mark without its other half is a run of its own; the parser says so.
  private mutating func readQuoted(_ length: Int) -> QueryToken.Kind {
    let inner = index + length
    guard let end = text.closingQuote(inner) else {
      index = inner
      return .run
    }
    index = end + text.quoteLength(end)
    return .quoted(inner..<end)
  }

  /// `, 5` before a closing parenthesis.
  private mutating func readDistance() -> QueryToken.Kind? {
    var end = text.skippingSpaces(index + 1)
    let digits = end
    while text.isDigit(end), end - digits < 6 { end += 1 }
    guard end > digits, text.at(text.skippingSpaces(end)) == UInt8(ascii: ")"), let distance = Int(text[digits..<end]) else { return nil }
    index = end
    return .distance(distance)
  }

  /// `taxa, 5)`: the comma of a distance is not the word's.
  private func runEnd() -> Int {
    let end = text.runEnd(index)
    guard end > index + 1, text.at(end - 1) == UInt8(ascii: ","), text.isDigit(text.skippingSpaces(end)) else { return end }
    var rest = self
    rest.index = end - 1
    return rest.readDistance() == nil ? end : end - 1
  }

  /// A dash that stands before a word and after none.
  private mutating func readMinus() -> QueryToken.Kind? {
    let length = text.dashLength(index)
    let next = index + length
    guard length > 0, next < text.bytes.count, text.spaceLength(next) == 0, text.dashLength(next) == 0, text.at(next) != UInt8(ascii: ")")
    else { return nil }
    index = next
    return .not
  }

  /// A known name with its colon, and something after it.
  private mutating func readField() -> QueryField? {
    var end = index
    while text.isLetter(end) || text.isParagraphSign(end), end - index < 24 { end += 1 }
    guard end > index, text.at(end) == UInt8(ascii: ":"), let field = QueryField.named(text[index..<end]) else { return nil }
    let value = field.mayStandApart ? text.skippingSpaces(end + 1) : end + 1
    guard value < text.bytes.count, text.spaceLength(value) == 0, text.at(value) != UInt8(ascii: ")") else { return nil }
    index = end + 1
    return field
  }

  private static func operators(_ run: String) -> QueryToken.Kind? {
    switch run {
    case "OR", "ELLER", "|", "||": return .or
    case "AND", "OCH", "&&": return .and
    case "NOT", "INTE": return .not
    case "NEAR", "NÄRA": return .near(nil)
    default:
      guard run.hasPrefix("NEAR/") || run.hasPrefix("NÄRA/"), let distance = Int(run.dropFirst(5)) else { return nil }
      return .near(min(max(0, distance), QueryLimits.near))
    }
  }
}
