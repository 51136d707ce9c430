extension Page {
  /// Where the text in the range begins, in points; nil for plain text.
  public func start(of range: Range<Int>) -> Double? { words(in: range).first?.box.x0 }

  /// Where the text in the range ends, in points; nil for plain text.
  public func end(of range: Range<Int>) -> Double? { words(in: range).last?.box.x1 }

  /// The words in the range, found by halving since they stand in order.
  public func words(in range: Range<Int>) -> ArraySlice<Word> {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return words[low...].prefix { $0.range.lowerBound < range.upperBound }
  }
}
