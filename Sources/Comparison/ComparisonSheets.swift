internal import Facts
internal import Foundation
public import Spreadsheet

extension Sheet.Cell {
  fileprivate init(likeness: Double?) {
    self = likeness.map { .number(Decimal(Int(($0 * 100).rounded())) / 100) } ?? .empty
  }
}

extension Comparison {
  /// One sheet a subject that has anything, then the remarks and the reports.
  public var sheets: [Sheet] {
    [resultSheet, goalSheet, seriesSheet, assignmentSheet, noteSheet].filter { !$0.rows.isEmpty } + [reportSheet]
  }

  private var resultSheet: Sheet {
    var sheet = Sheet(
      name: "Resultat",
      columns: [
        "enhet", "tabell", "kommun och nämnd", "mått", "del", "period", "år", "värde (tkr)", "som skrivet", "skriven enhet", "anmärkning",
        "källa", "sida",
        "citat", "likhet",
      ], quantities: ["värde (tkr)"])
    for table in results {
      for row in table.rows {
        for cell in row.cells { sheet.rows += cell.figures.indices.map { resultRow(cell, $0, row, table) } }
      }
    }
    return sheet
  }

  private func resultRow(_ cell: ResultCell, _ index: Int, _ row: ResultRow, _ table: ResultTable) -> [Sheet.Cell] {
    let figure = cell.figures[index]
    let remark = [figure.unitFrom, index > 0 ? Self.remark(figure, after: cell.figures[0]) : nil].compactMap { $0 }.joined(separator: "; ")
    return [
      .init(row.name), .init(table.title), .init(cell.owner), .init(cell.measure), .init(cell.part),
      .init(cell.isPeriod ? "del av året" : "helår"),
      .init(cell.year), .number(figure.value / 1000), .init(figure.asWritten), .init(figure.unit.isEmpty ? "i texten" : figure.unit),
      .init(remark),
      .init(figure.place.source), .init(figure.place.page), .init(figure.place.quote), .init(likeness: row.likeness),
    ]
  }

  private static func remark(_ figure: Figure, after first: Figure) -> String? {
    if !figure.agrees(with: first) { return figure.place.source == first.place.source ? "annan uppgift i samma rapport" : "omräknat" }
    return figure.differsInPrecision(from: first) ? "samma uppgift, annan avrundning" : nil
  }

  private var goalSheet: Sheet {
    var sheet = Sheet(
      name: "Mål",
      columns: [
        "tråd", "kommun och nämnd", "år", "nummer", "mål", "utfall", "utfall som skrivet", "under", "anmärkning", "källa", "sida", "likhet",
      ], rows: [])
    for (number, thread) in goals.enumerated() {
      sheet.rows += thread.members.map { member in
        let (goal, report) = (member.goal, reports[member.report])
        return [
          .init(number + 1), .init(report.owner), .init(report.document.year), .init(goal.number), .init(goal.text), .init(goal.outcome),
          .init(goal.outcomeAsWritten), .init(goal.context), .init(member.remark), .init(member.place.source), .init(member.place.page),
          .init(likeness: member.likeness),
        ]
      }
    }
    return sheet
  }

  private var seriesSheet: Sheet {
    var sheet = Sheet(
      name: "Nyckeltal",
      columns: [
        "nyckeltal", "kommun och nämnd", "år", "värde", "som skrivet", "enhet", "mål", "anmärkning", "källa", "sida", "citat", "likhet",
      ], quantities: ["värde"])
    for series in series {
      for point in series.points {
        sheet.rows += point.values.map { value in
          [
            .init(series.name), .init(point.owner), .init(point.year), value.number.map { .number($0.value) } ?? .empty,
            .init(value.asWritten),
            .init(value.unit), .init(value.target), .init(value.agrees(with: point.values[0]) ? nil : "omräknat"),
            .init(value.place.source),
            .init(value.place.page), .init(value.place.quote), .init(likeness: series.likeness),
          ]
        }
      }
    }
    return sheet
  }

  private var assignmentSheet: Sheet {
    var sheet = Sheet(
      name: "Uppdrag",
      columns: [
        "tråd", "kommun och nämnd", "år", "uppdrag", "status", "status som skriven", "start", "slut", "anmärkning", "källa", "sida",
        "likhet",
      ],
      rows: [])
    for (number, thread) in assignments.enumerated() {
      sheet.rows += thread.members.map { member in
        let (assignment, report) = (member.assignment, reports[member.report])
        return [
          .init(number + 1), .init(report.owner), .init(report.document.year), .init(assignment.text), .init(assignment.status),
          .init(assignment.statusAsWritten), .init(assignment.start), .init(assignment.end), .init(member.remark),
          .init(member.place.source),
          .init(member.place.page), .init(likeness: member.likeness),
        ]
      }
    }
    return sheet
  }

  private var noteSheet: Sheet { Sheet(name: "Anmärkningar", columns: ["anmärkning"], rows: notes.map { [.init($0)] }) }

  private var reportSheet: Sheet {
    Sheet(
      name: "Rapporter", columns: ["rapport", "slag", "kommun", "nämnd", "år", "titel", "sidor", "källa"],
      rows: reports.map { report in
        let document = report.document
        return [
          .init(report.label), .init(document.type), .init(document.municipality), .init(document.body), .init(document.year),
          .init(document.title),
          .init(document.pages), .init(document.source),
        ]
      })
  }
}
