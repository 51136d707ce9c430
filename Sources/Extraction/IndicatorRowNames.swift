internal import Documents

/// Names the rows of a table of key figures so that each name can be read without the table.
///
/// "Kvinnor" and "29 år eller yngre" are parts of what stands above them, and a label that comes again is told by the heading that it stands under.
struct IndicatorRowNames {
  private let rows: [Table.Row]
  private let title: String?
  private let kinds: [Kind]
  /// Labels of more than one row.
  private let repeated: Set<String>

  private enum Kind {
    case heading
    /// A measure by itself.
    case measure
    /// All of a measure, whose parts may follow.
    case whole
    /// "Varav" something: of the measure above.
    case share
    /// A sex or an age.
    case group
  }

  /// - Parameter hasParts: whether the column beside the labels is none of figures, so that it may name parts of what the labels name.
  init(_ table: Table, words: IndicatorWords, hasParts: Bool) {
    rows = hasParts ? Self.parted(Self.named(table.rows)) : Self.named(table.rows)
    title = table.title.map(words.withoutNumber)
    kinds = rows.map { row in
      if row.isHeading { return .heading }
      return switch words.kind(of: row.label) {
      case "hela måttet": .whole
      case "delgrupp": .group
      case "del": .share
      default: .measure
      }
    }
    let labels = rows.filter { !$0.isHeading && !$0.label.isEmpty }.map(\.label)
    repeated = Set(Dictionary(grouping: labels) { $0 }.filter { $0.value.count > 1 }.keys)
  }

  /// Rows with codes for labels by what is written beside these ("345 | Fritidsgårdar").
  private static func named(_ rows: [Table.Row]) -> [Table.Row] {
    let bearing = rows.filter { !$0.isHeading }
    guard bearing.contains(where: { !$0.label.isEmpty }), bearing.allSatisfy({ $0.label.allSatisfy(\.isNumber) && isName($0.values.first) })
    else { return rows }
    return rows.map { row in
      var row = row
      if !row.isHeading { row.label = row.values.first.flatMap { $0 } ?? "" }
      return row
    }
  }

  /// Rows of which several have one label, or the later ones none, by that and by what is written beside it ("Förskola | Kommunal", "Förskola | Fristående"):
  /// the label alone is of them all.
  private static func parted(_ rows: [Table.Row]) -> [Table.Row] {
    let bearing = rows.filter { !$0.isHeading && isName($0.values.first) }
    let labels = bearing.map(\.label)
    guard let first = labels.first, !first.isEmpty, Set(labels).count < labels.count || labels.contains(""),
      bearing.allSatisfy({ ($0.values[0]?.count ?? 0) <= longestPart })
    else { return rows }
    var label = ""
    return rows.map { row in
      var row = row
      if !row.label.isEmpty { label = row.label }
      if !row.isHeading, !label.isEmpty, isName(row.values.first), let part = row.values.first ?? nil { row.label = "\(label) - \(part)" }
      return row
    }
  }

  /// Letters; a longer text beside a label comments on it.
  private static let longestPart = 40

  private static func isName(_ value: String??) -> Bool { (value ?? nil)?.first?.isLetter ?? false }

  /// One a row: the label, after what it is a part of.
  var names: [String] {
    rows.indices.map { index in
      let label = rows[index].label
      guard !label.isEmpty else { return "" }
      return owner(of: index).map { "\($0) - \(Self.withoutMark(label))" } ?? label
    }
  }

  /// One a row, of a measure that all the labels are parts of: after it the row above that a share or a label that comes again is of.
  func names(of measure: String) -> [String] {
    rows.indices.map { index in
      let owner = kinds[index] == .share ? ownerOfShare(index) : repeated.contains(rows[index].label) ? ownerOfRepeated(index) : nil
      return [measure, owner, rows[index].label].compactMap(\.self).joined(separator: " - ")
    }
  }

  /// The label of an item without its mark: in "– 29 år" it is one, in "–29 år" it is a part of the age.
  private static func withoutMark(_ label: String) -> Substring {
    let isMarked = label.dropFirst().first == " " && label.first.map { "-–•".contains($0) } ?? false
    return isMarked ? label.dropFirst(2) : label[...]
  }

  /// What the row's label is a part of; nil where it says all itself.
  private func owner(of index: Int) -> String? {
    switch kinds[index] {
    case .heading: nil
    case .group: ownerOfGroup(index)
    case .share: ownerOfShare(index) ?? title
    case .measure, .whole: repeated.contains(rows[index].label) ? last(before: index) { $0 == .heading } : nil
    }
  }

  /// The measure above, or the heading where the first rows under it are shares of what it names; a share of each group is of the one above.
  private func ownerOfShare(_ index: Int) -> String? {
    let isOfGroups = repeated.contains(rows[index].label)
    return last(before: index) { $0 == .measure || $0 == .whole || $0 == .heading || $0 == .group && isOfGroups }
  }

  private func ownerOfRepeated(_ index: Int) -> String? {
    last(before: index) { $0 == .heading || kinds[index] == .group && ($0 == .measure || $0 == .whole) }
  }

  /// A group is of the measure above it; where several stand there, of the whole that the table begins with.
  private func ownerOfGroup(_ index: Int) -> String? {
    let isAbove = { (kind: Kind) in kind == .measure || kind == .whole || kind == .heading }
    if repeated.contains(rows[index].label) { return last(before: index, where: isAbove) ?? title }
    let measures = rows.indices.filter { kinds[$0] == .measure || kinds[$0] == .whole }
    guard let first = measures.first else { return last(before: index) { $0 == .heading } ?? title }
    return kinds[first] == .whole || measures.count == 1 && first < index ? rows[first].label : title
  }

  private func last(before index: Int, where isWanted: (Kind) -> Bool) -> String? {
    rows.indices[..<index].last { isWanted(kinds[$0]) && !rows[$0].label.isEmpty }.map { rows[$0].label }
  }
}
