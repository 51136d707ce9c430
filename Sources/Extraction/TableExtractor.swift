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

  func tables(in document: MunicipalDocument, _ facts: DocumentFacts) -> [TableFacts] {
    let columns = ColumnMeanings(rules: rules)
    return document.tables.map { table in
      let passage = document.passage(table.lines)
      let source = evidence.evidence(passage, 0..<passage.text.count, rule: Self.rule)
      let unit = unit(of: table, in: document)
      var found = TableFacts(
        title: table.title, unit: unit, columns: table.columns,
        rows: table.rows.map { row($0, of: unit, on: source.page, in: document) }, legible: table.doubt == nil,
        reason: table.doubt.map { "Tabellen kan inte läsas säkert: \($0)." }, source: source)
      // Where it is not certain whose a year in the head is, none is told.
      if table.doubt == nil {
        found.meanings = columns.meanings(of: table.columns, under: table.title, in: facts) { other(than: unit, in: $0) }
      }
      return found
    }
  }

  private func row(_ row: Table.Row, of unit: String?, on page: Int, in document: MunicipalDocument) -> TableFacts.Row {
    let own = row.lines.first.map { document.pages[$0.page].number }
    let named =
      other(than: unit, in: Array(row.label.utf8)) ?? money(row.values.lazy.compactMap { self.unit(ofCell: $0) }.first, other: unit)
    return TableFacts.Row(label: row.label, values: row.values, page: own == page ? nil : own, unit: named)
  }

  /// The unit that stands after a cell's figure ("30,1 mkr").
  private func unit(ofCell cell: String?) -> String? {
    guard let cell, let first = cell.utf8.first, first < 0x3A || first > 0x7F, cell.utf8.last.map({ $0 > 0x40 }) ?? false else {
      return nil
    }
    // "250 kr/mån" are kronor, by the month.
    let words = cell.drop { !$0.isLetter }.prefix { $0 != "/" }
    return rules.vocabulary.value(of: Array(words.utf8), in: "tabellenhet")
  }

  /// A unit of money that a text in the table names, where the table's is not the same; a share's, where the table's is of money.
  private func other(than unit: String?, in text: [UInt8]) -> String? {
    money(self.unit(text, scope: .tableUnitInText) ?? (text.last == UInt8(ascii: "%") ? Self.share : nil), other: unit)
  }

  private func money(_ named: String?, other unit: String?) -> String? {
    named.flatMap { Self.money.contains($0) && $0 != unit || $0 == Self.share && unit.map(Self.money.contains) == true ? $0 : nil }
  }

  private static let money: Set<String> = ["kr", "tkr", "mnkr", "mdkr"]
  private static let share = "%"

  /// A doubt for each table that is not legible, and for each printed sum that does not add up, with its page.
  func doubts(_ tables: [TableFacts], in document: MunicipalDocument) -> [Doubt] {
    let illegible = tables.compactMap { table in
      table.reason.map { Doubt(message: "\(table.title.map { "\"\($0)\": " } ?? "")\($0)", page: table.source?.page) }
    }
    let check = SumCheck(rules: rules)
    return unique(illegible)
      + zip(document.tables, tables).flatMap { table, facts in
        check.errors(in: table, isExact: facts.unit == "antal").map { doubt(of: $0, table, in: document) }
      }
  }

  /// Tables without title on one page that fail alike are told of once.
  private func unique(_ doubts: [Doubt]) -> [Doubt] {
    var kept: [Doubt] = []
    for next in doubts where !kept.contains(next) { kept.append(next) }
    return kept
  }

  private func doubt(of error: SumError, _ table: Table, in document: MunicipalDocument) -> Doubt {
    let row = table.rows[error.row]
    let page = row.lines.first.map { document.pages[$0.page].number }
    let name = table.title.map { "Tabellen \"\($0)\"" } ?? "En tabell utan rubrik"
    let message =
      "\(name): \"\(row.label)\" i kolumnen \"\(table.columns[error.column])\" är tryckt som \(error.printed), men raderna ovanför ger \(error.computed)."
    return Doubt(message: message, page: page)
  }

  /// The unit that a line of its own, the head alone, the columns' names, the words of the head, the title, the text above or the note below says, in that
  /// order; else the one that stands in every cell. Shares in some columns of what the title says is of money have that unit by themselves.
  func unit(of table: Table, in document: MunicipalDocument) -> String? {
    let own = table.captionLines.map { document.text($0) } + [Array(table.labelHead.utf8)]
    if let unit = own.lazy.compactMap({ unit($0, scope: .tableUnit) }).first { return unit }
    let named = table.columns.compactMap { unit(Array($0.utf8), scope: .tableUnitInText) }
    let heading = [table.labelHead, table.title ?? ""].lazy.compactMap { unit(Array($0.utf8), scope: .tableUnitInText) }.first
    if let first = named.first, named.count * 2 >= table.columns.count, named.allSatisfy({ $0 == first }) {
      let isOfSome = first == Self.share && named.count < table.columns.count
      return isOfSome ? heading.flatMap { Self.money.contains($0) ? $0 : nil } ?? first : first
    }
    if let heading { return heading }
    let texts = [table.leadLines, table.noteLines].lazy.map { document.passage($0).text }
    return texts.compactMap { unit($0, scope: .tableUnitInText) }.first ?? unitOfCells(table)
  }

  /// The unit that every figure of the table has behind it; nil where one has none, or another.
  private func unitOfCells(_ table: Table) -> String? {
    let cells = table.rows.lazy.flatMap(\.values).compactMap(\.self).filter { $0.contains(where: \.isNumber) }
    guard let first = cells.first.flatMap(unit(ofCell:)) else { return nil }
    return cells.allSatisfy { unit(ofCell: $0) == first } ? first : nil
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
