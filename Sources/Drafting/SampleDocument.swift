public import Documents
internal import Pages

/// A document as the general rules see it, line by line: what an overlay is drafted from. Plain values, since a worker reads the file.
public struct SampleDocument: Codable, Sendable {
  /// The file's name.
  public var name: String
  /// As the document says itself.
  public var municipality: String?
  public var pages: Int
  /// The § that the general rules found.
  var paragrafer: [Found]
  var lines: [Line]

  /// A § with what was found of it.
  struct Found: Codable, Sendable {
    var number: Int
    var hasCaseNumber: Bool
    /// Index of its heading in `lines`.
    var heading: Int
  }

  /// A line of a page, in reading order, furniture among them.
  struct Line: Codable, Sendable {
    /// Counts from 1.
    var page: Int
    var text: String
    var standing: Standing
    /// Bold, or larger than the text.
    var isProminent: Bool
    /// Its place among the first lines of its page (0 is the first) or the last (-1 is the last); nil between them.
    var edge: Int?
  }

  /// What the general rules took a line as.
  enum Standing: Codable, Sendable, Equatable {
    case furniture
    case heading
    /// The heading of a section, with its kind (`Section.Kind`).
    case label(String)
    /// A line of a section, with its kind; under a label, or right after the title.
    case section(String, isLabelled: Bool)
    case other
  }

  /// - Parameter name: the file's name.
  public init(_ document: MunicipalDocument, name: String) {
    self.name = name
    municipality = document.frontMatter.municipality
    pages = document.pages.count
    let standings = Self.standings(of: document)
    let bodySize = Self.bodySize(of: document)
    var (lines, indices): ([Line], [LineReference: Int]) = ([], [:])
    for (page, content) in document.pages.enumerated() {
      for (number, line) in content.lines.enumerated() {
        let reference = LineReference(page: page, line: number)
        indices[reference] = lines.count
        lines.append(
          Line(
            page: content.number, text: String(decoding: document.pages.flatText(of: reference), as: UTF8.self),
            standing: line.isFurniture ? .furniture : standings[reference] ?? .other,
            isProminent: line.isBold || line.fontSize > bodySize + 0.8,
            edge: number < Self.edge ? number : number >= content.lines.count - Self.edge ? number - content.lines.count : nil))
      }
    }
    self.lines = lines
    paragrafer = document.paragrafer.compactMap { paragraf in
      indices[paragraf.heading].map { Found(number: paragraf.number, hasCaseNumber: paragraf.caseNumber != nil, heading: $0) }
    }
  }

  /// So many lines from the top or bottom of a page may be furniture.
  private static let edge = 4

  private static func standings(of document: MunicipalDocument) -> [LineReference: Standing] {
    var standings: [LineReference: Standing] = [:]
    for paragraf in document.paragrafer {
      for section in paragraf.sections {
        for line in section.lines { standings[line] = .section(section.kind.rawValue, isLabelled: section.heading != nil) }
        if let heading = section.heading { standings[heading] = .label(section.kind.rawValue) }
      }
      for line in paragraf.titleLines + [paragraf.heading] { standings[line] = .heading }
    }
    return standings
  }

  private static func bodySize(of document: MunicipalDocument) -> Double {
    var bytes: [Double: Int] = [:]
    for line in document.body.map(document.line) { bytes[line.fontSize, default: 0] += line.range.count }
    return bytes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }
}
