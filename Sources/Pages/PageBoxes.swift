extension Page {
  /// The boxes of a stretch of the clean text: one a line, the union of the words that the stretch touches.
  ///
  /// Furniture that the stretch runs across is left out, unless there is nothing else in it. Empty for plain text.
  public func boxes(of range: Range<Int>) -> [Box] {
    let touched = lines.filter { $0.range.overlaps(range) }
    let running = touched.filter { !$0.isFurniture }
    return (running.isEmpty ? touched : running).compactMap { box(of: range, in: $0) }
  }

  private func box(of range: Range<Int>, in line: Line) -> Box? {
    let boxes = words[line.words].filter { $0.range.overlaps(range) }.map(\.box)
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }
}
