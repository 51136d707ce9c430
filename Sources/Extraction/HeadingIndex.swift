internal import Documents
internal import Pages

/// Finds the heading above a line.
struct HeadingIndex {
  private let headings: [(line: LineReference, heading: Heading)]

  init(_ document: MunicipalDocument) { headings = document.headings.map { ($0.line, $0) } }

  func nearest(to line: LineReference) -> Heading? {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      let other = headings[middle].line
      if (other.page, other.line) < (line.page, line.line) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? headings[low - 1].heading : nil
  }
}
