public import Pages

/// A field of the front page of minutes: its label and what stands with it.
public struct FrontField: Sendable {
  /// What it tells of: `when`, `members`, `adjusters`, ... (see rules/structure/front-page.yaml).
  public var kind: String
  /// The rule that knew its label.
  public var rule: String
  /// Whether it stands below the heading of the notice (anslag).
  public var isNotice: Bool
  /// The line of its label.
  public var label: LineReference
  /// The lines below it on which the label goes on.
  public var labelRest: [LineReference] = []
  /// What stands with the label, from left to right in each row, row by row.
  public var cells: [FrontCell]

  public init(kind: String, rule: String, isNotice: Bool, label: LineReference, cells: [FrontCell] = []) {
    self.kind = kind
    self.rule = rule
    self.isNotice = isNotice
    self.label = label
    self.cells = cells
  }
}

/// A part of a printed row that stands apart.
public struct FrontCell: Sendable {
  /// Its clean text, spaces single.
  public var text: [UInt8]
  /// Where its text stands.
  public var place: Place
  public var line: LineReference
  /// The number of its row, counted over all front pages.
  public var row: Int
  /// Its left edge, points (plain text: characters).
  public var x0: Double
  /// Its lower edge, points from the page's top; in plain text the number of its line.
  public var y: Double
  public var fontSize: Double

  /// The first bytes of the cell's text, at most as many as it has.
  public func prefix(_ length: Int) -> FrontCell {
    var part = self
    part.text = Array(text[..<length])
    part.place = Place(page: place.page, range: place.range.lowerBound..<min(place.range.lowerBound + length, place.range.upperBound))
    return part
  }

  /// The cell without its first bytes, at most as many as it has; it keeps its edge.
  public func dropFirst(_ length: Int) -> FrontCell {
    var rest = self
    rest.text = Array(text[length...])
    rest.place = Place(page: place.page, range: min(place.range.lowerBound + length, place.range.upperBound)..<place.range.upperBound)
    return rest
  }

  /// What is left of the cell from a byte of its text on.
  func suffix(from offset: Int, in page: Page) -> FrontCell {
    var rest = self
    let start = place.range.lowerBound + offset
    rest.text = Array(text[offset...])
    rest.place = Place(page: place.page, range: min(start, place.range.upperBound)..<place.range.upperBound)
    rest.x0 = page.start(of: rest.place.range) ?? x0 + Double(offset)
    return rest
  }
}
