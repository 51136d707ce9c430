public import Documents
internal import Extraction
public import Facts
internal import Foundation
internal import Language
internal import PDFReading
internal import Pages
public import Rules

/// What came out of one file: its facts and its searchable text.
public struct Reading: Sendable {
  public var facts: FactsDocument
  public var sections: [TextSection]

  public init(facts: FactsDocument, sections: [TextSection]) {
    self.facts = facts
    self.sections = sections
  }
}

/// Why a file could not be read: one Swedish sentence that names the file and says what to do.
public struct ReadFailure: Error, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

/// The flow as one call: a file goes in, its facts come out.
public struct Reader: Sendable {
  public let rules: RuleSet
  private let words: WordList

  /// - Parameter rulesFolder: the folder with the rule files; nil for the one that belongs to the program.
  /// - Throws: `RuleProblem` where there is no such folder.
  public init(rulesFolder: String? = nil) throws {
    rules = try RuleSet(folder: try rulesFolder ?? RulesFolder.standard(), hash: FileHash.sha256)
    words = WordList()
  }

  /// Reads one `.pdf`, `.txt` or `.md`. Throws `ReadFailure`.
  public func read(path: String) throws -> Reading {
    let (document, facts) = try documentAndFacts(path: path)
    return Reading(facts: facts, sections: SectionTexts(document).sections(with: facts))
  }

  /// The same with the document's structure, for explanation. Throws `ReadFailure`.
  public func documentAndFacts(path: String) throws -> (document: MunicipalDocument, facts: FactsDocument) {
    let bytes = try Self.bytes(of: path)
    let document = Segmenter(rules: rules, hyphenation: Hyphenation(words: words)).segment(try pages(of: bytes, path: path))
    let name = String(path.split(separator: "/").last ?? Substring(path))
    var facts = Extractor(rules: rules).extract(document, id: FileHash.sha256(bytes), source: name)
    noteUnreadPages(of: document, in: &facts)
    return (document, facts)
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

  private func pages(of bytes: [UInt8], path: String) throws -> [Page] {
    do {
      // A PDF is known by its first bytes, whatever its name.
      if path.lowercased().hasSuffix(".pdf") || bytes.starts(with: Array("%PDF-".utf8)) {
        return try PDFDocument.readPages(path: path, words: words)
      }
      return TextPages(try TextEncoding.decode(bytes).utf8, words: words).pages
    } catch let error as PDFError {
      throw ReadFailure("\(path): \(error)")
    } catch let error as TextEncodingError {
      throw ReadFailure("\(path): \(error)")
    }
  }

  /// Pages without text are said, not passed over.
  private func noteUnreadPages(of document: MunicipalDocument, in facts: inout FactsDocument) {
    facts.document.unreadPages = document.pages.filter { $0.size != nil && $0.lines.isEmpty }.map(\.number)
    guard !facts.document.unreadPages.isEmpty else { return }
    let all = facts.document.unreadPages.count == document.pages.count
    let which = all ? "Dokumentet har" : "Sidorna \(facts.document.unreadPages.map(String.init).joined(separator: ", ")) har"
    facts.doubts.append(Doubt(message: "\(which) ingen läsbar text och behöver textigenkänning.", page: facts.document.unreadPages.first))
  }
}
