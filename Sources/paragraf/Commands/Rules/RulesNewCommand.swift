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
      What the rules read already is left out, those that the municipality has of its own among them; what is unsure is marked. The file is \
      written into rules/municipality, which is where it is used from; nothing is ever written over. Where it is there already, --out - shows \
      what can be added to it.
      """)

  @Argument(help: "The municipality, as its documents name it: \"Björkmåla kommun\".")
  var municipality: String

  @Argument(help: "Three to five of its documents: PDF, .txt or .md.")
  var files: [String] = []

  @Option(name: .customLong("out"), help: "Another file to write, or - for the screen.")
  var out: String?

  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var limits: LimitsOption
  @OptionGroup var rules: RulesOption

  func validate() throws {
    let isFile = [".pdf", ".txt", ".md"].contains { municipality.lowercased().hasSuffix($0) }
    guard !isFile, !FileManager.default.fileExists(atPath: municipality) else {
      throw ValidationError("\(municipality) är en fil; ange först kommunens namn: paragraf rules new \"Namn kommun\" FIL FIL FIL")
    }
    guard !files.isEmpty else { throw ValidationError("ange minst ett dokument efter kommunens namn.") }
    guard !Overlay.fileName(for: municipality).isEmpty else { throw ValidationError("kommunens namn ska ha minst en bokstav.") }
  }

  func run() throws {
    let reader = try rules.reader()
    WarningText.write(of: reader.rules)
    if let remark = try rules.remark() { Output.error(remark) }
    let target = out ?? "\(reader.rulesFolder)/municipality/\(Overlay.fileName(for: municipality)).yaml"
    if target != "-", FileManager.default.fileExists(atPath: target) {
      throw CommandFailure(
        "\(FileName.shown(target)) finns redan; ändra i den, se med --out - vad som kan läggas till, eller skriv det till en annan fil med --out"
      )
    }
    let own = reader.rules.overlays[municipality]
    let samples = try files.map { try sample($0, own: own != nil) }
    let draft = OverlayDraft(municipality, samples: samples, rules: own.map(reader.rules.with) ?? reader.rules)
    if target == "-" { return try Output.line(String(draft.yaml.dropLast())) }
    try write(draft.yaml, to: target)
    try Output.line(summary(of: draft, in: FileName.shown(target)))
  }

  private func summary(of draft: OverlayDraft, in file: String) -> String {
    if draft.paragrafer == 0 {
      return "Skrev \(file). Hittade inga paragrafer: skriv själv under \"headings\" hur paragrafens rubrik ser ut, se rules/README.md."
    }
    if draft.count == 0 { return "Skrev \(file). De allmänna reglerna läser dokumenten; hittar du fel ändå, skriv själv en rad om det." }
    let folder = rules.folder.map { ["--rules", FileName.quoted($0)] } ?? []
    let check = (["paragraf rules check"] + folder + files.map(FileName.quoted)).joined(separator: " ")
    return "Skrev \(file) med \(Swedish.count(draft.count, "rad", "rader")) att läsa igenom. Kör sedan: \(check)"
  }

  /// - Parameter own: whether the municipality has rules of its own already, by which the file is read too.
  private func sample(_ file: String, own: Bool) throws -> SampleDocument {
    let overlay = try OverlayOption.parse(own ? ["--municipality", municipality] : [])
    let program = WorkerCommand.program(limits, recognition, rules, overlay)
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
