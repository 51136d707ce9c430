internal import Documents
internal import Facts
internal import Pages

/// Cells of a field joined to one text, with the way back to where they stand.
struct PlacedText {
  /// What a hyphen at the end of a cell means.
  let hyphenation: Hyphenation
  private(set) var bytes: [UInt8] = []
  private var spans: [(start: Int, length: Int, place: Place)] = []

  /// What stands between two cells.
  enum Joint: String {
    case space = " "
    case comma = ", "
    case line = "\n"
  }

  init(hyphenation: Hyphenation) { self.hyphenation = hyphenation }

  /// A stretch of a passage; one that goes on on another page is told to stand where it begins.
  init(_ passage: Passage, _ range: Range<Int>, hyphenation: Hyphenation) {
    self.hyphenation = hyphenation
    bytes = Array(passage.text[range])
    if let place = passage.places(of: range).first { spans = [(0, bytes.count, place)] }
  }

  mutating func append(_ cell: FrontCell, joint: Joint) {
    if bytes.last == UInt8(ascii: "-"), joint == .space {
      bytes = Array(hyphenation.joined(bytes, cell.text).dropLast(cell.text.count))
    } else if !bytes.isEmpty {
      bytes += Array(joint.rawValue.utf8)
    }
    spans.append((bytes.count, cell.text.count, cell.place))
    bytes += cell.text
  }

  /// Where a stretch of the text stands.
  func places(of range: Range<Int>) -> [Place] {
    spans.compactMap { span in
      let (low, high) = (max(range.lowerBound, span.start), min(range.upperBound, span.start + span.length))
      guard low < high else { return nil }
      let start = span.place.range.lowerBound + low - span.start
      return Place(page: span.place.page, range: start..<min(start + high - low, span.place.range.upperBound))
    }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func evidence(_ range: Range<Int>, rule: String, by maker: EvidenceMaker) -> Evidence {
    maker.evidence(at: places(of: range), quote: string(range).replacing("\n", with: " "), rule: rule)
  }
}
