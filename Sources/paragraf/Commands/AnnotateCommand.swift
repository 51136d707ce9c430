import ArgumentParser
import Workers

/// `paragraf annotate`: an annotation to correct by hand.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Writes what is read in a document as an annotation (JSON), to be corrected by hand.",
    discussion: """
      Correct it against the document, every line of it, and keep it: "paragraf evaluate" then tells whether the document is read right, by \
      these rules and by those to come. A key that is taken out is not measured.
      """)

  @Argument(help: "PDF, .txt or .md.")
  var file: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let pool = reading.pool(files: 1)
    var rest = [file][...]
    var failure: String?
    func next() -> String? { rest.popFirst() }
    try pool.read(withSections: false, next: next) { _, result in
      switch result {
      case .success(let answer): try Output.line(AnnotationText(factsJSON: answer.factsJSON).text)
      case .failure(let error): failure = "\(error)"
      }
    }
    if let failure { throw CommandFailure(failure) }
  }
}
