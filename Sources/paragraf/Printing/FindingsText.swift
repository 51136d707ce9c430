import Reconciliation

/// Contradictions for a person: what does not agree, then both places.
enum FindingsText {
  static func text(of findings: [Finding], reports: Int, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    text.heading(
      findings.isEmpty
        ? "Inget som säger emot sig självt i \(Swedish.count(reports, "rapport", "rapporter"))"
        : "\(Swedish.count(findings.count, "iakttagelse", "iakttagelser")) i \(Swedish.count(reports, "rapport", "rapporter"))")
    for finding in findings {
      text.blank()
      text.entry(finding.message, mark: "– ")
      for place in finding.places {
        let page = place.page.map { " s. \($0)" } ?? ""
        text.entry("\(place.source)\(page): \"\(place.quote)\"", indent: 4)
      }
    }
    return text.string
  }
}
