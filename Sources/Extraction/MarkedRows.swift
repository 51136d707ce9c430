/// The head of a column of a vote list, with the place where it stands.
struct VoteColumn {
  var side: VoteSide
  var place: ClosedRange<Double>
  var middle: Double { (place.lowerBound + place.upperBound) / 2 }
}

/// The columns of sides that one line heads.
struct VoteHead {
  var columns: [VoteColumn]
  /// Where the word before the first side ends (points; characters in plain text): a head set in the middle of its column has marks to its left.
  var endOfName: Double?
  /// Where the column begins and ends that names who voted instead of the member beside.
  var substitutes: ClosedRange<Double>?
}

/// The members of a vote list with the marks behind their names. Which side a mark is of is told when the list has ended: a sum below it may show
/// that the marks do not stand in the middle, below their heads.
struct MarkedRows {
  /// How the marks stand below heads: by the middle of each, or at the edge of a column whose head is set in its middle.
  private enum Setting: CaseIterable {
    case middle, left, right
  }

  private struct Row {
    var name: String
    /// The middle of each mark, as `VoteColumn.middle`.
    var marks: [Double]
    var columns: [VoteColumn]
  }

  private var rows: [Row] = []

  mutating func add(_ name: String, marks: [Double], below columns: [VoteColumn]) {
    rows.append(Row(name: name, marks: marks, columns: columns))
  }

  /// Adds the ballots: as the sum row tells them where one reading of the marks agrees with it, else below the nearest heads.
  ///
  /// - Parameter sums: the numbers of the sum row, from left to right; empty where the list has none.
  /// - Returns: whether they agree with the sum row.
  func add(to ballots: inout Ballots, sums: [Int]) -> Bool {
    let own = (sums.isEmpty ? [Setting.middle] : Setting.allCases).map(read)
    let wanted = sums.filter { $0 != 0 }
    let agreeing = own.first { counts($0) == wanted }
    guard let taken = agreeing ?? own.first else { return sums.isEmpty }
    for row in taken { ballots.add(row.name, row.side) }
    return agreeing != nil || sums.isEmpty
  }

  private func read(_ setting: Setting) -> [(name: String, side: VoteSide)] {
    rows.flatMap { row in row.marks.compactMap { mark in side(of: mark, row.columns, setting).map { (row.name, $0) } } }
  }

  private func side(of mark: Double, _ columns: [VoteColumn], _ setting: Setting) -> VoteSide? {
    let near = columns.filter { column in
      switch setting {
      case .middle: true
      case .left: column.middle >= mark
      case .right: column.middle <= mark
      }
    }
    return near.min { abs($0.middle - mark) < abs($1.middle - mark) }?.side
  }

  /// How many each side has, from left to right, without those that have none.
  private func counts(_ read: [(name: String, side: VoteSide)]) -> [Int] {
    let columns = rows.first?.columns.sorted { $0.middle < $1.middle } ?? []
    return columns.map { column in read.count { $0.side == column.side } }.filter { $0 != 0 }
  }
}
