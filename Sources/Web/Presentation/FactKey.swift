internal import Corrections
internal import Facts

/// Which fact of a document or of one of its § is meant, as addresses name it: "beslut-2".
struct FactKey: Sendable, Equatable {
  var list: FactList
  /// Counts from 1.
  var number: Int

  init(_ list: FactList, _ number: Int) {
    self.list = list
    self.number = number
  }

  /// Nil where it is none.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let list = FactList(rawValue: String(parts[0])), let number = Int(parts[1]), number > 0 else { return nil }
    self.init(list, number)
  }

  var text: String { "\(list.rawValue)-\(number)" }

  /// - Parameter paragraf: the key of the chosen §; empty for none.
  func place(paragraf: String) -> FactPlace { FactPlace(list, number, paragraf: list.isOfParagraf ? paragraf : nil) }
}
