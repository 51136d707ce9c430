internal import Facts

/// The page and the printed lines in which a hit stands.
struct HitPlace: Equatable {
  var page: Int
  var boxes: [[Double]]

  init(page: Int, boxes: [[Double]]) {
    self.page = page
    self.boxes = boxes
  }

  /// The lines that hold the hits shown, on the page of the first of them.
  init(of hits: [Range<Int>], spans: [TextSection.Span]) {
    let lines = hits.flatMap { hit in Self.lines(hit, spans) }
    page = lines.first.map { spans[$0].page } ?? spans.first?.page ?? 1
    var boxes: [[Double]] = []
    for line in lines where spans[line].page == page {
      if let box = spans[line].box, !boxes.contains(box) { boxes.append(box) }
    }
    self.boxes = boxes
  }

  /// A whole heading.
  init(heading spans: [TextSection.Span]) {
    let page = spans.first?.page ?? 1
    self.page = page
    boxes = spans.filter { $0.page == page }.compactMap(\.box)
  }

  private static func lines(_ hit: Range<Int>, _ spans: [TextSection.Span]) -> [Int] {
    let first = max(0, firstIndex(in: spans) { $0.start > hit.lowerBound } - 1)
    let end = firstIndex(in: spans) { $0.start >= hit.upperBound }
    return Array(first..<max(first, end))
  }

  // Starts rise, so halving finds it.
  private static func firstIndex(in spans: [TextSection.Span], where holds: (TextSection.Span) -> Bool) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if holds(spans[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
