internal import Documents
internal import Language
internal import Pages
internal import Rules

/// What single lines tell that is no fact with a place of its own: a diarienummer, a recipient, whose document it is.
struct LineMarks {
  private var marks: [LineReference: [(kind: String, rule: String)]] = [:]
  private var front: Set<LineReference> = []

  init(_ document: MunicipalDocument, rules: RuleSet) {
    for paragraf in document.paragrafer { addCaseNumber(of: paragraf, in: document, rules) }
    addFrontMatter(of: document, rules)
  }

  subscript(_ line: LineReference) -> [(kind: String, rule: String)] { marks[line] ?? [] }

  /// What a line is that the structure has no place for.
  /// - Parameter role: what the structure took it as. A heading that is only short may be one of these all the same.
  func role(of line: LineReference, insteadOf role: LineRole?) -> LineRole? {
    guard role == nil || role?.role.hasPrefix("rubrik") == true, let mark = marks[line]?.first else { return role }
    if front.contains(line) { return LineRole(role: "försättsblad", rule: mark.rule) }
    return mark.kind == "diarienummer" ? LineRole(role: mark.kind, rule: mark.rule) : role
  }

  /// So many lines around the heading of a § its diarienummer may stand.
  private static let reach = -3...7

  private mutating func addCaseNumber(of paragraf: Paragraf, in document: MunicipalDocument, _ rules: RuleSet) {
    guard let number = paragraf.caseNumber, let heading = document.body.firstIndex(of: paragraf.heading) else { return }
    for offset in Self.reach where document.body.indices.contains(heading + offset) {
      let line = document.body[heading + offset]
      let text = document.text(line)
      guard String(decoding: text, as: UTF8.self).contains(number) else { continue }
      for rule in rules.rules(in: .caseNumber, near: text) where rule.firstMatch(in: text) != nil {
        marks[line, default: []].append(("diarienummer", rule.id))
        return
      }
    }
  }

  private mutating func addFrontMatter(of document: MunicipalDocument, _ rules: RuleSet) {
    let told = document.frontMatter
    let wanted = [("municipality", "kommun", told.municipality), ("body", "organ", told.body), ("date", "sammanträdesdag", told.date)]
    let end = document.paragrafer.first?.heading
    for page in document.pages.indices.prefix(2) {
      for index in document.pages[page].lines.indices {
        let line = LineReference(page: page, line: index)
        guard document.line(line).isFurniture || end.map({ line.isBefore($0) }) ?? true else { continue }
        for (field, name, value) in wanted {
          guard let value, let rule = Self.rule(field, saying: value, document.text(line), rules) else { continue }
          marks[line, default: []].append((name, rule))
          if !document.line(line).isFurniture { front.insert(line) }
        }
      }
    }
  }

  /// The rule by which the line says the value of a field of the front matter.
  private static func rule(_ field: String, saying value: String, _ text: [UInt8], _ rules: RuleSet) -> String? {
    rules.rules(in: .frontMatter, near: text).first { rule in
      guard rule.gives["field"] == field, let match = rule.firstMatch(in: text) else { return false }
      if field == "date" { return DateScanner.scan(text).contains { $0.date.date?.description == value } }
      return rules.values(of: rule, for: match, in: text)["value"]?.lowercased() == value.lowercased()
    }?.id
  }
}
