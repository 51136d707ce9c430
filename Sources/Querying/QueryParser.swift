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
  var chips: [(place: Range<Int>, node: QueryNode, isNegated: Bool)] = []
  var token: QueryToken?
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

  var text: QueryText { lexer.text }

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

  mutating func advance() { token = lexer.next() }

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

  var mayBeginTerm: Bool {
    switch token?.kind {
    case nil, .or, .and, .close, .distance: false
    default: true
    }
  }

  mutating func noteDangling(_ place: Range<Int>) {
    notes.add(place, "\(text[place]) behöver ord på båda sidor; det lästes inte")
  }

  /// A term with the minuses before it.
  mutating func readTerm() -> QueryNode? {
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

  mutating func readPrimary(negatedFrom: Int?) -> QueryNode? {
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

  mutating func close(_ open: QueryToken) {
    if let current = token, case .close = current.kind {
      advance()
    } else {
      notes.add(open.place, "parentesen saknar sitt slut; den antas sluta sist i frågan")
    }
  }
}
