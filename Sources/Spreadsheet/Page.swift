internal import CXlsxWriter
internal import Foundation

extension Workbook {
  /// A sheet that is being written.
  public final class Page {
    private let page: UnsafeMutablePointer<lxw_worksheet>
    private let sheet: Sheet
    private let formats: Formats
    private var rowCount = 0
    /// In characters.
    private var widths: [Int]

    /// What Excel takes, below the row of names (https://support.microsoft.com/office/excel-specifications-and-limits).
    private static let mostRows = 1_048_575
    private static let longestText = 32_767
    private static let widest = 60
    /// Rows after these do not make a column wider.
    private static let measuredRows = 200

    init(_ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet, _ formats: Formats) throws {
      self.page = page
      self.sheet = sheet
      self.formats = formats
      widths = sheet.columns.map { max($0.count + 2, 8) }
      for (column, name) in sheet.columns.enumerated() {
        try Workbook.check(worksheet_write_string(page, 0, lxw_col_t(column), name, formats.bold))
      }
    }

    /// Adds rows below those that are there. Throws a `Failure`, also where a sheet takes no more.
    public func append(_ rows: [[Sheet.Cell]]) throws {
      for row in rows {
        rowCount += 1
        if rowCount > Self.mostRows { throw Failure(description: "ett blad rymmer högst 1 048 575 rader; välj csv eller jsonl") }
        for (column, cell) in row.enumerated() { try write(cell, column) }
      }
    }

    func finish() {
      for (column, width) in widths.enumerated() {
        worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), Double(min(Self.widest, width)), nil)
      }
      worksheet_freeze_panes(page, 1, 0)
      if rowCount > 0 { worksheet_autofilter(page, 0, 0, lxw_row_t(rowCount), lxw_col_t(sheet.columns.count - 1)) }
    }

    private func write(_ cell: Sheet.Cell, _ column: Int) throws {
      let (row, place) = (lxw_row_t(rowCount), lxw_col_t(column))
      switch cell {
      case .text(let text):
        if rowCount <= Self.measuredRows { widths[column] = max(widths[column], text.count) }
        try Workbook.check(worksheet_write_string(page, row, place, Self.fitting(text), nil))
      case .number(let number):
        let value = NSDecimalNumber(decimal: number).doubleValue
        let isQuantity = sheet.quantities.contains(sheet.columns[column])
        let format = isQuantity ? value == value.rounded() ? formats.whole : formats.exact : nil
        try Workbook.check(worksheet_write_number(page, row, place, value, format))
      case .empty: break
      }
    }

    // A text that is cut shows it.
    private static func fitting(_ text: String) -> String {
      if text.utf16.count <= longestText { return text }
      return String(decoding: text.utf16.prefix(longestText - 1), as: UTF16.self) + "…"
    }
  }
}
