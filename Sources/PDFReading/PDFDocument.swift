import CPoppler
import Foundation
public import Pages

/// An open PDF (öppnad PDF). Pages are values; the document itself stays in the task that opened it.
///
///     let document = try PDFDocument(path: "protokoll.pdf")
///     for number in 1...document.pageCount { print(try document.page(number).lines.count) }
///
/// Poppler's warnings of faults in a file go to GLib's log at the level *info*, which shows nothing unless `G_MESSAGES_DEBUG` asks for it:
/// nothing of them reaches standard error.
public struct PDFDocument: ~Copyable {
  private let document: OpaquePointer
  /// At least 1.
  public let pageCount: Int

  /// Opens a file.
  /// - Throws: `PDFError`, any case but `pageUnreadable`.
  public init(path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { throw PDFError.folder }
    guard let data = FileManager.default.contents(atPath: path) else { throw PDFError.missing }
    try self.init(bytes: [UInt8](data))
  }

  /// Opens a PDF that lies in memory.
  /// - Parameter bytes: the whole file.
  /// - Throws: `PDFError`, any case but `missing`, `folder` and `pageUnreadable`.
  public init(bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { throw PDFError.empty }
    guard PDFDocument.looksLikePDF(bytes) else { throw PDFError.notPDF }
    let document = try PDFDocument.open(bytes)
    let count = Int(poppler_document_get_n_pages(document))
    guard count > 0 else {
      g_object_unref(UnsafeMutableRawPointer(document))
      throw PDFError.noPages
    }
    self.document = document
    pageCount = count
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// Reads all pages of a file, mends their text and marks the furniture across them.
  /// - Parameter words: the words by which broken ligatures are mended, and language is told from what is none.
  /// - Returns: every page; one that could not be read is empty, and its size is 0 by 0.
  /// - Throws: `PDFError`, any case but `pageUnreadable`.
  public static func readPages(path: String, words: WordList = WordList(), recognition: RecognitionMode = .auto) throws -> [Page] {
    try PDFDocument(path: path).pages(words: words, recognition: recognition)
  }

  /// Reads all pages, mends their text and marks the furniture across them; one that could not be read is empty, and its size is 0 by 0.
  /// - Parameters:
  ///   - words: the words by which broken ligatures are mended, and language is told from what is none.
  ///   - recognition: which pages' text is recognised from their image.
  ///   - left: pages that are not to be touched, as if they could not be read.
  ///   - progress: is told how many pages there are, with 0, and then of each as it is done.
  public borrowing func pages(
    words: WordList = WordList(), recognition: RecognitionMode = .auto, without left: Set<Int> = [],
    progress: PageProgress = { _, _ in }
  ) -> [Page] {
    let reader = PageReader(mode: recognition, words: words)
    var readings: [PageReading] = []
    var distance = LineDistance()
    progress(0, pageCount)
    for number in 1...pageCount {
      let reading = left.contains(number) ? nil : try? withPage(number) { reader.read($0) }
      if let assembly = reading?.assembly { distance.add(assembly.distance) }
      readings.append(reading ?? .damaged)
      progress(number, pageCount)
    }
    let read = readings.enumerated().map { $1.page(number: $0 + 1, document: distance) }
    var pages = PageCleaner(words: words).clean(read)
    Furniture.mark(&pages)
    return pages
  }

  /// Reads one page; its furniture is not marked, since that takes several.
  /// - Parameters:
  ///   - number: counts from 1.
  ///   - words: by which language is told from what is none.
  ///   - recognition: whether its text is recognised from its image.
  /// - Throws: `PDFError.pageUnreadable`.
  public borrowing func page(_ number: Int, words: WordList = WordList(), recognition: RecognitionMode = .never) throws -> Page {
    try withPage(number) { page in
      let reading = PageReader(mode: recognition, words: words).read(page)
      return reading.page(number: number, document: reading.assembly?.distance ?? LineDistance())
    }
  }

  /// Calls `body` with a `PopplerPage`, which must not outlive the call.
  /// - Parameter number: counts from 1.
  /// - Throws: `PDFError.pageUnreadable`, and what `body` throws.
  borrowing func withPage<Value>(_ number: Int, _ body: (OpaquePointer) throws -> Value) throws -> Value {
    guard number >= 1, number <= pageCount, let page = poppler_document_get_page(document, Int32(number - 1)) else {
      throw PDFError.pageUnreadable(number)
    }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    return try body(page)
  }

  /// The header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H, implementation note 13).
  private static func looksLikePDF(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    let mark = Array("%PDF-".utf8)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  private static func open(_ bytes: [UInt8]) throws -> OpaquePointer {
    let gbytes = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(gbytes) }
    var error: UnsafeMutablePointer<GError>?
    if let document = poppler_document_new_from_bytes(gbytes, nil, &error) { return document }
    defer { g_error_free(error) }
    let isEncrypted = error?.pointee.code == Int32(bitPattern: POPPLER_ERROR_ENCRYPTED.rawValue)
    throw isEncrypted ? PDFError.encrypted : PDFError.damaged
  }
}
