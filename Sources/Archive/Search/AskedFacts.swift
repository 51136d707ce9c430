internal import Facts
internal import Foundation
internal import GRDB
internal import Querying

/// Which facts a query asks for: `typ:belopp belopp:>1mnkr`.
struct AskedFacts {
  var kind: AskedFact
  /// Whole kronor that a sum may be.
  private var sums: ClosedRange<Int64>?
  private var goalOutcome: String?

  /// Nil where no kind of fact is asked for, or any of several.
  init?(_ node: QueryNode?) {
    guard let node else { return nil }
    let conditions = Self.conditions(node)
    let kinds = conditions.compactMap { condition in if case .factKind(let kind) = condition { kind } else { nil } }
    guard let kind = kinds.first else { return nil }
    self.kind = kind
    for condition in conditions {
      switch condition {
      case .amount(let bounds): sums = Planner.range(bounds)
      case .goalOutcome(let outcome): goalOutcome = outcome
      default: break
      }
    }
  }

  // Those that must hold.
  private static func conditions(_ node: QueryNode) -> [Condition] {
    switch node {
    case .condition(let condition): [condition]
    case .all(let children): children.flatMap(conditions)
    default: []
    }
  }

  fileprivate func isMeant(_ fact: PlacedFact) -> Bool {
    if kind == .goal, let goalOutcome { return fact.outcome == goalOutcome }
    if kind == .amount, let sums { return fact.kronor.map(sums.contains) ?? false }
    return true
  }
}

/// Of a fact what a hit is shown by.
private struct PlacedFact: Decodable {
  var source: Evidence?
  var outcome: String?
  var value: Decimal?

  enum CodingKeys: String, CodingKey {
    case source, outcome
    case value = "value_sek"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    source = try container.decodeIfPresent(Evidence.self, forKey: .source)
    // Of a kind that has no outcome or sum, or another thing by that name, neither is asked.
    outcome = try? container.decodeIfPresent(String.self, forKey: .outcome)
    value = try? container.decodeIfPresent(Decimal.self, forKey: .value)
  }

  var kronor: Int64? { value.flatMap { Int64(exactly: NSDecimalNumber(decimal: abs($0)).doubleValue.rounded()) } }
}

/// The asked facts of one document, read without the rest of its facts.
struct AskedFactsOfDocument {
  private let facts: [PlacedFact]

  /// - Parameter packed: the document's facts as the archive keeps them; nil where it has none.
  /// - Throws: `DatabaseError` where they are damaged.
  init(_ packed: Data?, _ asked: AskedFacts) throws {
    guard let packed else {
      facts = []
      return
    }
    let damage = DatabaseError(resultCode: .SQLITE_CORRUPT, message: "facts")
    guard let data = Packing.unpack(packed) else { throw damage }
    let decoder = JSONDecoder()
    if let key = FactsOfKind.key { decoder.userInfo[key] = asked.kind }
    do {
      facts = try decoder.decode(FactsOfKind.self, from: data).facts.filter(asked.isMeant)
    } catch is DecodingError {
      throw damage
    }
  }

  /// Those whose place is in the printed lines of a section; of plain text those whose words stand in it.
  func evidence(in spans: [TextSection.Span], _ text: SectionWords) -> [Evidence] {
    let pages = Set(spans.map(\.page))
    return facts.compactMap(\.source).filter { evidence in
      guard pages.contains(evidence.page) else { return false }
      guard let box = evidence.boxes?.first else { return text.range(of: evidence.quote) != nil }
      return spans.contains { $0.page == evidence.page && Self.overlap($0.box, box) }
    }
  }

  // The middle of the one is within the other.
  private static func overlap(_ line: [Double]?, _ box: [Double]) -> Bool {
    guard let line, line.count == 4, box.count == 4 else { return false }
    let (middle, other) = ((line[1] + line[3]) / 2, (box[1] + box[3]) / 2)
    let isLevel = box[1]...max(box[1], box[3]) ~= middle || line[1]...max(line[1], line[3]) ~= other
    return isLevel && line[0] < box[2] && box[0] < line[2]
  }
}

private struct FactsOfKind: Decodable {
  static let key = CodingUserInfoKey(rawValue: "kind")
  var facts: [PlacedFact]

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    guard let kind = Self.key.flatMap({ decoder.userInfo[$0] }) as? AskedFact else {
      facts = []
      return
    }
    let container = try decoder.container(keyedBy: Name.self)
    let name = Name(stringValue: kind.rawValue + "s")
    switch kind {
    case .decision, .motion, .vote, .reservation:
      var paragraphs = try container.nestedUnkeyedContainer(forKey: Name(stringValue: "paragraphs"))
      facts = []
      while !paragraphs.isAtEnd { facts += try paragraphs.nestedContainer(keyedBy: Name.self).decode([PlacedFact].self, forKey: name) }
    case .goal, .assignment, .amount, .table, .indicator: facts = try container.decode([PlacedFact].self, forKey: name)
    }
  }
}

/// A section's text in which a quote is found again, whatever white space stands between its words.
struct SectionWords {
  let text: [UInt8]
  /// The same with one space for each run of white space, and where each of its bytes stands.
  private let plain: [UInt8]
  private let places: [Int]

  init(_ text: [UInt8]) {
    self.text = text
    var (plain, places): ([UInt8], [Int]) = ([], [])
    for (place, byte) in text.enumerated() {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isSpace, plain.last == 0x20 { continue }
      plain.append(isSpace ? 0x20 : byte)
      places.append(place)
    }
    self.plain = plain
    self.places = places
  }

  /// The bytes of the text in which the quote stands; nil where it does not.
  func range(of quote: String) -> Range<Int>? {
    let wanted = Array(quote.utf8)
    guard let first = wanted.first, let last = wanted.indices.last, plain.count >= wanted.count else { return nil }
    for start in 0...(plain.count - wanted.count) where plain[start] == first {
      if plain[start..<start + wanted.count].elementsEqual(wanted) { return places[start]..<places[start + last] + 1 }
    }
    return nil
  }
}
