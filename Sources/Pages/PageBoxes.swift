extension Page {
  /// The boxes of a stretch of the clean text on the printed page: one a line, the union of the words that the stretch touches.
  ///
  /// Furniture that the stretch runs across is left out, unless there is nothing else in it. Empty for plain text.
  public func boxes(of range: Range<Int>) -> [Box] {
    let touched = lines.filter { $0.range.overlaps(range) }
    let running = touched.filter { !$0.isFurniture }
    return (running.isEmpty ? touched : running).compactMap { box(of: range, in: $0) }.map(printed)
  }

  private func box(of range: Range<Int>, in line: Line) -> Box? {
    let boxes = words[line.words].filter { $0.range.overlaps(range) }.map(\.box)
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }

  /// Width and height of the printed page; nil for plain text.
  var printedSize: PageSize? { turn == .none ? size : size.map { PageSize(width: $0.height, height: $0.width) } }

  /// Where a box of the page as it is read stands on the printed page: the same, unless the page is turned.
  public func printed(_ box: Box) -> Box {
    guard let size else { return box }
    switch turn {
    case .none: return box
    case .clockwise: return Box(x0: box.y0, y0: size.width - box.x1, x1: box.y1, y1: size.width - box.x0)
    case .counterclockwise: return Box(x0: size.height - box.y1, y0: box.x0, x1: size.height - box.y0, y1: box.x1)
    }
  }
}
