import Foundation
import PDFReading
import Testing

@Suite("Text recognition", .needsProgram)
struct RecognitionTests {
  let desk: Desk
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../corpus")
    .standardized
  private static let models = "/usr/share/tesseract-ocr/5/tessdata"
  static let isInstalled = RecognitionModel.installed?.knowsSigns == true
  static let hasSwedish = FileManager.default.fileExists(atPath: models + "/swe.traineddata")

  init() throws {
    desk = try Desk()
    try FileManager.default.createDirectory(atPath: desk.folder + "/in", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.corpus.appendingPathComponent("tn-2019-05-14.pdf"), to: URL(fileURLWithPath: desk.folder + "/in/skannad.pdf"))
  }

  private func doubts(_ run: Program.Run) throws -> [String] {
    try #require(try object(run.output)["doubts"] as? [[String: Any]]).compactMap { $0["message"] as? String }
  }

  @Test("What was left unread is read when index is run with recognition, once, and marked as recognised", .enabled(if: isInstalled))
  func unreadIsReadLater() throws {
    #expect(try desk.program.run("index", "in", "--ocr", "never").output.contains("Kunde inte läsas i sin helhet"))
    #expect(try desk.program.run("index", "in", "--ocr", "never").output.contains("0 lästa, 1 oförändrade"))
    #expect(try desk.program.run("search", "slamtömning").code == 1)
    let index = try desk.program.run("index", "in").output
    #expect(index.contains("1 lästa") && index.contains("Textigenkända") && !index.contains("Kunde inte läsas"))
    #expect(try desk.program.run("index", "in").output.contains("0 lästa, 1 oförändrade"))
    #expect(try desk.program.run("search", "slamtömning").output.contains("sida\u{A0}1 (textigenkänd)"))
    #expect(try desk.program.run("status").output.contains("Textigenkända"))
    let shown = try desk.program.run("show", "skannad.pdf", "--paragraf", "31").output
    #expect(shown.contains("textigenkänd"))
  }

  @Test("Where no model is installed the page says what to install")
  func noModel() throws {
    desk.program.environment = ["TESSDATA_PREFIX": desk.folder]
    let run = try desk.program.run("extract", "in/skannad.pdf")
    #expect(run.code == 0)
    #expect((try object(run.output)["document"] as? [String: Any])?["unread_pages"] as? [Int] == [1])
    #expect(try doubts(run).contains { $0.contains("tesseract-ocr-script-latn") && $0.contains("tesseract-ocr-swe") })
  }

  @Test("With the Swedish model alone pages are read, and what it takes for figures is said", .enabled(if: hasSwedish))
  func swedishModel() throws {
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder + "/swe.traineddata", withDestinationPath: Self.models + "/swe.traineddata")
    desk.program.environment = ["TESSDATA_PREFIX": desk.folder]
    let run = try desk.program.run("extract", "in/skannad.pdf")
    #expect((try object(run.output)["document"] as? [String: Any])?["recognised_pages"] as? [Int] == [1])
    #expect(try doubts(run).contains { $0.contains("läser § och % som siffror") })
  }

  @Test("A mode that there is not is refused")
  func wrongMode() throws {
    let run = try desk.program.run("extract", "in/skannad.pdf", "--ocr", "ibland")
    #expect(run.code == 2 && run.error.contains("never, auto eller always"))
  }
}
