public import Language

/// Reads the query language: words, "fraser", OR/ELLER, minus or INTE, `avgift*`, NEAR/NÄRA, parentheses, fields (`organ:`, `år:2021..2023`).
///
/// Every text is a query: what cannot be understood as an operator or a field is words, and a note says where and why. Time grows with the
/// text; of a longer text than ``QueryLimits/bytes`` the rest is left, with a note.
public struct QueryParser {
  var lexer: QueryLexer
  var notes: NoteBook
  var fields: FieldReader
  let reader: WordReader
  /// The fields with their places, for the chips.
  var chips: [(place: Range<Int>, text: String)] = []
  private var token: QueryToken?
  private var terms = 0
  private var depth = 0

  /// Reads `text`. The analyzer must be made as the one that the archive was indexed with.
  public static func parse(_ text: String, context: QueryContext, analyzer: Analyzer) -> ParsedQuery {
    let (bytes, isCut) = bounded(text)
    var parser = QueryParser(QueryText(bytes: bytes), context, analyzer)
    if isCut {
      parser.notes.add(
        bytes.count..<bytes.count,
        "frågan är längre än \(QueryLimits.bytes) tecken; bara början av den används, korta den till det som ska sökas")
    }
    var parsed = parser.parse(context)
    parsed.text = String(decoding: bytes, as: UTF8.self)
    return parsed
  }

  private init(_ text: QueryText, _ context: QueryContext, _ analyzer: Analyzer) {
    lexer = QueryLexer(text)
    notes = NoteBook(text)
    reader = WordReader(text: text, analyzer: analyzer, commonWords: context.commonWords)
    fields = FieldReader(text: text, reader: reader, context: context)
  }

  private var text: QueryText { lexer.text }

  /// At most so much of the text, cut between words where it can be.
  private static func bounded(_ text: String) -> (bytes: [UInt8], isCut: Bool) {
    let bytes = Array(text.utf8.prefix(QueryLimits.bytes + 1))
    guard bytes.count > QueryLimits.bytes else { return (bytes, false) }
    var end = QueryLimits.bytes
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let space = bytes[..<end].lastIndex { $0 <= 0x20 } ?? end
    return (Array(bytes[..<(space > 0 ? space : end)]), true)
  }

  private mutating func parse(_ context: QueryContext) -> ParsedQuery {
    let whole = text.trimmed(0..<text.bytes.count)
    if let direct = DirectReader(text: text, reader: reader, fields: fields).read(whole) {
      return ParsedQuery(
        root: direct.node, notes: notes.notes, understood: Understood.sentence(direct.node), direct: direct.answer, chips: [])
    }
    advance()
    var parts: [QueryNode] = []
    while token != nil {
      if let node = readAny() { parts.append(node) }
      if let stray = token {
        notes.add(stray.place, "parentesen stängs utan att ha öppnats; den lästes inte")
        advance()
      }
    }
    let root = QueryNode.joined(parts) ?? wordsAlone(whole)
    if root == nil { notes.add(whole, "sökfrågan innehåller inget ord; skriv minst ett ord eller en siffra att söka efter") }
    let asked = root.map { Abbreviations(context.abbreviations, reader).applied(to: $0) }
    return ParsedQuery(
      root: asked, notes: notes.notes, understood: asked.map(Understood.sentence) ?? "", direct: nil, chips: queryChips)
  }

  /// A query of operators alone is words after all: `NOT`, `ELLER`.
  private func wordsAlone(_ range: Range<Int>) -> QueryNode? {
    QueryNode.joined(reader.words(in: range).prefix(QueryLimits.terms).map { .word($0) })
  }

  private mutating func advance() { token = lexer.next() }

  // MARK: Grammar

  /// One or more rows of terms with OR between.
  private mutating func readAny() -> QueryNode? {
    var sides: [QueryNode] = []
    var dangling: Range<Int>?
    while true {
      let side = readAll()
      if let side { sides.append(side) } else if let place = dangling { noteDangling(place) }
      guard let current = token, case .or = current.kind else { break }
      if side == nil, dangling == nil { noteDangling(current.place) }
      dangling = current.place
      advance()
    }
    return QueryNode.joinedAny(sides)
  }

  /// Terms that must all hold, up to OR, a closing parenthesis or the end.
  private mutating func readAll() -> QueryNode? {
    var nodes: [QueryNode] = []
    while let current = token {
      switch current.kind {
      case .or, .close: return QueryNode.joined(nodes)
      case .and:
        advance()
        if nodes.isEmpty || !mayBeginTerm { noteDangling(current.place) }
      case .near(let distance):
        advance()
        readNear(current, distance, &nodes)
      default:
        if let node = readTerm() { nodes.append(node) }
      }
    }
    return QueryNode.joined(nodes)
  }

  private var mayBeginTerm: Bool {
    switch token?.kind {
    case nil, .or, .and, .close, .distance: false
    default: true
    }
  }

  private mutating func noteDangling(_ place: Range<Int>) {
    notes.add(place, "\(text[place]) behöver ord på båda sidor; det lästes inte")
  }

