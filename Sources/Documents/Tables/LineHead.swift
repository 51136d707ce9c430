/// A table's head that came out as lines of words: "Konto Utfall Budget Avvikelse mot" / "Budget 2023".
struct LineHead {
  /// What stands above the labels.
  private(set) var label: [String] = []
  private(set) var names: [String] = []
  /// Whether each column holds words and no figures.
  private(set) var isText: [Bool] = []
  /// Whether names were glued together: the order of the columns is lost.
  private(set) var isGlued = false
  /// Whether each name was put together of two that came out one after the other: a name that is not known may follow them, and be lost.
  private(set) var isPaired = false
  /// The unit that stands beside the names.
  private(set) var unit: String?
  private var words: TableWords
  /// "mot": the next name belongs to this one.
  private var isOpen = false
  private var takesYear = false
  /// Names of a level above, each over the same number of columns.
  private var upper: [String] = []

  private static let mostLabelWords = 6

  init(words: TableWords) { self.words = words }

  /// Whether the line can be the head's first: names of columns, after some words at the most.
  mutating func begin(_ line: [String]) -> Bool {
    read(line) && !names.isEmpty
  }

  /// Whether it names goals or the like and their assessment alone: "Nämndens mål Bedömning".
  var isOfAssessments: Bool {
    guard names.count == 1, isText[0], !isGlued, let last = label.last else { return false }
    // "2 Måluppfyllelse", "Mål och Måluppfyllelse" is a heading.
    return label.contains { $0.contains(where: \.isLetter) } && !words.goesOn(after: last)
  }

  /// Whether the names are those of a table: two or more, not one with a year after it; or one of assessments.
  var isWhole: Bool {
    if isOfAssessments { return true }
    guard names.count > 1 else { return false }
    let years = names.count(where: { CellShape($0) == .year })
    return years > 1 || names.count - years > 1
  }

  /// "Avvik.Budget": two names in one word.
  private static func isGlued(_ word: String) -> Bool {
    guard word.utf8.contains(UInt8(ascii: ".")), let dot = word.firstIndex(of: "."), dot > word.startIndex else { return false }
    return word[word.index(after: dot)...].first?.isUppercase == true
  }

  /// Takes a further line of the head; false where it is none.
  mutating func goOn(_ line: [String]) -> Bool {
    var next = self
    if line.count == 1, let last = names.last, !words.isHead(Array(last.utf8)), startsInLowerCase(Array(line[0].utf8)) {
      next.names[names.count - 1] = last + line[0]
      next.noteText()
      self = next
      return true
    }
    if secondLevel(line) { return true }
    let known = next.label.count
    guard next.read(line), next.label.count == known, next.names.count > names.count || next.names != names else { return false }
    self = next
    return true
  }

  /// A line with the same names again and again, the same number under each name of the line above.
  private mutating func secondLevel(_ line: [String]) -> Bool {
    var lower = LineHead(words: words)
    guard upper.isEmpty, lower.read(line), lower.label.isEmpty, names.count > 1 else { return false }
    let count = lower.names.count
    guard count > names.count, count % names.count == 0 else { return false }
    let period = count / names.count
    guard (0..<count).allSatisfy({ lower.names[$0] == lower.names[$0 % period] }) else { return false }
    upper = names
    names = (0..<count).map { "\(upper[$0 / period]) \(lower.names[$0])" }
    isText = lower.isText
    return true
  }

  /// The same head where the first name stands above the labels; nil where something else does.
  var withFirstNameAsLabel: LineHead? {
    guard label.isEmpty, upper.isEmpty, names.count > 2 else { return nil }
    var other = self
    other.label = [other.names.removeFirst()]
    other.isText.removeFirst()
    return other
  }

  /// The head with each name of two lines as one, where the names came out one after the other: "Intäkter", "Budget", "Intäkter", "Redov.", "Kostnader",
  /// "Budget", ... Nil for any other head.
  var withPairedNames: LineHead? {
    guard names.count > 3, names.count % 2 == 0, upper.isEmpty else { return nil }
    let pairs = stride(from: 0, to: names.count, by: 2).map { (upper: names[$0], lower: names[$0 + 1]) }
    guard pairs[0].upper == pairs[1].upper, Set(pairs.map { "\($0.upper) \($0.lower)" }).count == pairs.count else { return nil }
    let groups = Dictionary(grouping: pairs, by: \.upper)
    guard groups.count > 1, Set(groups.values.map { $0.map(\.lower) }).count == 1 else { return nil }
    var other = self
    other.upper = pairs.map(\.upper)
    other.isPaired = true
    other.names = pairs.map { "\($0.upper) \($0.lower)" }
    other.isText = stride(from: 1, to: names.count, by: 2).map { isText[$0] }
    return other
  }

  private mutating func read(_ line: [String]) -> Bool {
    for word in line {
      isGlued = isGlued || Self.isGlued(word)
      if !names.isEmpty, word.utf8.count == 3, word.lowercased() == "mot" {
        names[names.count - 1] += " \(word)"
        isOpen = true
      } else if isModifier(word) || takesYear && CellShape(word) == .year {
        guard !names.isEmpty else { return false }
        if word != "%", words.isCompanion(word), words.isUnit(word) { unit = unit ?? word } else { names[names.count - 1] += " \(word)" }
        if CellShape(word) == .year { takesYear = false }
      } else if isOpen {
        names[names.count - 1] += " \(word)"
        isOpen = false
        takesYear = true
      } else if !addName(word) {
        guard names.isEmpty, label.count < Self.mostLabelWords else { return false }
        label.append(word)
      }
    }
    return true
  }

  private mutating func addName(_ word: String) -> Bool {
    let isName = words.isHead(Array(word.utf8)) && (word.first?.isUppercase == true || CellShape(word) == .year)
    guard isName || !names.isEmpty && words.isHeadStump(word) else { return false }
    names.append(word)
    isText.append(false)
    noteText()
    takesYear = words.takesYear(word)
    return true
  }

  private mutating func noteText() { isText[names.count - 1] = words.isTextColumn(names[names.count - 1]) }

  /// "8,", "-23" and the like belong to the name before them.
  private func isModifier(_ word: String) -> Bool {
    guard !names.isEmpty else { return false }
    let isSmallName = word.first?.isLowercase == true && words.isHead(Array(word.utf8)) && !isOpen
    if words.isCompanion(word) || isSmallName { return true }
    let digits = word.drop { $0 == "-" || $0 == "–" }.prefix { $0.isNumber }
    return (1...2).contains(digits.count) && word.count <= digits.count + 2 && takesYear
  }
}
