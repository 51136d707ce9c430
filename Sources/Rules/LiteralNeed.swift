/// What must stand in any text that a pattern matches, as far as its literals tell: read from the pattern's source (PCRE2 syntax).
///
/// It errs on one side only: a text without what is needed has no match; one that has it may or may not match.
struct LiteralNeed: Sendable {
  /// Bits that every match has, see `TextSignature`.
  private(set) var all: [UInt16] = []
  /// Every match has, of each of these, all the bits of at least one branch. Those that rule out most first.
  private(set) var choices: [[[UInt16]]] = []

  /// An alternation of more branches than this is not looked into: testing it would cost what matching costs.
  private static let mostBranches = 600
  /// The same of alternations one after the other.
  private static let mostChoices = 3

  init() {}

  /// Written down: the number of bits that all have and the bits; the number of choices, and of each how much follows: of each branch the number
  /// of its bits and the bits.
  var list: [UInt16] {
    var list = [UInt16(all.count)] + all
    list.append(UInt16(choices.count))
    for choice in choices {
      let branches = choice.flatMap { [UInt16($0.count)] + $0 }
      list.append(UInt16(branches.count))
      list += branches
    }
    return list
  }

  /// Whether a text with these bits has what is needed, of what `list` wrote.
  static func isMet(_ list: UnsafeBufferPointer<UInt16>, by signature: TextSignature.Bits) -> Bool {
    list.baseAddress.map { isMet($0, by: signature) } ?? true
  }

  /// The same, of what begins at a place.
  static func isMet(_ list: UnsafePointer<UInt16>, by signature: TextSignature.Bits) -> Bool {
    guard signature.hasAll(list + 1, count: Int(list[0])) else { return false }
    var place = list + 1 + Int(list[0])
    let choices = place[0]
    place += 1
    for _ in 0..<choices {
      let end = place + 1 + Int(place[0])
      place += 1
      while place < end, !signature.hasAll(place + 1, count: Int(place[0])) { place += 1 + Int(place[0]) }
      guard place < end else { return false }
      place = end
    }
    return true
  }

  /// The bits to look for first, and what else is needed where they are found.
  struct Gates {
    /// One of these is needed: the bits as `TextSignature.Bits.hasAll(at:)` reads them, of each the one that the fewest texts have.
    var ways: [(rarest: UInt16, bits: [UInt16])]
    /// What is needed beside one of the ways, as `list` has it.
    var rest: [UInt16]
  }

  /// Nil where nothing is needed.
  /// - Parameter counts: how many texts have each bit.
  func gates(_ counts: [Int]) -> Gates? {
    func way(_ bits: [UInt16]) -> (rarest: UInt16, bits: [UInt16])? {
      bits.min { counts[Int($0)] < counts[Int($1)] }.map { ($0, [UInt16(bits.count)] + bits) }
    }
    func chance(_ gates: Gates) -> Int { gates.ways.reduce(0) { $0 + counts[Int($1.rarest)] } }
    var found = choices.indices.filter { !choices[$0].contains(where: \.isEmpty) }.map { index in
      var rest = self
      rest.choices.remove(at: index)
      return Gates(ways: choices[index].compactMap(way), rest: rest.list)
    }
    if let way = way(all) {
      var rest = self
      rest.all = []
      found.append(Gates(ways: [way], rest: rest.list))
    }
    return found.min { chance($0) < chance($1) }
  }

  mutating func add(literal: [UInt8]) { all += TextSignature.bits(of: literal) }

  mutating func addDigit() { all.append(TextSignature.digit) }

  /// Both are needed. Of many choices those are kept that rule out most.
  mutating func add(_ other: LiteralNeed) {
    all += other.all
    if other.choices.isEmpty { return }
    let both = (choices + other.choices).map { (choice: $0, chance: Self.chance(of: $0)) }
    choices = both.sorted { $0.chance < $1.chance }.prefix(Self.mostChoices).map(\.choice)
  }

  /// How likely a text is to have one of the branches though nothing of them stands in it: a line of text sets up to a quarter of the bits.
  private static func chance(of choice: [[UInt16]]) -> Double {
    choice.reduce(0) { $0 + 1 / Double(1 << (2 * min($1.count, 20))) }
  }

  /// One of several is needed.
  static func either(_ branches: [LiteralNeed]) -> LiteralNeed {
    if branches.count == 1 { return branches[0] }
    var choice: [[UInt16]] = []
    for branch in branches {
      if !branch.all.isEmpty {
        choice.append(branch.all)
      } else if let own = branch.choices.first {
        choice += own
      } else {
        return LiteralNeed()
      }
      if choice.count > mostBranches { return LiteralNeed() }
    }
    var need = LiteralNeed()
    need.choices = [choice]
    return need
  }
}
