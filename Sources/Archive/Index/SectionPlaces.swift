internal import Facts

/// In which of a document's sections a fact stands, by the place of its evidence.
struct SectionPlaces {
  private struct Line {
    var section: Int
    var box: [Double]?
  }
  private var lines: [Int: [Line]] = [:]

  init(_ sections: [TextSection]) {
    for (index, section) in sections.enumerated() {
      for span in section.spans { lines[span.page, default: []].append(Line(section: index, box: span.box)) }
    }
  }

  /// The section whose printed line lies over the evidence's first box, or nearest to it on its page; without boxes the first section of the page.
  func section(of evidence: Evidence?) -> Int? {
    guard let evidence, let candidates = lines[evidence.page] else { return nil }
    guard let box = evidence.boxes?.first, box.count == 4 else { return candidates.first?.section }
    let nearest = candidates.min { Self.distance($0.box, box) < Self.distance($1.box, box) }
    return nearest?.section
  }

  // Points between the middles, columns apart counted less than lines apart.
  private static func distance(_ line: [Double]?, _ box: [Double]) -> Double {
    guard let line, line.count == 4 else { return .infinity }
    let down = abs((line[1] + line[3]) / 2 - (box[1] + box[3]) / 2)
    let across = max(0, max(line[0] - box[2], box[0] - line[2]))
    return down + across / 4
  }
}
