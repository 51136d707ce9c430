extension Page {
  /// The boxes of a stretch of the clean text on the page as it is shown: one a line, the union of the words that the stretch touches.
  ///
  /// Furniture that the stretch runs across is left out, unless there is nothing else in it. Empty for plain text.
  public func boxes(of range: Range<Int>) -> [Box] {
    let touched = touchedLines(range)
    let running = touched.filter { !lines[$0].isFurniture }
    return (running.isEmpty ? touched : running).compactMap { box(of: range, in: lines[$0].words) }.map(shown)
  }

  /// Width and height of the page as it is shown; nil for plain text.
  var shownSize: PageSize? { turn?.shownSize ?? size }

  /// Where a box of the page as it was read stands on the page as it is shown.
  public func shown(_ box: Box) -> Box { turn?.shown(box) ?? box }

  /// How sure text recognition is of the least sure of the words that a stretch of the clean text touches, 0 to 1. Nil where the text is the file's
  /// own.
  public func confidence(of range: Range<Int>) -> Double? {
    guard confidences.count == words.count else { return nil }
    let touched = words.indices.filter { words[$0].range.overlaps(range) }
    return touched.map { confidences[$0] }.min().map { Double($0) / 100 }
  }

  /// The lines that a stretch of the clean text touches: their ranges rise.
  private func touchedLines(_ range: Range<Int>) -> [Int] {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return lines.indices[low...].prefix { lines[$0].range.lowerBound < range.upperBound }.filter { lines[$0].range.overlaps(range) }
  }

  private func box(of range: Range<Int>, in own: Range<Int>) -> Box? {
    var box: Box?
    for word in own where words[word].range.overlaps(range) { box = box?.union(words[word].box) ?? words[word].box }
    return box
  }
}
