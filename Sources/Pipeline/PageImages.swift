internal import PDFReading
public import Pages

extension Reader {
  /// A page of a PDF as a PNG file, with places marked.
  ///
  /// The document is read only where a highlight asks what stands on the page.
  /// - Parameters:
  ///   - number: counts from 1.
  ///   - dotsPerInch: a page that is too large for it gets a coarser image.
  ///   - progress: is told of each page that has to be read to find the highlights.
  /// - Throws: `ReadFailure`, or `HighlightMissing` where a highlight is not on the page.
  public func image(
    ofPage number: Int, path: String, dotsPerInch: Double, highlights: [Highlight] = [], progress: PageProgress = { _, _ in }
  ) throws -> [UInt8] {
    do {
      let pdf = try PDFDocument(path: path)
      guard (1...pdf.pageCount).contains(number) else {
        throw ReadFailure("\(path): sidan \(number) finns inte; dokumentet har \(pdf.pageCount) sidor.")
      }
      return try pdf.png(page: number, dotsPerInch: dotsPerInch, marks: try boxes(of: highlights, onPage: number, path: path, progress))
    } catch let error as PDFError {
      throw ReadFailure("\(path): \(error)")
    }
  }

  private func boxes(of highlights: [Highlight], onPage number: Int, path: String, _ progress: PageProgress) throws -> [Box] {
    let given = highlights.compactMap { highlight in if case .box(let box) = highlight { box } else { nil } }
    guard given.count < highlights.count else { return given }
    let (document, facts, _) = try documentAndFacts(path: path, progress: progress)
    let finder = HighlightFinder(document: document, facts: facts)
    return try highlights.flatMap { try finder.boxes(of: $0, onPage: number) }
  }
}
