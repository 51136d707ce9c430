import ArgumentParser
import Foundation
import Pipeline
import Workers

/// `paragraf page`: a page as an image.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Writes a page of a PDF as an image (PNG), with places marked.",
    discussion: """
      --highlight can be given several times, each time with one of
        x0,y0,x1,y1   a box in points from the page's top left corner, as in the facts ("boxes")
        text:WORDS    every place on the page where the words stand
        "§ 18"        the heading of that §
      Where one of them is not on the page no image is written, and the exit code is 1.
      """)

  @Argument(help: "A PDF.")
  var file: String

  @Argument(help: "The page, counted from 1.")
  var number: Int

  @Option(help: "The file to write; - for standard output.")
  var png: String

  @Option(help: "Dots an inch, 10 to 1200. A page too large for it gets a coarser image.")
  var dpi: Double = 150

  @Option(name: .customLong("highlight"), parsing: .singleValue, help: "What to mark.")
  var highlights: [String] = []

  @OptionGroup var options: TaskOptions

  func validate() throws {
    if !(10...1200).contains(dpi) { throw ValidationError("--dpi ska vara mellan 10 och 1200") }
    if let wrong = highlights.first(where: { Highlight($0) == nil }) {
      throw ValidationError("--highlight \(wrong): ange en ruta (x0,y0,x1,y1), text:ORD eller \"§ 18\"")
    }
  }

  func run() throws {
    do {
      let image = try options.perform(.image(path: file, page: number, dotsPerInch: dpi, highlights: highlights))
      try Output.bytes(image, to: png)
    } catch let missing as NotInFile {
      throw NothingFound("\(file): \(missing)")
    }
  }
}
