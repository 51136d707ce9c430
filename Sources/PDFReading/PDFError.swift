/// Why a PDF, or a page of it, could not be read. The description is one Swedish sentence that says what to do; the file's name is the caller's to add.
public enum PDFError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file, or it may not be read.
  case missing
  /// The path leads to a folder.
  case folder
  /// The file holds no byte.
  case empty
  /// The file does not begin as a PDF does.
  case notPDF
  /// The file begins as a PDF but is truncated or broken.
  case damaged
  /// The file needs a password.
  case encrypted
  /// The document has no pages.
  case noPages
  /// One page (counted from 1) could not be read; the others can.
  case pageUnreadable(Int)
  /// One page (counted from 1) is zero points wide or high: there is nothing to draw.
  case pageWithoutArea(Int)
  /// No image could be made of one page (counted from 1).
  case pageNotDrawn(Int)

  public var description: String {
    switch self {
    case .missing: "filen finns inte eller får inte läsas; kontrollera sökvägen och behörigheten."
    case .folder: "är en mapp och ingen fil; ange en PDF-fil."
    case .empty: "filen är tom; hämta den på nytt."
    case .notPDF: "filen är ingen PDF; kontrollera att rätt fil är vald."
    case .damaged: "PDF-filen är skadad eller avkortad; hämta den på nytt."
    case .encrypted: "PDF-filen är låst med lösenord; spara en kopia utan lösenord och läs den."
    case .noPages: "PDF-filen har inga sidor; hämta den på nytt."
    case .pageUnreadable(let page): "sidan \(page) kunde inte läsas; kontrollera sidan i en PDF-läsare."
    case .pageWithoutArea(let page): "sidan \(page) har ingen yta, så det finns ingen bild av den; kontrollera sidan i en PDF-läsare."
    case .pageNotDrawn(let page): "sidan \(page) kunde inte ritas; försök med lägre upplösning (--dpi)."
    }
  }
}
