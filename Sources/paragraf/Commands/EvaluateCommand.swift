import ArgumentParser
import Evaluation
import Foundation
import Rules
import Workers

/// `paragraf evaluate`: how well documents are read, against annotations of them.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Scores what is read in a document against an annotation of it, with what was missed.",
    discussion: """
      GOLD is JSON with the keys of a facts document; what it has no key for is not measured. With two folders, each annotation NAME.json is \
      held against NAME.pdf, .txt or .md (NAME-tables.json too), and the sums and the weakest document of each measure are shown.
      """)

  @Argument(help: "The annotation, or a folder of them.")
  var gold: String

  @Argument(help: "The document, or a folder of them.")
  var file: String

  @Flag(help: "Lists what was missed, found in excess, or read wrong.")
  var misses = false

  @Option(help: "text, or json with the counts of each document.")
  var format: TextOrJSON = .text

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let pairs = try GoldPair.pairs(gold: gold, documents: file)
    let pool = reading.pool(files: pairs.count)
    var rest = pairs[...]
    var boards: [(name: String, board: Board)] = []
    var hasFailed = false
    func next() -> String? { rest.popFirst()?.document }
    try pool.read(withSections: false, next: next) { index, result in
      switch result {
      case .success(let answer): boards.append((pairs[index].name, try pairs[index].compare(with: Data(answer.factsJSON))))
      case .failure(let failure):
        hasFailed = true
        Output.error("paragraf: \(failure)")
      }
    }
    WarningText.write(of: pool)
    let text = BoardText(boards: boards)
    try Output.line(format == .json ? text.json : text.table)
    if misses { for line in text.misses { try Output.line(line) } }
    if hasFailed { throw ExitCode(2) }
  }
}

/// An annotation with the document that it is of.
struct GoldPair {
  /// The annotation's file name without its ending.
  var name: String
  var gold: URL
  /// Path.
  var document: String

  private static let endings = ["pdf", "txt", "md"]
  /// An annotation of a document's tables alone stands beside that of its text.
  private static let partEnding = "-tables"

  /// - Throws: a `CommandFailure` where there is nothing to compare.
  static func pairs(gold: String, documents: String) throws -> [GoldPair] {
    guard isFolder(gold) else {
      guard !isFolder(documents) else {
        throw CommandFailure("\(gold) är en fil men \(documents) en mapp; ange två filer eller två mappar")
      }
      let url = URL(fileURLWithPath: gold)
      return [GoldPair(name: url.deletingPathExtension().lastPathComponent, gold: url, document: documents)]
    }
    let files = (try? FileManager.default.contentsOfDirectory(at: URL(fileURLWithPath: gold), includingPropertiesForKeys: nil)) ?? []
    let annotations = files.filter { $0.pathExtension == "json" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    let pairs = annotations.compactMap { pair($0, documents: URL(fileURLWithPath: documents)) }
    guard !pairs.isEmpty else { throw CommandFailure("ingen annotation (.json) i \(gold) har ett dokument med samma namn i \(documents)") }
    return pairs
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func pair(_ gold: URL, documents: URL) -> GoldPair? {
    let name = gold.deletingPathExtension().lastPathComponent
    let bare = name.hasSuffix(partEnding) ? String(name.dropLast(partEnding.count)) : name
    let paths = endings.map { documents.appendingPathComponent("\(bare).\($0)").path }
    return paths.first { FileManager.default.fileExists(atPath: $0) }.map { GoldPair(name: name, gold: gold, document: $0) }
  }

  /// What is wrong with a file that is no annotation, with the line where JSON knows it.
  private static func place(ofMistakeIn data: Data) -> String {
    do {
      _ = try WrittenText.text(Array(data))
    } catch {
      return ":\(error.line): \(error.message)"
    }
    do {
      _ = try JSONSerialization.jsonObject(with: data)
      return " är ingen annotation: ett JSON-objekt med nycklar som \"paragraphs\" väntades"
    } catch let error as NSError {
      let told = error.userInfo["NSDebugDescription"] as? String ?? ""
      let offset = told.firstMatch(of: #/character (\d+)/#).flatMap { Int($0.1) }
      let line = offset.map { ":\(data.prefix($0).count { $0 == 0x0A } + 1)" } ?? ""
      return "\(line): filen är inte giltig JSON; se efter att komman och citattecken är rätt på raden och den före"
    }
  }

  func compare(with facts: Data) throws -> Board {
    guard let data = try? Data(contentsOf: gold) else { throw CommandFailure("\(gold.path) kan inte läsas; se efter att filen finns") }
    do {
      for key in try Evaluator.unknownKeys(gold: data, facts: facts) {
        Output.error("paragraf: \(gold.path): nyckeln \"\(key)\" är ingen som mäts; se efter hur den stavas")
      }
      return try Evaluator.compare(gold: data, facts: facts)
    } catch is DecodingError {
      throw CommandFailure("\(gold.path)\(Self.place(ofMistakeIn: data))")
    }
  }
}