  /// A term with the minuses before it.
  private mutating func readTerm() -> QueryNode? {
    var isNegated = false
    let start = token?.place ?? 0..<0
    while let current = token, case .not = current.kind {
      isNegated.toggle()
      advance()
    }
    guard mayBeginTerm else {
      notes.add(start, "\(text[start]) behöver ett ord efter sig; det lästes inte")
      if let current = token, case .distance = current.kind { advance() }
      return nil
    }
    guard let node = readPrimary(negatedFrom: isNegated ? start.lowerBound : nil) else { return nil }
    return isNegated ? .not(node) : node
  }

  private mutating func readPrimary(negatedFrom: Int?) -> QueryNode? {
    guard let current = token else { return nil }
    guard count(current) else { return nil }
    switch current.kind {
    case .open: return readParenthesis(current)
    case .quoted(let inner):
      advance()
      return phrase(inner, current.place)
    case .field(let field): return readField(field, current, negatedFrom)
    default:
      advance()
      return readRun(current.place)
    }
  }

  /// Whether there is room for one term more; where not, the rest of the query is left.
  private mutating func count(_ current: QueryToken) -> Bool {
    terms += 1
    guard terms > QueryLimits.terms else { return true }
    notes.add(current.place, "frågan har fler än \(QueryLimits.terms) ord; resten lästes inte")
    lexer.move(to: text.bytes.count)
    advance()
    return false
  }

  private mutating func readParenthesis(_ open: QueryToken) -> QueryNode? {
    advance()
    guard depth < QueryLimits.depth else {
      notes.add(open.place, "fler än \(QueryLimits.depth) parenteser i varandra; den här lästes inte")
      return nil
    }
    depth += 1
    let node = readAny()
    depth -= 1
    close(open)
    if node == nil { notes.add(open.place, "parentesen är tom; den lästes inte") }
    return node
  }

  private mutating func close(_ open: QueryToken) {
    if let current = token, case .close = current.kind {
      advance()
    } else {
      notes.add(open.place, "parentesen saknar sitt slut; den antas sluta sist i frågan")
    }
  }

  // MARK: NEAR

  private static let usualDistance = 10

  /// `NEAR(a b, 5)`, or NEAR between two terms.
  private mutating func readNear(_ near: QueryToken, _ distance: Int?, _ nodes: inout [QueryNode]) {
    if let current = token, case .open = current.kind, current.place.lowerBound == near.place.upperBound {
      if let node = readNearList(current, distance) { nodes.append(node) }
      return
    }
    guard let left = nodes.last, left.mayBeNear, mayBeginTerm, let right = readTerm() else { return noteDangling(near.place) }
    guard right.mayBeNear else {
      noteNear(near.place)
      return nodes.append(right)
    }
    nodes[nodes.count - 1] = .near(left.nearChildren + [right], within: distance ?? left.nearDistance ?? Self.usualDistance)
  }

  private mutating func readNearList(_ open: QueryToken, _ distance: Int?) -> QueryNode? {
    advance()
    var nodes: [QueryNode] = []
    var within = distance
    while let current = token {
      if case .close = current.kind { break }
      if case .distance(let number) = current.kind {
        within = min(number, QueryLimits.near)
        advance()
      } else if mayBeginTerm {
        if let node = readTerm() { nodes.append(node) }
      } else {
        noteDangling(current.place)
        advance()
      }
    }
    close(open)
    guard nodes.count > 1, nodes.allSatisfy(\.mayBeNear) else {
      noteNear(open.place)
      return QueryNode.joined(nodes)
    }
    return .near(nodes, within: within ?? Self.usualDistance)
  }

  private mutating func noteNear(_ place: Range<Int>) {
    notes.add(place, "NÄRA behöver minst två ord eller fraser; orden söks var för sig")
  }

  // MARK: Words

  private mutating func phrase(_ inner: Range<Int>, _ place: Range<Int>) -> QueryNode? {
    let words = reader.words(in: inner)
    guard !words.isEmpty else {
      notes.add(place, "mellan citattecknen står inget ord; de lästes inte")
      return nil
    }
    return words.count == 1 ? .word(words[0]) : .phrase(Array(words.prefix(QueryLimits.terms)))
  }

  /// A word, or words that other signs than white space part ("VSF.2023.363", "e-tjänst") and that belong together; a case number; `avgift*`.
  private mutating func readRun(_ place: Range<Int>) -> QueryNode? {
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

  private mutating func readField(_ field: QueryField, _ current: QueryToken, _ negatedFrom: Int?) -> QueryNode? {
    if field == .heading { return readHeading(current, negatedFrom) }
    let result = fields.read(field, from: current.place.upperBound, &notes)
    lexer.move(to: result.end)
    advance()
    if let node = result.node, result.isCondition {
      chips.append(((negatedFrom ?? current.place.lowerBound)..<result.end, Understood.chip(node, isNegated: negatedFrom != nil)))
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
    chips.append(((negatedFrom ?? current.place.lowerBound)..<end, Understood.chip(heading, isNegated: negatedFrom != nil)))
    return heading
  }

  private var queryChips: [QueryChip] {
    chips.map { place, chip in
      let rest = [text[text.trimmed(0..<place.lowerBound)], text[text.trimmed(place.upperBound..<text.bytes.count)]]
      return QueryChip(text: chip, without: rest.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }
}
