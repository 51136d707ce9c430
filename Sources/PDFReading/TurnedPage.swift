import Pages

/// A page whose text runs up or down (a table laid on its side) is read as if the sheet were turned.
struct TurnedPage {
  /// The share of the page's words that runs one way.
  private static let share = 0.6

  /// How the page has to be turned for most of its words to run from left to right.
  static func turn(of pieces: [Piece]) -> Turn {
    var counts = (all: 0, up: 0, down: 0)
    for piece in pieces where piece.count > 1 {
      counts.all += 1
      if piece.direction == .up { counts.up += 1 } else if piece.direction == .down { counts.down += 1 }
    }
    let enough = Double(counts.all) * share
    return counts.all > 0 && Double(counts.up) > enough ? .clockwise : Double(counts.down) > enough ? .counterclockwise : .none
  }

  /// The pieces as they stand on the turned page.
  /// - Parameter size: the printed page's.
  static func turned(_ pieces: [Piece], _ turn: Turn, size: PageSize) -> [Piece] {
    var turned = pieces
    for index in turned.indices {
      turned[index].box = box(pieces[index].box, turn, size)
      turned[index].direction = direction(pieces[index], turn)
    }
    PieceReader.turnSingles(&turned)
    return turned
  }

  private static func box(_ box: Box, _ turn: Turn, _ size: PageSize) -> Box {
    switch turn {
    case .none: box
    case .clockwise: Box(x0: size.height - box.y1, y0: box.x0, x1: size.height - box.y0, y1: box.x1)
    case .counterclockwise: Box(x0: box.y0, y0: size.width - box.x1, x1: box.y1, y1: size.width - box.x0)
    }
  }

  /// A single glyph shows no direction: on a turned page it is taken to run as most do.
  private static func direction(_ piece: Piece, _ turn: Turn) -> Piece.Direction {
    let upright: Piece.Direction = turn == .clockwise ? .up : .down
    if piece.direction == upright || piece.count == 1 { return .across }
    guard piece.direction == .across else { return piece.direction == .up ? .down : .up }
    return turn == .clockwise ? .down : .up
  }
}
