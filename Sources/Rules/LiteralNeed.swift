/// What must stand in any text that a pattern matches, as far as its literals tell: read from the pattern's source (PCRE2 syntax).
///
/// It errs on one side only: a text without what is needed has no match; one that has it may or may not match.
struct LiteralNeed: Sendable {
  /// Bits that every match has, see `TextSignature`.
  private(set) var all: [UInt16] = []
  /// Every match has, of each of these, what one branch needs. Those that rule out most first.
  private(set) var choices: [Choice] = []

  /// Branches of which every match has all the bits of at least one.
  struct Choice: Sendable {
    /// Of each branch the number of its bits and the bits.
    private(set) var list: [UInt16] = []
    private(set) var count = 0
    /// How likely a text is to have one of the branches though nothing of them stands in it: a line of text sets up to a quarter of the bits.
    private(set) var chance = 0.0

    mutating func add(_ bits: [UInt16]) {
      list.append(UInt16(bits.count))
      list += bits
      count += 1
      chance += 1 / Double(1 << (2 * min(bits.count, 20)))
    }

    mutating func add(_ other: Choice) {
      list += other.list
      count += other.count
      chance += other.chance
    }

    /// The bits of each branch.
    var branches: [ArraySlice<UInt16>] {
      var branches: [ArraySlice<UInt16>] = []
      var rest = list[...]
      while !rest.isEmpty { branches.append(LiteralNeed.counted(&rest)) }
      return branches
    }
  }

  /// An alternation of more branches than this is not looked into: testing it would cost what matching costs.
  private static let mostBranches = 600
  /// The same of alternations one after the other.
  private static let mostChoices = 3

  init() {}

  /// What `list` wrote.
  init(list: [UInt16]) {
    var rest = list[...]
    all = Array(Self.counted(&rest))
    let count = rest.popFirst() ?? 0
    for _ in 0..<count {
      var branches = Self.counted(&rest)
      var choice = Choice()
      while !branches.isEmpty { choice.add(Array(Self.counted(&branches))) }
      choices.append(choice)
    }
  }

  /// So many as the first number says.
  private static func counted(_ rest: inout ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    let count = Int(rest.popFirst() ?? 0)
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// Written down: the number of bits that all have and the bits; the number of choices, and of each how much follows: of each branch the number
  /// of its bits and the bits.
  var list: [UInt16] {
    var list = [UInt16(all.count)] + all
    list.append(UInt16(choices.count))
    for choice in choices {
      list.append(UInt16(choice.list.count))
      list += choice.list
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
    func way(_ bits: ArraySlice<UInt16>) -> (rarest: UInt16, bits: [UInt16])? {
      bits.min { counts[Int($0)] < counts[Int($1)] }.map { ($0, [UInt16(bits.count)] + bits) }
    }
    func chance(_ ways: [(rarest: UInt16, bits: [UInt16])]) -> Int { ways.reduce(0) { $0 + counts[Int($1.rarest)] } }
    let possible = choices.map { $0.branches.compactMap(way) } + (way(all[...]).map { [[$0]] } ?? [])
    guard let best = possible.indices.min(by: { chance(possible[$0]) < chance(possible[$1]) }) else { return nil }
    var rest = self
    if best < choices.count { rest.choices.remove(at: best) } else { rest.all = [] }
    return Gates(ways: possible[best], rest: rest.list)
  }

  mutating func add(literal: [UInt8]) {
    if !literal.isEmpty { all += TextSignature.bits(of: literal) }
  }

  mutating func addDigit() { all.append(TextSignature.digit) }

  /// Both are needed. Of many choices those are kept that rule out most.
  mutating func add(_ other: LiteralNeed) {
    all += other.all
    if other.choices.isEmpty { return }
    choices += other.choices
    choices.sort { $0.chance < $1.chance }
    if choices.count > Self.mostChoices { choices.removeLast(choices.count - Self.mostChoices) }
  }

  /// One of several is needed.
  static func either(_ branches: [LiteralNeed]) -> LiteralNeed {
    if branches.count == 1 { return branches[0] }
    var choice = Choice()
    for branch in branches {
      if !branch.all.isEmpty {
        choice.add(branch.all)
      } else if let own = branch.choices.first {
        choice.add(own)
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
