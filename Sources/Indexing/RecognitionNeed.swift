internal import Archive
internal import PDFReading
public import Pages

/// Whether a document of the archive would be read further by text recognition as it is now: wanted again, or installed since.
public final class RecognitionNeed {
  private let mode: RecognitionMode
  /// Asked for only where a document has something to recognise, since it opens the model.
  private lazy var model = RecognitionModel.installed?.description ?? ""

  public init(_ mode: RecognitionMode) { self.mode = mode }

  /// - Parameter reread: whether documents are read again where that gives something else, not only something more.
  func isMet(by stored: StoredRecognition, reread: Bool) -> Bool {
    switch mode {
    case .never: !reread || stored.recognisedPages == 0
    case .auto: stored.unreadPages == 0 && (!reread || stored.recognisedPages == 0) || stored.by == model
    case .always: !reread || stored.recognisedPages == stored.pages && stored.by == model
    }
  }
}
