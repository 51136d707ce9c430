public import Pages

/// How documents that come in through the browser are kept and read.
public struct ImportSettings: Sendable {
  /// Where their files are kept. It is made when the first one comes.
  public var folder: String
  /// Bytes of one file.
  public var largestFile: Int
  /// Bytes of all files that are sent at once.
  public var largestTotal: Int
  /// The program's version, which stands in the archive beside what it has read.
  public var program: String
  /// By whose own rules the documents are read; nil for those of the municipality that each document names.
  public var municipality: String?
  public var recognition: RecognitionMode

  /// - Parameter largestFile: in bytes; five such files may come at once.
  public init(
    folder: String, largestFile: Int = 200_000_000, program: String, municipality: String? = nil, recognition: RecognitionMode = .auto
  ) {
    self.folder = folder
    self.largestFile = largestFile
    largestTotal = 5 * largestFile
    self.program = program
    self.municipality = municipality
    self.recognition = recognition
  }

  /// "paragraf-inlästa" for "paragraf.db".
  public static func folder(besideArchive archive: String) -> String {
    (archive.hasSuffix(".db") ? String(archive.dropLast(3)) : archive) + "-inlästa"
  }
}
