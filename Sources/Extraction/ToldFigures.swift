internal import Facts
internal import Rules

/// The key figures that a stretch of running text has told so far: a later sentence may go back to the last of them ("2021 låg andelen på 86 %").
struct ToldFigures {
  /// The figures of one sentence.
  struct Group {
    var indicators: [Indicator]
    /// Whether the first is the whole and the others its parts.
    var hasWhole: Bool
  }

  let rules: RuleSet
  private(set) var groups: [Group] = []

  init(rules: RuleSet) { self.rules = rules }

  mutating func add(_ group: Group) { groups.append(group) }

  /// Takes a sentence that tells an earlier year's value. Where it is not certain which figure it is of, it is left out.
  /// - Parameter reported: the year that the text is of, where it is known.
  mutating func goBack(_ text: [UInt8], reported: String?) {
    for rule in rules.rules(in: .indicatorBack, near: text) {
      guard let match = rule.firstMatch(in: text) else { continue }
      let told = rules.values(of: rule, for: match, in: text)
      guard let value = told["value"], let group = groups.lastIndex(where: { Self.isOf($0, told) }) else { return }
      let concerned = told["both"] != nil ? Array(groups[group].indicators.indices) : [0]
      for index in concerned {
        let newest = groups[group].indicators[index].values.keys.max() ?? reported
        guard let newest, let year = IndicatorYears.year(told["year"], before: newest), year < newest else { continue }
        let known = groups[group].indicators[index].values[year]
        groups[group].indicators[index].values[year] = known ?? value
      }
      return
    }
  }

  /// Whether the words can be of the group: of the same sort, with the same noun where they have one, and of one figure or of all.
  private static func isOf(_ group: Group, _ told: [String: String]) -> Bool {
    let isSingle = group.indicators.count == 1 || group.hasWhole
    guard (told["both"] != nil) != isSingle || isSingle && told["both"] == nil, let value = told["value"] else { return false }
    let isShare = group.indicators.allSatisfy { $0.values.values.allSatisfy { self.isShare($0) == self.isShare(value) } }
    let noun = told["noun"]?.lowercased()
    return isShare && noun.map { word in group.indicators[0].name.lowercased().contains(word) } ?? true
  }

  private static func isShare(_ value: String) -> Bool { value.contains("%") || value.contains("procent") }
}
