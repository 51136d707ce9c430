internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Says of each table what the facts document holds: title, unit, columns and rows as written.
struct TableExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// The rule that stands for finding tables at all.
  private static let rule = "tabell.kolumnnamn"

  func tables(in document: MunicipalDocument) -> [TableFacts] {
    document.tables.map { table in
      let passage = document.passage(table.lines)
      return TableFacts(
        title: table.title, unit: unit(of: table, in: document), columns: table.columns,
        rows: table.rows.map { TableFacts.Row(label: $0.label, values: $0.values) }, legible: table.doubt == nil,
        reason: table.doubt.map { "Tabellen kan inte läsas säkert: \($0)." },
        source: evidence.evidence(passage, 0..<passage.text.count, rule: Self.rule))
    }
  }

  /// A doubt for each table that is not legible, with its page.
  func doubts(_ tables: [TableFacts]) -> [Doubt] {
    tables.compactMap { table in
      table.reason.map { Doubt(message: "\(table.title.map { "\"\($0)\": " } ?? "")\($0)", page: table.source?.page) }
    }
  }

  /// The unit that a line of its own, the head, the title or the note below says, in that order.
  func unit(of table: Table, in document: MunicipalDocument) -> String? {
    let own = table.captionLines.map { document.text($0) } + [Array(table.labelHead.utf8)]
    if let unit = own.lazy.compactMap({ unit($0, scope: .tableUnit) }).first { return unit }
    let texts = [Array((table.title ?? "").utf8), document.passage(table.noteLines).text]
    return texts.lazy.compactMap { unit($0, scope: .tableUnitInText) }.first
  }

  private func unit(_ text: [UInt8], scope: Scope) -> String? {
    for rule in rules.rules(in: scope, near: text) {
      for pattern in rule.patterns {
        if let match = pattern.firstMatch(in: text), !rule.isForbidden(text) { return rules.values(of: rule, for: match, in: text)["unit"] }
      }
    }
    return nil
  }
}
