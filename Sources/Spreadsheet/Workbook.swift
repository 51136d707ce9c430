internal import CXlsxWriter
internal import Foundation

/// An XLSX file with numbers as numbers, written a sheet after the other.
///
///     let book = try Workbook(path: "ut.xlsx")
///     let page = try book.begin(Sheet(name: "Träffar", columns: ["nr", "rubrik"]))
///     try page.append([[.number(1), .text("Avgifter")]])
///     try book.close()
///
/// Rows lie in files while the book is written, so that a book of a million rows takes little memory.
public final class Workbook {
  /// The file could not be written.
  public struct Failure: Error, CustomStringConvertible {
    /// The reason; libxlsxwriter's own are English.
    public var description: String
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let formats: Formats
  private var pages: [Page] = []
  private var isClosed = false

  /// The file is made by ``close()``. Throws a `Failure`.
  public init(path: String) throws {
    var options = lxw_workbook_options()
    options.constant_memory = UInt8(LXW_TRUE.rawValue)
    guard let book = workbook_new_opt(path, &options) else { throw Failure(description: "minnet räcker inte") }
    self.book = book
    formats = Formats(book)
  }

  deinit { if !isClosed { lxw_workbook_free(book) } }

  /// Begins a sheet, with its row of names and the rows it has.
  @discardableResult
  public func begin(_ sheet: Sheet) throws -> Page {
    guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
      throw Failure(description: "bladet \(sheet.name) kunde inte läggas till")
    }
    let page = try Page(worksheet, sheet, formats)
    pages.append(page)
    try page.append(sheet.rows)
    return page
  }

  /// Writes the file as a whole. Throws a `Failure`.
  public func close() throws {
    for page in pages { page.finish() }
    isClosed = true
    try Self.check(workbook_close(book))
  }

  /// Writes a file of whole sheets. Throws a `Failure`.
  public static func write(_ sheets: [Sheet], to path: String) throws {
    let book = try Workbook(path: path)
    for sheet in sheets { try book.begin(sheet) }
    try book.close()
  }

  static func check(_ outcome: lxw_error) throws {
    if outcome == LXW_NO_ERROR { return }
    throw Failure(description: lxw_strerror(outcome).map { String(cString: $0) } ?? "okänt fel")
  }

  struct Formats {
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
}
