public import Documents
internal import Extraction
public import Facts
internal import Foundation
internal import Language
internal import PDFReading
public import Pages
public import Rules

/// What came out of one file: its facts and its searchable text.
public struct Reading: Sendable {
  public let facts: FactsDocument
  /// Mistakes in the rules that it was read by; what has them was left out.
  public let ruleProblems: [RuleProblem]
  private let document: MunicipalDocument

  init(facts: FactsDocument, ruleProblems: [RuleProblem], document: MunicipalDocument) {
    self.facts = facts
    self.ruleProblems = ruleProblems
    self.document = document
  }

  /// Made when asked for: facts alone are often all that is wanted.
  public var sections: [TextSection] { SectionTexts(document).sections(with: facts) }
}

/// Why a file could not be read: one Swedish sentence that names the file and says what to do.
public struct ReadFailure: Error, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

/// The flow as one call: a file goes in, its facts come out.
public struct Reader: Sendable {
  public let rules: RuleSet
  /// The folder that they lie in.
  public let rulesFolder: String
  private let words: WordList
  private let recognition: RecognitionMode
  private let overlays: OverlayChoice

  /// - Parameters:
  ///   - rulesFolder: the folder with the rule files; nil for the one that belongs to the program.
  ///   - recognition: which pages' text is recognised from their image.
  ///   - municipality: whose overlay is used; nil for that of the municipality that each document names as its own.
  ///   - examples: whether the rules have their examples.
  ///   - patternFile: keeps the compiled patterns for the next reader (`PatternStore`); nil for none.
  /// - Throws: `RuleProblem` where there is no such folder; `ReadFailure` where that municipality has no overlay.
  public init(
    rulesFolder: String? = nil, recognition: RecognitionMode = .auto, municipality: String? = nil, examples: Bool = true,
    patternFile: String? = nil
  ) throws {
    self.recognition = recognition
    self.rulesFolder = try rulesFolder ?? RulesFolder.standard()
    let store = patternFile.map { PatternStore(path: $0, hash: FileHash.sha256) }
    rules = try RuleSet(folder: self.rulesFolder, examples: examples, store: store, hash: FileHash.sha256)
    store?.save()
    overlays = try OverlayChoice(rules, municipality: municipality)
    words = WordList()
  }

  /// Loads what is otherwise loaded when the first document needs it: the list of words. Who forks a process for each of several readers loads it once.
  public func prepare() { words.load() }

  /// Reads one `.pdf`, `.txt` or `.md`. Throws `ReadFailure`.
  /// - Parameters:
  ///   - lost: pages of a PDF to leave out, since reading them has failed before.
  ///   - progress: is told of each page of a PDF as it is done.
  public func read(path: String, lost: LostPages? = nil, progress: PageProgress = { _, _ in }) throws -> Reading {
    let (document, facts, used) = try documentAndFacts(path: path, lost: lost, progress: progress)
    return Reading(facts: facts, ruleProblems: RuleDoubts(general: rules, used: used).problems, document: document)
  }

  /// The same with the document's structure and the rules that it was read by, for explanation. Throws `ReadFailure`.
  public func documentAndFacts(
    path: String, lost: LostPages? = nil, progress: PageProgress = { _, _ in }
  ) throws -> (document: MunicipalDocument, facts: FactsDocument, rules: RuleSet) {
    let bytes = try Self.bytes(of: path)
    let pages = try pages(of: bytes, path: path, without: lost, progress)
    let (document, rules) = overlays.segment(pages, hyphenation: Hyphenation(words: words))
    let name = String(path.split(separator: "/").last ?? Substring(path))
    var facts = Extractor(rules: rules).extract(document, id: FileHash.sha256(bytes), source: name)
    PageDoubts(pages: document.pages, lost: lost, mode: recognition).note(in: &facts)
    facts.doubts += RuleDoubts(general: self.rules, used: rules, municipality: document.frontMatter.municipality).doubts
    return (document, facts, rules)
  }

  /// The document's structure by the general rules, with those of the municipality that was asked for but of no other. Throws `ReadFailure`.
  func drafted(path: String, progress: PageProgress) throws -> MunicipalDocument {
    let pages = try pages(of: try Self.bytes(of: path), path: path, without: nil, progress)
    return Segmenter(rules: overlays.asked ?? rules, hyphenation: Hyphenation(words: words)).segment(pages)
  }

  /// Reads the pages of a PDF from one on, each by itself and to no other end than to see that it can be done. Throws `ReadFailure`.
  public func probe(path: String, from first: Int, progress: PageProgress) throws {
    try Self.naming(path) {
      let document = try PDFDocument(path: path)
      for number in stride(from: first, through: document.pageCount, by: 1) {
        _ = try? document.page(number, words: words, recognition: recognition)
        progress(number, document.pageCount)
      }
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReadFailure("\(path): filen finns inte; se efter att namnet är rätt skrivet.")
    }
    guard !isFolder.boolValue else { throw ReadFailure("\(path): är en mapp; ange en fil, eller använd \"paragraf index\".") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReadFailure("\(path): filen kan inte läsas; se efter att du har rätt till den.")
    }
    guard !data.isEmpty else { throw ReadFailure("\(path): filen är tom; hämta den på nytt.") }
    return Array(data)
  }

  private func pages(of bytes: [UInt8], path: String, without lost: LostPages?, _ progress: PageProgress) throws -> [Page] {
    try Self.naming(path) {
      // A PDF is known by its first bytes, whatever its name.
      if path.lowercased().hasSuffix(".pdf") || bytes.starts(with: Array("%PDF-".utf8)) {
        return try PDFDocument(bytes: bytes).pages(
          words: words, recognition: recognition, without: Set(lost?.numbers ?? []), progress: progress)
      }
      return TextPages(try TextEncoding.decode(bytes).utf8, words: words).pages
    }
  }

  /// Puts the file's name before what is said of it.
  private static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PDFError {
      throw ReadFailure("\(path): \(error)")
    } catch let error as TextEncodingError {
      throw ReadFailure("\(path): \(error)")
    }
  }
}
