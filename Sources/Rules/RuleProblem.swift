/// A mistake in a rule file: where it stands and what was meant, for the one who writes rules.
public struct RuleProblem: Error, Sendable, CustomStringConvertible {
  /// The file, relative to the rules folder where it lies in it.
  public var file: String
  /// Counts from 1.
  public var line: Int
  /// Counts from 1.
  public var column: Int
  /// One Swedish sentence.
  public var message: String

  /// So many are told one by one where a user did not ask for all: a fragment that cannot be read is a mistake of every rule that names it, so that there
  /// may be hundreds.
  public static let mostTold = 5

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String { "\(file):\(line):\(column): \(message)" }
}
