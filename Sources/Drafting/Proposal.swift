/// A line that a draft proposes for an overlay.
struct Proposal {
  /// As an overlay writes it.
  var form: String
  /// How many lines of the samples it is drawn from.
  var count: Int
  /// One of them.
  var example: String
  /// What is unsure about it, in a Swedish sentence; nil where nothing is.
  var doubt: String?
}

extension Array where Element: Hashable {
  /// The element that occurs most often, the first of several; nil where there is none.
  var mostCommon: Element? {
    var counts: [Element: Int] = [:]
    for element in self { counts[element, default: 0] += 1 }
    let most = counts.values.max()
    return first { counts[$0] == most }
  }
}
