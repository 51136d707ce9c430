import Archive
import ArgumentParser
import Corrections
import Facts
import Foundation

/// `paragraf show`: a document of the archive, or one § of it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a document of the archive: its § or headings, or one § with its parts.")

  @Argument(help: "The file's name, a part of it that no other has, or the beginning of the document's id.")
  var document: String

  @Option(help: "The number of the § to show.")
  var paragraf: Int?

  @Option(help: "text or json (the facts document, with --paragraf holding that § alone).")
  var format: TextOrJSON = .text

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let archive = try Archive(path: archive.path, mode: .existing)
    let document = try DocumentChoice(document).only(of: archive)
    var facts = try archive.facts(ofDocument: document.id)
    if let paragraf { facts = try facts.limited(to: paragraf) }
    switch format {
    case .json: try Output.line(String(decoding: FactsJSON.encode(facts), as: UTF8.self))
    case .text: try Output.line(text(of: facts, in: archive))
    }
  }

  private func text(of facts: FactsDocument, in archive: Archive) throws -> String {
    var text = TextLayout(.standardOutput)
    if paragraf == nil {
      text.add(facts, headings: try archive.headings(ofDocument: facts.document.id).map(HeadingLine.init))
      text.addSummary(of: facts)
      text.add(otherFiles: try archive.otherFiles(ofDocument: facts.document.id))
    } else {
      for paragraf in facts.paragraphs { text.add(paragraf, of: facts.document) }
    }
    let corrections = try archive.corrections(ofDocument: facts.document.id).current
    text.add(corrections: corrections.filter { paragraf == nil || $0.place.paragraf?.prefix { $0 != "." } == "\(paragraf ?? 0)" })
    return text.string
  }
}

extension FactsDocument {
  /// The document with the § of one number alone (more than one where it holds several meetings).
  fileprivate func limited(to number: Int) throws -> FactsDocument {
    var limited = FactsDocument(document: document)
    limited.paragraphs = paragraphs.filter { $0.number == number }
    limited.rules = rules
    if !limited.paragraphs.isEmpty { return limited }
    let numbers = paragraphs.map(\.number)
    guard let first = numbers.min(), let last = numbers.max() else { throw NothingFound("\(document.source) har inga §") }
    throw NothingFound("\(document.source) har ingen § \(number); där finns § \(first)–\(last)")
  }
}
