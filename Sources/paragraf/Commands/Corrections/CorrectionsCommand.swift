import Archive
import ArgumentParser
import Corrections
import Facts
import Foundation

/// `paragraf corrections`: what readers have said of facts.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections", abstract: "What readers have said of facts on the web pages.",
    subcommands: [CorrectionsListCommand.self, CorrectionsExportCommand.self])
}

/// `paragraf corrections list`.
struct CorrectionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the corrections that hold, by document, with who made them and when.",
    discussion: "With --format json all of them, also those that were replaced or taken back: an array, oldest first.")

  @Option(help: "text or json.")
  var format: TextOrJSON = .text

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let archive = try Archive(path: archive.path, mode: .existing)
    let all = try archive.corrections()
    switch format {
    case .json: try Output.line(String(decoding: FactsJSON.encoder.encode(all), as: UTF8.self))
    case .text: try Output.line(CorrectionText.text(of: all.current, names: try Self.names(archive), on: .standardOutput))
    }
  }

  private static func names(_ archive: Archive) throws -> [String: String] {
    Dictionary(try archive.documents().map { ($0.id, $0.source) }) { first, _ in first }
  }
}

/// `paragraf corrections export`.
struct CorrectionsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the corrections as annotations for \"paragraf evaluate\", a file a document.",
    discussion: """
      Of a list (the decisions of a §, the goals of a report) of which not every fact was judged it cannot be told what is missing: such a list \
      is left out, and said so.
      """)

  @Option(help: "The folder to write into; it is made if it is not there. Files of the same names are replaced.")
  var out: String

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let archive = try Archive(path: archive.path, mode: .existing)
    let corrected = Set(try archive.corrections().current.map(\.document))
    let documents = try archive.documents().filter { corrected.contains($0.id) }
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure("mappen \(out) kan inte skapas; se efter att du får skriva där, eller ange en annan med --out")
    }
    var (files, facts, leftOut) = (0, 0, 0)
    for document in documents {
      let content = try archive.correctedFacts(ofDocument: document.id)
      guard let export = try GoldExport(content) else {
        leftOut += content.states.count
        continue
      }
      // Two documents may have the same name.
      let name = URL(fileURLWithPath: document.source).deletingPathExtension().lastPathComponent
      let isShared = documents.filter { $0.source == document.source }.count > 1
      let file = try TextSink("\(out)/\(name)\(isShared ? "-\(document.id.prefix(8))" : "").json")
      try file.write(String(decoding: export.json, as: UTF8.self) + "\n")
      try file.finish()
      (files, facts, leftOut) = (files + 1, facts + export.facts, leftOut + export.leftOut)
    }
    tell(files, facts, leftOut: leftOut)
    if files == 0 { throw ExitCode(1) }
  }

  private func tell(_ files: Int, _ facts: Int, leftOut: Int) {
    let written = "\(Swedish.count(files, "facit", "facit")) med \(Swedish.count(facts, "bedömd uppgift", "bedömda uppgifter")) i \(out)"
    if leftOut == 0 { return Output.error(written) }
    let rest = Swedish.count(leftOut, "bedömd uppgift", "bedömda uppgifter")
    Output.error("\(written); \(rest) är inte med, eftersom inte alla i samma lista är bedömda")
  }
}
