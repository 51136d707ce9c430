internal import Documents
internal import Facts

/// The rows of a table against its sum row.
struct TableSums {
  let findings: [Finding]

  init(_ report: CheckedReport) {
    let check = SumCheck(rules: report.rules)
    findings = report.facts.tables.filter(\.legible).flatMap { facts in
      let rows = facts.rows.map { Table.Row(label: $0.label, values: $0.values, lines: []) }
      let table = Table(title: facts.title, columns: facts.columns, rows: rows)
      return check.errors(in: table, isExact: facts.unit == "antal").map { error in
        let first = facts.rows[..<error.row].first { $0.values[error.column] != nil } ?? facts.rows[error.row]
        let message =
          "I \(report.name(of: facts)) är \"\(facts.rows[error.row].label)\" i kolumnen \"\(facts.columns[error.column])\" tryckt som \(error.printed), men raderna ovanför ger \(error.computed)."
        return Finding(.sum, message, [report.place(facts.rows[error.row], in: facts), report.place(first, in: facts)])
      }
    }
  }
}
