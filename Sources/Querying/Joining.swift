extension QueryNode {
  /// All of them; the only one itself; nil for none.
  static func joined(_ nodes: [QueryNode]) -> QueryNode? {
    let flat = nodes.flatMap { node in if case .all(let children) = node { children } else { [node] } }
    return flat.count > 1 ? .all(flat) : flat.first
  }

  /// Any of them; the only one itself; nil for none.
  static func joinedAny(_ nodes: [QueryNode]) -> QueryNode? {
    let flat = nodes.flatMap { node in if case .any(let children) = node { children } else { [node] } }
    return flat.count > 1 ? .any(flat) : flat.first
  }

  /// Words, phrases and prefixes have places in a text.
  var mayBeNear: Bool {
    switch self {
    case .word, .phrase, .prefix, .near: true
    default: false
    }
  }

  /// What `a NEAR b` joins with a third: `a` and `b`.
  var nearChildren: [QueryNode] { if case .near(let children, _) = self { children } else { [self] } }

  var plainWord: QueryWord? { if case .word(let word) = self { word } else { nil } }

  var nearDistance: Int? { if case .near(_, let within) = self { within } else { nil } }

  var hasCondition: Bool {
    switch self {
    case .condition, .heading: true
    case .all(let children), .any(let children): children.contains(where: \.hasCondition)
    case .not(let child): child.hasCondition
    default: false
    }
  }
}
