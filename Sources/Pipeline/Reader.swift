public import Facts
import Foundation

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
  /// - Parameter rulesFolder: the folder with the rule files; nil for the one that belongs to the program.
  public init(rulesFolder: String? = nil) throws {}

  /// Reads one `.pdf`, `.txt` or `.md`.
  public func read(path: String) throws -> Reading {
    throw ReadFailure("\(path): läsaren är inte byggd än")
  }
}
