internal import Documents
internal import Pages
internal import Rules

/// By which rules a document is read: the general ones, or those with its municipality's overlay over them.
struct OverlayChoice: Sendable {
  private let general: RuleSet
  /// The rules of the municipality that was asked for, whatever the documents say.
  let asked: RuleSet?

  /// - Parameter municipality: nil to go by what each document says.
  /// - Throws: `ReadFailure` where it has no overlay.
  init(_ general: RuleSet, municipality: String?) throws {
    self.general = general
    guard let municipality else {
      asked = nil
      return
    }
    guard let overlay = general.overlays[municipality] else { throw Self.unknown(municipality, among: general.overlays.all) }
    asked = general.with(overlay)
  }

  /// The document's structure, and the rules that found it.
  func segment(_ pages: [Page], hyphenation: Hyphenation) -> (document: MunicipalDocument, rules: RuleSet) {
    let first = asked ?? general
    let document = Segmenter(rules: first, hyphenation: hyphenation).segment(pages)
    guard asked == nil, let name = document.frontMatter.municipality, let overlay = general.overlays[name] else { return (document, first) }
    let own = general.with(overlay)
    return (Segmenter(rules: own, hyphenation: hyphenation).segment(pages), own)
  }

  private static func unknown(_ municipality: String, among overlays: [Overlay]) -> ReadFailure {
    let names = overlays.flatMap(\.municipalities).joined(separator: ", ")
    let known = names.isEmpty ? "ingen kommun har det" : "egna regler har: \(names)"
    return ReadFailure(
      "\(municipality) har inga egna regler i rules/municipality (\(known)); utelämna --municipality eller skriv reglerna först, se \"paragraf rules new\""
    )
  }
}
