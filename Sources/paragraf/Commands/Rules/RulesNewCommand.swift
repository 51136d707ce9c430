import ArgumentParser
import Drafting
import Foundation
import Pipeline
import Rules
import Workers

/// `paragraf rules new`.
struct RulesNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Proposes the own rules of a municipality from a few of its documents.",
    discussion: """
      What the general rules read already is left out; what is unsure is marked. The file is written into rules/municipality, which is where \
      it is used from; nothing is ever written over.
      """)

  @Argument(help: "The municipality, as its documents name it: \"Björkmåla kommun\".")
  var municipality: String

  @Argument(help: "Three to five of its documents: PDF, .txt or .md.")
  var files: [String]

  @Option(name: .customLong("out"), help: "Another file to write, or - for the screen.")
  var out: String?

  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var limits: LimitsOption
  @OptionGroup var rules: RulesOption

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("ange minst ett dokument efter kommunens namn.") }
    guard !Overlay.fileName(for: municipality).isEmpty else { throw ValidationError("kommunens namn ska ha minst en bokstav.") }
  }

  func run() throws {
    let reader = try rules.reader()
    WarningText.write(of: reader.rules)
    let target = out ?? "\(reader.rulesFolder)/municipality/\(Overlay.fileName(for: municipality)).yaml"
    if target != "-", FileManager.default.fileExists(atPath: target) {
      throw CommandFailure("\(target) finns redan; ändra i den, eller skriv förslaget till en annan fil med --out")
    }
    let samples = try files.map(sample)
    let draft = OverlayDraft(municipality, samples: samples, rules: reader.rules)
    if target == "-" { return try Output.line(String(draft.yaml.dropLast())) }
    try write(draft.yaml, to: target)
    let here = FileManager.default.currentDirectoryPath + "/"
    let shown = target.hasPrefix(here) ? String(target.dropFirst(here.count)) : target
    let rows = Swedish.count(draft.count, "rad", "rader")
    try Output.line(
      draft.count == 0
        ? "Skrev \(shown). De allmänna reglerna läser dokumenten; hittar du fel ändå, skriv själv en rad om det."
        : "Skrev \(shown) med \(rows) att läsa igenom. Kör sedan: paragraf rules check \(Self.quoted(files[0]))")
  }

  /// A file's name as a shell takes it.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }

  private func sample(_ file: String) throws -> SampleDocument {
    let program = WorkerCommand.program(limits, recognition, rules, try OverlayOption.parse([]))
    let answer = try WorkerTask.sample(path: file).perform(by: program, limits: limits.limits)
    return try JSONDecoder().decode(SampleDocument.self, from: Data(answer))
  }

  private func write(_ text: String, to target: String) throws {
    do {
      let url = URL(fileURLWithPath: target)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    } catch {
      throw CommandFailure("\(target) kan inte skrivas; se efter att du har rätt till mappen, eller ange en annan fil med --out")
    }
  }
}
