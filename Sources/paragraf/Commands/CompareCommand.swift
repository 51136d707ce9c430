import Archive
import ArgumentParser
import Comparison
import Corrections
import Facts
import Foundation
import Spreadsheet

/// `paragraf compare`: reports side by side, over years or over municipalities.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Lays reports side by side: results, goals, key figures and assignments over years, or over municipalities.",
    discussion: """
      Without files, the reports of the archive are compared; nothing is read again. With files, those are read and compared, and no
      archive is needed. Sums are shown in tkr, with the unit that the report writes beside them.
      """)

  @Argument(help: "Reports to read and compare instead of those in the archive.")
  var files: [String] = []

  @Option(help: "Reports of this body only (a part of the name is enough: socialnämnden).")
  var body: String?

  @Option(help: "Reports of this municipality only.")
  var municipality: String?

  @Option(help: "Reports of this year (2023) or these (2019-2023) only.", transform: YearSpan.init)
  var year: YearSpan?

  @Option(help: "Rows whose name holds these words only (hemsjukvård).")
  var unit: String?

  @Option(help: "Result figures of this measure only: budget, utfall, avvikelse, prognos or resultat.")
  var measure: Measure?

  @Option(help: "resultat, mål, nyckeltal or uppdrag; may be given more than once. Default: all.", transform: CompareCommand.subject)
  var subject: [Subject] = []

  @Option(help: "text, csv, json, xlsx or html.")
  var format: Format = .text

  @Option(help: "The file to write. Needed for xlsx.")
  var out: String?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var reading: ReadingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
    case xlsx
    case html
  }

  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case budget
    case utfall
    case avvikelse
    case prognos
    case resultat
  }

  func validate() throws {
    if format == .xlsx, out == nil { throw ValidationError("--format xlsx skriver en fil: ange vilken med --out") }
  }

  func run() throws {
    let (documents, remarks, hasFailed) = try files.isEmpty ? stored() : read()
    let chosen = documents.filter { matches($0.document) }
    guard !chosen.isEmpty else {
      throw NothingFound("inga rapporter att jämföra\(files.isEmpty ? " i \(archive.path)" : "") med det urvalet")
    }
    var comparison = Comparison(of: chosen, remarks: remarks)
    if let unit { comparison.keep(unit: unit) }
    if let measure { comparison.keep(measure: measure.rawValue) }
    if !subject.isEmpty { comparison.keep(Set(subject)) }
    try write(comparison)
    if hasFailed { throw ExitCode(2) }
    if comparison.isEmpty { throw NothingFound("rapporterna har inget av det som söktes att jämföra") }
  }

  private static func subject(_ text: String) throws -> Subject {
    guard let subject = Subject(rawValue: text.lowercased()) else {
      throw ValidationError("--subject ska vara \(Subject.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return subject
  }

  /// The reports of the archive; minutes are none, though a report may stand in them.
  private func stored() throws -> (documents: [FactsDocument], remarks: [String], hasFailed: Bool) {
    let archive = try Archive(path: archive.path, mode: .existing)
    let wanted = try archive.documents().filter { document in
      document.type != "protokoll" && matches(municipality: document.municipality, body: document.body, year: document.year)
    }
    let corrected = try wanted.map { try archive.correctedFacts(ofDocument: $0.id) }.filter { Report($0.factsInUse).holdsReport }
    return (corrected.map(\.factsInUse), corrected.compactMap(\.remark), false)
  }

  private func read() throws -> (documents: [FactsDocument], remarks: [String], hasFailed: Bool) {
    var documents: [FactsDocument] = []
    let hasFailed = try reading.readings(of: files) { facts, _ in documents.append(facts) }
    return (documents, [], hasFailed)
  }

  private func matches(_ document: DocumentFacts) -> Bool {
    matches(municipality: document.municipality, body: document.body, year: document.year)
  }

  private func matches(municipality its: String?, body itsBody: String?, year itsYear: Int?) -> Bool {
    func holds(_ wanted: String?, _ name: String?) -> Bool {
      wanted.map { (name ?? "").lowercased().contains($0.lowercased()) } ?? true
    }
    return holds(municipality, its) && holds(body, itsBody) && (year?.contains(itsYear) ?? true)
  }

  private func write(_ comparison: Comparison) throws {
    switch format {
    case .text: try write(ComparisonText.text(of: comparison, on: out == nil ? .standardOutput : .file) + "\n")
    case .csv: try write(SheetText.csv(comparison.sheets))
    case .json: try write(SheetText.json(comparison.sheets) + "\n")
    case .html: try write(HTMLPage(comparison).text)
    case .xlsx:
      let file = try NewFile(out ?? "")
      do { try Workbook.write(comparison.sheets, to: file.temporary) } catch let failure as Workbook.Failure {
        throw file.failure(failure.description)
      }
      try file.keep()
    }
  }

  private func write(_ text: String) throws {
    if let out { try Output.bytes(Array(text.utf8), to: out) } else { try Output.text(text) }
  }
}

/// A year, or from one year to another.
struct YearSpan {
  private let years: ClosedRange<Int>

  init(_ text: String) throws {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).compactMap { Int($0) }
    guard let first = parts.first, let last = parts.last, parts.count <= 2, first <= last, first > 1900 else {
      throw ValidationError("--year ska vara ett år (2023) eller två (2019-2023)")
    }
    years = first...last
  }

  func contains(_ year: Int?) -> Bool { year.map(years.contains) ?? false }
}
