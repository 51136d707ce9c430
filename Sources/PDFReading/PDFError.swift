/// Why a PDF, or a page of it, could not be read. The description is one Swedish sentence that names the file and says what to do.
public enum PDFError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file, or it may not be read.
  case missing(file: String)
  /// The file is empty or does not begin as a PDF does.
  case notPDF(file: String)
  /// The file begins as a PDF but is truncated or broken.
  case damaged(file: String)
  /// The file needs a password.
  case encrypted(file: String)
  /// The document has no pages.
  case noPages(file: String)
  /// One page (counted from 1) could not be read; the others can.
  case pageUnreadable(file: String, page: Int)

  public var description: String {
    switch self {
    case .missing(let file): "\(file): filen finns inte eller får inte läsas. Kontrollera sökvägen och behörigheten."
    case .notPDF(let file): "\(file): filen är ingen PDF. Kontrollera att rätt fil är vald."
    case .damaged(let file): "\(file): PDF-filen är skadad eller avkortad. Hämta den på nytt."
    case .encrypted(let file): "\(file): PDF-filen är låst med lösenord. Spara en kopia utan lösenord och läs den."
    case .noPages(let file): "\(file): PDF-filen har inga sidor. Hämta den på nytt."
    case .pageUnreadable(let file, let page): "\(file): sidan \(page) kunde inte läsas. Kontrollera sidan i en PDF-läsare."
    }
  }
}
