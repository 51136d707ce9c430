internal import Facts

/// Which § of the one file is which of the other.
enum Pairing {
  /// By number, in order where a number comes again; what is left by diarienummer and title (a § that was numbered anew).
  static func pairs(_ old: [ParagrafFacts], _ new: [ParagrafFacts]) -> [(old: Int, new: Int)] {
    var free = Set(old.indices)
    var pairs: [(old: Int, new: Int)] = []
    var rest: [Int] = []
    for index in new.indices {
      let same = free.filter { old[$0].number == new[index].number }.min()
      guard let same else {
        rest.append(index)
        continue
      }
      free.remove(same)
      pairs.append((same, index))
    }
    for index in rest {
      guard let same = free.filter({ isSame(old[$0], new[index]) }).min() else { continue }
      free.remove(same)
      pairs.append((same, index))
    }
    return pairs.sorted { $0.new < $1.new }
  }

  private static func isSame(_ old: ParagrafFacts, _ new: ParagrafFacts) -> Bool {
    guard let before = old.title, let after = new.title else { return false }
    return Plain.folded(before) == Plain.folded(after) && old.diarienummer.map(Plain.caseNumber) == new.diarienummer.map(Plain.caseNumber)
  }
}
