internal import CXlsxWriter
internal import Foundation

/// Sheets as one XLSX file, with numbers as numbers.
public enum Workbook {
  /// The file could not be written: the reason as libxlsxwriter has it.
  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  /// Writes the file as a whole. Throws a `Failure`.
  public static func write(_ sheets: [Sheet], to path: String) throws {
    guard let workbook = workbook_new(path) else { throw Failure(description: "\(path) kunde inte skapas") }
    let formats = Formats(workbook)
    for sheet in sheets {
      guard let page = workbook_add_worksheet(workbook, sheet.name) else { continue }
      fill(page, with: sheet, formats)
    }
    let outcome = workbook_close(workbook)
    if outcome != LXW_NO_ERROR {
      let reason = lxw_strerror(outcome).map { String(cString: $0) } ?? "okänt fel"
      throw Failure(description: "\(path) kunde inte skrivas (\(reason)); se efter att mappen finns och att du får skriva i den")
    }
  }

  private struct Formats {
    let bold: UnsafeMutablePointer<lxw_format>?
    let whole: UnsafeMutablePointer<lxw_format>?
    let exact: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      bold = workbook_add_format(workbook)
      format_set_bold(bold)
      whole = workbook_add_format(workbook)
      format_set_num_format(whole, "#,##0")
      exact = workbook_add_format(workbook)
      format_set_num_format(exact, "#,##0.0##")
    }
  }

  private static func fill(_ page: UnsafeMutablePointer<lxw_worksheet>, with sheet: Sheet, _ formats: Formats) {
    for (column, name) in sheet.columns.enumerated() {
      worksheet_write_string(page, 0, lxw_col_t(column), name, formats.bold)
      let index = lxw_col_t(column)
      worksheet_set_column(page, index, index, width(of: sheet, column: column), nil)
    }
    for (number, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        write(cell, page, lxw_row_t(number + 1), lxw_col_t(column), named: sheet.columns[column], formats)
      }
    }
    worksheet_freeze_panes(page, 1, 0)
    if !sheet.rows.isEmpty { worksheet_autofilter(page, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1)) }
  }

  private static func write(
    _ cell: Sheet.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t, named name: String,
    _ formats: Formats
  ) {
    switch cell {
    case .text(let text): worksheet_write_string(page, row, column, text, nil)
    case .number(let number):
      let value = NSDecimalNumber(decimal: number).doubleValue
      // A year or a page has no thousands to part.
      let isPlain = !name.hasPrefix("värde")
      worksheet_write_number(page, row, column, value, isPlain ? nil : value == value.rounded() ? formats.whole : formats.exact)
    case .empty: break
    }
  }

  /// In characters: as wide as the longest text, within reason.
  private static func width(of sheet: Sheet, column: Int) -> Double {
    let longest =
      sheet.rows.lazy.prefix(200).compactMap { row -> Int? in
        if case .text(let text) = row[column] { return text.count }
        return nil
      }.max() ?? 0
    return Double(min(60, max(longest, sheet.columns[column].count + 2, 8)))
  }
}
