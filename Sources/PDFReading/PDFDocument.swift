import CPoppler
import Foundation
public import Pages

/// An open PDF (öppnad PDF). Pages are values; the document itself stays in the task that opened it.
///
///     let document = try PDFDocument(path: "protokoll.pdf")
///     for number in 1...document.pageCount { print(try document.page(number).lines.count) }
public struct PDFDocument: ~Copyable {
  /// The name that errors give the file.
  private let name: String
  private let document: OpaquePointer
  /// At least 1.
  public let pageCount: Int

  /// Opens a file.
  /// - Throws: `PDFError`, any case but `pageUnreadable`.
  public init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw PDFError.missing(file: path) }
    try self.init(bytes: [UInt8](data), name: path)
  }

  /// Opens a PDF that lies in memory.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what errors call the file.
  /// - Throws: `PDFError`, any case but `missing` and `pageUnreadable`.
  public init(bytes: [UInt8], name: String = "PDF") throws {
    guard PDFDocument.looksLikePDF(bytes) else { throw PDFError.notPDF(file: name) }
    let document = try PDFDocument.open(bytes, name: name)
    let count = Int(poppler_document_get_n_pages(document))
    guard count > 0 else {
      g_object_unref(UnsafeMutableRawPointer(document))
      throw PDFError.noPages(file: name)
    }
    self.document = document
    self.name = name
    pageCount = count
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// Reads all pages and marks the furniture across them.
  /// - Throws: `PDFError`.
  public static func readPages(path: String) throws -> [Page] {
    var pages = try QuietErrors.during {
      let document = try PDFDocument(path: path)
      var pages: [Page] = []
      for number in 1...document.pageCount { pages.append(try document.page(number)) }
      return pages
    }
    Furniture.mark(&pages)
    return pages
  }

  /// Reads one page; its furniture is not marked, since that takes several.
  /// - Parameter number: counts from 1.
  /// - Throws: `PDFError.pageUnreadable`.
  public borrowing func page(_ number: Int) throws -> Page {
    guard number >= 1, number <= pageCount, let page = poppler_document_get_page(document, Int32(number - 1)) else {
      throw PDFError.pageUnreadable(file: name, page: number)
    }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    return PageAssembly(GlyphPage(page)).page(number: number)
  }

  /// The header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H, implementation note 13).
  private static func looksLikePDF(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    let mark = Array("%PDF-".utf8)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  private static func open(_ bytes: [UInt8], name: String) throws -> OpaquePointer {
    let gbytes = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(gbytes) }
    var error: UnsafeMutablePointer<GError>?
    if let document = poppler_document_new_from_bytes(gbytes, nil, &error) { return document }
    defer { g_error_free(error) }
    let isEncrypted = error?.pointee.code == Int32(bitPattern: POPPLER_ERROR_ENCRYPTED.rawValue)
    throw isEncrypted ? PDFError.encrypted(file: name) : PDFError.damaged(file: name)
  }
}
