public import Facts

/// One report of those that are compared, with what stands in it.
public struct Report: Sendable {
  public var document: DocumentFacts
  public var goals: [Goal]
  public var assignments: [Assignment]
  public var amounts: [Money]
  public var tables: [TableFacts]
  public var indicators: [Indicator]
  /// What the columns of the comparison call it: the year, and what tells it from others.
  public internal(set) var label = ""

  public init(_ facts: FactsDocument) {
    document = facts.document
    goals = facts.goals
    assignments = facts.assignments
    amounts = facts.amounts
    tables = facts.tables
    indicators = facts.indicators
  }

  /// Whose report it is: the municipality and the body (nämnd), as written.
  public var owner: String {
    let names = [document.municipality, document.body].compactMap { $0 }
    return names.isEmpty ? "okänd kommun" : names.joined(separator: ", ")
  }

  /// Whether there is something in it to compare.
  public var holdsReport: Bool { !goals.isEmpty || !assignments.isEmpty || !indicators.isEmpty || tables.contains { !$0.meanings.isEmpty } }
}

/// Where a figure or a text stands: which report and which page.
public struct Place: Sendable, Equatable, Encodable {
  /// The report's file.
  public var source: String
  /// Counts from 1; nil where it is not known.
  public var page: Int?
  /// The words around it, or the table's title and the row's label.
  public var quote: String
  /// The report's id (`document.id` of its facts); empty where it is not known.
  public var document = ""
  /// The printed lines on that page: `[x0, y0, x1, y1]` in PDF points, origin top left. Empty where they are not known.
  public var boxes: [[Double]] = []

  // The id and the boxes lead a reader to the page; in files the name and the page do.
  enum CodingKeys: CodingKey {
    case source
    case page
    case quote
  }

  /// "sn-2023.pdf s. 4".
  public var text: String { page.map { "\(source) s. \($0)" } ?? source }
}

extension Place {
  /// - Parameter page: where that is another than the one on which the evidence begins.
  init(_ document: DocumentFacts, _ evidence: Evidence?, page: Int? = nil, quote: String) {
    self.init(source: document.source, page: page ?? evidence?.page, quote: quote, document: document.id)
    if page == nil || page == evidence?.page { boxes = evidence?.boxes ?? [] }
  }
}
