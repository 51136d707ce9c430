// Words near each other: `NEAR(a b, 5)`, `a NÄRA b`.

extension QueryParser {
  private static let usualDistance = 10

  /// `NEAR(a b, 5)`, or NEAR between two terms.
  mutating func readNear(_ near: QueryToken, _ distance: Int?, _ nodes: inout [QueryNode]) {
    if let current = token, case .open = current.kind, current.place.lowerBound == near.place.upperBound {
      if let node = readNearList(current, distance) { nodes.append(node) }
      return
    }
    guard let left = nodes.last, left.mayBeNear, mayBeginTerm, let right = readTerm() else { return noteDangling(near.place) }
    guard right.mayBeNear else {
      noteNear(near.place)
      return nodes.append(right)
    }
    nodes[nodes.count - 1] = .near(left.nearChildren + [right], within: distance ?? left.nearDistance ?? Self.usualDistance)
  }

  private mutating func readNearList(_ open: QueryToken, _ distance: Int?) -> QueryNode? {
    advance()
    var nodes: [QueryNode] = []
    var within = distance
    while let current = token {
      if case .close = current.kind { break }
      if case .distance(let number) = current.kind {
        within = min(number, QueryLimits.near)
        advance()
      } else if mayBeginTerm {
        if let node = readTerm() { nodes.append(node) }
      } else {
        noteDangling(current.place)
        advance()
      }
    }
    close(open)
    guard nodes.count > 1, nodes.allSatisfy(\.mayBeNear) else {
      noteNear(open.place)
      return QueryNode.joined(nodes)
    }
    return .near(nodes, within: within ?? Self.usualDistance)
  }

  private mutating func noteNear(_ place: Range<Int>) {
    notes.add(place, "NÄRA behöver minst två ord eller fraser; orden söks var för sig")
  }
}
