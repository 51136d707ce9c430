internal import Documents
public import Extraction
public import Pages
internal import Rules

/// What each line of a document was taken as.
public struct DocumentExplanation: Codable, Sendable {
  /// The municipality's own rule file that it was read by, relative to the rules folder; nil for the general rules alone.
  public var overlay: String?
  public var pages: [PageExplanation]
}

/// What each line of a page was taken as.
public struct PageExplanation: Codable, Sendable {
  /// Counts from 1.
  public var page: Int
  public var lines: [Explainer.LineExplanation]
}

extension Reader {
  /// Explains one page (counted from 1) of a file, or all. Throws `ReadFailure`.
  public func explanation(of path: String, page: Int?, progress: PageProgress = { _, _ in }) throws -> DocumentExplanation {
    let (document, facts, rules) = try documentAndFacts(path: path, progress: progress)
    if let page, !document.pages.indices.contains(page - 1) {
      throw ReadFailure("\(path): sidan \(page) finns inte; dokumentet har \(document.pages.count) sidor.")
    }
    let explainer = Explainer(rules)
    let numbers = page.map { [$0] } ?? document.pages.indices.map { $0 + 1 }
    let pages = numbers.map { PageExplanation(page: $0, lines: explainer.explain(document, facts: facts, page: $0)) }
    return DocumentExplanation(overlay: rules.overlay?.file, pages: pages)
  }
}
