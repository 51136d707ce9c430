internal import Foundation
public import Spreadsheet

/// Sheets as CSV and JSON.
public enum SheetText {
  /// RFC 4180: the sheets below each other, each with its name in the first column of every row.
  public static func csv(_ sheets: [Sheet]) -> String {
    sheets.map { sheet in
      let names = (["blad"] + sheet.columns).map { Sheet.Cell.text($0) }
      return ([names] + sheet.rows.map { [.text(sheet.name)] + $0 }).map(CSV.line).joined()
    }.joined(separator: "\r\n")
  }

  /// One object: `format` (`paragraf-compare/1`), then for each sheet its name with a list of objects.
  public static func json(_ sheets: [Sheet]) -> String {
    let lists = sheets.map { sheet in
      let rows = sheet.rows.map { row in "{" + zip(sheet.columns, row).map { "\(quoted($0)):\($1.json)" }.joined(separator: ",") + "}" }
      return "\(quoted(sheet.name)):[\(rows.joined(separator: ","))]"
    }
    return "{\"format\":\"paragraf-compare/1\"," + lists.joined(separator: ",") + "}"
  }

  fileprivate static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20: quoted += String(format: "\\u%04x", scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Sheet.Cell {
  fileprivate var json: String {
    switch self {
    case .text(let text): SheetText.quoted(text)
    case .number(let number): number.description
    case .empty: "null"
    }
  }
}
