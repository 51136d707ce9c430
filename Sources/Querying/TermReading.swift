// The terms of a query: words, phrases and fields.

extension QueryParser {
  mutating func phrase(_ inner: Range<Int>, _ place: Range<Int>) -> QueryNode? {
    let words = reader.words(in: inner)
    guard !words.isEmpty else {
      notes.add(place, "mellan citattecknen står inget ord; de lästes inte")
      return nil
    }
    return words.count == 1 ? .word(words[0]) : .phrase(Array(words.prefix(QueryLimits.terms)))
  }

  /// A word, or words that other signs than white space part ("VSF.2023.363", "e-tjänst") and that belong together; a case number; `avgift*`.
  mutating func readRun(_ place: Range<Int>) -> QueryNode? {
    if text.quoteLength(place.lowerBound) > 0 {
      notes.add(place, "citattecknet saknar sin andra hälft; orden efter det söks var för sig")
      return nil
    }
    if let (node, end) = DirectReader(text: text, reader: reader, fields: fields).mentioned(from: place.lowerBound) {
      lexer.move(to: end)
      restart(from: end, after: place)
      return node
    }
    noteUnknownField(place)
    let words = reader.words(in: place)
    if text.at(place.upperBound - 1) == UInt8(ascii: "*") { return prefix(words, place) }
    if text[place].contains("*") { notes.add(place, "* kan bara stå sist i ett ord; den lästes inte") }
    return words.count > 1 ? .phrase(words) : words.first.map { .word($0) }
  }

  /// The token after a run is already read; it is read again where the run took more.
  private mutating func restart(from end: Int, after place: Range<Int>) {
    guard end > place.upperBound else { return }
    lexer = QueryLexer(text)
    lexer.move(to: end)
    advance()
  }

  private mutating func prefix(_ words: [QueryWord], _ place: Range<Int>) -> QueryNode? {
    guard let last = words.last else {
      notes.add(place, "* behöver ett ord framför sig; den lästes inte")
      return nil
    }
    guard last.exact.count > 1 else {
      notes.add(place, "* behöver minst två bokstäver framför sig; ordet söks som det står")
      return .word(last)
    }
    return QueryNode.joined(words.dropLast().map { .word($0) } + [.prefix(last.exact)])
  }

  /// `nämd:social`: letters and a colon that look like a field and are none.
  private mutating func noteUnknownField(_ place: Range<Int>) {
    let run = text[place]
    guard let colon = run.firstIndex(of: ":"), run[..<colon].allSatisfy(\.isLetter),
      let name = QueryField.nearest(to: String(run[..<colon])),
      run.index(after: colon) < run.endIndex, run[colon...].count > 2
    else { return }
    let end = place.lowerBound + run[..<colon].utf8.count
    notes.add(place.lowerBound..<end, "inget fält heter \(run[..<colon]):, menades \(name):? Det lästes som ord")
  }

  // MARK: Fields

  mutating func readField(_ field: QueryField, _ current: QueryToken, _ negatedFrom: Int?) -> QueryNode? {
    if field == .heading { return readHeading(current, negatedFrom) }
    let result = fields.read(field, from: current.place.upperBound, &notes)
    lexer.move(to: result.end)
    advance()
    if let node = result.node, result.isCondition {
      chips.append(((negatedFrom ?? current.place.lowerBound)..<result.end, node, negatedFrom != nil))
    }
    return result.node
  }

  private mutating func readHeading(_ current: QueryToken, _ negatedFrom: Int?) -> QueryNode? {
    advance()
    guard mayBeginTerm, let place = token?.place, let node = readPrimary(negatedFrom: nil) else { return nil }
    if node.hasCondition {
      notes.add(current.place, "rubrik: söker ord i rubriken och kan inte hålla andra fält; de gäller hela paragrafen")
      return node
    }
    let heading = QueryNode.heading(node)
    let end = max(place.upperBound, token.map { text.trimmed(place.lowerBound..<$0.place.lowerBound).upperBound } ?? text.bytes.count)
    chips.append(((negatedFrom ?? current.place.lowerBound)..<end, heading, negatedFrom != nil))
    return heading
  }

  var queryChips: [QueryChip] {
    chips.map { place, node, isNegated in
      let rest = [text[text.trimmed(0..<place.lowerBound)], text[text.trimmed(place.upperBound..<text.bytes.count)]]
      return QueryChip(
        text: Understood.chip(node, isNegated: isNegated), without: rest.filter { !$0.isEmpty }.joined(separator: " "),
        values: Understood.values(of: node), isNegated: isNegated)
    }
  }
}
