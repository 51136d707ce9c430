import Pages

/// A page whose text runs up or down (a table laid on its side) is read as if the sheet were turned.
struct TurnedPage {
  /// The share of the page's words that runs one way.
  private static let share = 0.6

  /// How the page has to be turned for most of its words to run from left to right; nil where they do.
  /// - Parameter size: of the page as it is shown.
  static func turn(of pieces: [Piece], size: PageSize) -> PageTurn? {
    var counts = (all: 0, up: 0, down: 0)
    for piece in pieces where piece.count > 1 {
      counts.all += 1
      if piece.direction == .up { counts.up += 1 } else if piece.direction == .down { counts.down += 1 }
    }
    let enough = Double(counts.all) * share
    guard counts.all > 0, Double(max(counts.up, counts.down)) > enough else { return nil }
    return PageTurn(degrees: counts.up > counts.down ? clockwise : counterclockwise, shownSize: size)
  }

  private static let clockwise = 90.0
  private static let counterclockwise = 270.0

  /// The pieces as they stand on the turned page.
  static func turned(_ pieces: [Piece], _ turn: PageTurn) -> [Piece] {
    var turned = pieces
    for index in turned.indices {
      turned[index].box = turn.read(pieces[index].box)
      turned[index].direction = direction(pieces[index], turn)
    }
    PieceReader.turnSingles(&turned)
    return turned
  }

  /// A single glyph shows no direction: on a turned page it is taken to run as most do.
  private static func direction(_ piece: Piece, _ turn: PageTurn) -> Piece.Direction {
    let isClockwise = turn.degrees == clockwise
    let upright: Piece.Direction = isClockwise ? .up : .down
    if piece.direction == upright || piece.count == 1 { return .across }
    guard piece.direction == .across else { return piece.direction == .up ? .down : .up }
    return isClockwise ? .down : .up
  }
}
