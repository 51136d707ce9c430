/// Rows as CSV (RFC 4180).
public enum CSV {
  /// A row with its line end.
  ///
  /// A spreadsheet would run a text that begins with `=`, `+`, `-` or `@` as a formula, and the texts come from documents that anyone may have written:
  /// before such a text an apostrophe is put, which makes it text. A text that is a number (`-1 200,5`) is left as it is.
  public static func line(_ cells: [Sheet.Cell]) -> String {
    cells.map { cell in
      if case .text(let text) = cell { quoted(harmless(text)) } else { quoted(cell.plain) }
    }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    let mustQuote = field.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    return mustQuote ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }

  // Those that OWASP lists (https://owasp.org/www-community/attacks/CSV_Injection), the full-width forms among them.
  private static let starts = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)
  private static let ofNumbers = Set("0123456789 \u{A0}.,%".unicodeScalars)

  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, starts.contains(first) else { return text }
    let rest = text.unicodeScalars.dropFirst()
    let isNumber = "+-".unicodeScalars.contains(first) && !rest.isEmpty && rest.allSatisfy(ofNumbers.contains)
    return isNumber ? text : "'" + text
  }
}
