import Documents
import Pages
import Testing

/// A document in which the role that each line should get stands at its end, after an arrow:
///
///     § 12 Taxa för vatten            ⟵ § 12 titel
///     Beslut                          ⟵ avsnitt decision
///     Socialnämnden godkänner taxan.  ⟵ decision
///
/// A line without an arrow has the role of the line above it. A line with 📄 alone breaks the page. The roles:
/// - `§ N`: the heading of a §; `§ N titel` where its title begins on the same line; `titel` for a further line of the title
/// - `avsnitt KIND`: a section's heading; `KIND`: a line of such a section (`Section.Kind`)
/// - `sidhuvud`: page furniture
/// - `försättsblad`: what stands before the first §
/// - `övrigt`: none of these (a line with the diarienummer)
struct MarkedText {
  private struct Line {
    var text: String
    var role: String
  }

  private static let arrow = "⟵"
  private static let pageBreak = "📄"
  private let lines: [Line]
  /// The document without its marks.
  let plain: String

  init(_ marked: String) {
    var lines: [Line] = []
    var plain: [String] = []
    for row in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = row.split(separator: Self.arrow, maxSplits: 1)
      let text = String(parts.first ?? "").trimmingSpacesAtEnd
      if text == Self.pageBreak {
        plain.append("\u{0C}")
        continue
      }
      plain.append(text)
      guard !text.isEmpty else { continue }
      let role = parts.count > 1 ? String(parts[1]).trimmingSpaces : lines.last?.role ?? "försättsblad"
      lines.append(Line(text: text.trimmingSpaces, role: role))
    }
    self.lines = lines
    self.plain = plain.joined(separator: "\n").replacing("\n\u{0C}\n", with: "\n\u{0C}")
  }

  /// Segments the document and compares role by role; a failure shows the text as it came out.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let document = try segment(plain)
    let found = Self.roles(of: document)
    let wanted = lines.map { "\($0.text) \(Self.arrow) \($0.role)" }
    #expect(found.map { "\($0.text) \(Self.arrow) \($0.role)" } == wanted, "\(report(found))", sourceLocation: sourceLocation)
  }

  /// The text as it came out, with what was wanted where it differs.
  private func report(_ found: [Line]) -> Comment {
    let rows = found.enumerated().map { index, line in
      let wanted = index < lines.count ? lines[index].role : "ingen rad"
      return "\(line.text)   \(Self.arrow) \(line.role)" + (wanted == line.role ? "" : "   (väntat: \(wanted))")
    }
    return Comment(rawValue: "\n" + rows.joined(separator: "\n"))
  }

  private static func roles(of document: MunicipalDocument) -> [Line] {
    let named = structure(of: document)
    let start = document.paragrafer.first?.heading ?? LineReference(page: document.pages.count, line: 0)
    return document.pages.indices.flatMap { page in
      document.pages[page].lines.indices.map { index in
        let line = LineReference(page: page, line: index)
        let isFront = (page, index) < (start.page, start.line)
        let role = isFront ? "försättsblad" : document.line(line).isFurniture ? "sidhuvud" : named[line] ?? "övrigt"
        return Line(text: String(decoding: document.text(line), as: UTF8.self), role: role)
      }
    }
  }

  private static func structure(of document: MunicipalDocument) -> [LineReference: String] {
    var roles: [LineReference: String] = [:]
    for paragraf in document.paragrafer {
      for line in paragraf.titleLines { roles[line] = "titel" }
      roles[paragraf.heading] = "§ \(paragraf.number)" + (paragraf.titleLines.contains(paragraf.heading) ? " titel" : "")
      for section in paragraf.sections {
        if let heading = section.heading { roles[heading] = "avsnitt \(section.kind.rawValue)" }
        for line in section.lines { roles[line] = section.kind.rawValue }
      }
    }
    return roles
  }
}

extension String {
  fileprivate var trimmingSpacesAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
  fileprivate var trimmingSpaces: String { String(trimmingSpacesAtEnd.drop { $0 == " " }) }
}
