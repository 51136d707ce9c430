public import Language

/// What a query is read with, beside its text: the words of the rule files and the names in the archive. All of it may be empty; then
/// less is understood and nothing fails.
public struct QueryContext: Sendable {
  /// A word of a field with what it stands for: (`delvis uppfyllt`, `delvis_uppnått`).
  public struct Term: Sendable, Hashable {
    /// In any case; spaces and `_` are the same.
    public var word: String
    /// As the facts document has it.
    public var value: String

    /// A word and what it stands for.
    public init(_ word: String, _ value: String) {
      self.word = word
      self.value = value
    }
  }

  /// The unit words of money.
  public var units: MoneyUnits
  /// Short form and what it stands for (`HVB`, `hem för vård eller boende`), asked for both ways.
  public var abbreviations: [Term] = []
  /// Words that only bind others (`och`, `för`), folded.
  public var commonWords: Set<String> = []
  /// Names of bodies (organ), as the archive has them.
  public var bodies: [String] = []
  /// Short forms of bodies with the name's beginning (`SN`, `socialnämnden`).
  public var bodyAbbreviations: [Term] = []
  /// Names of municipalities, as the archive has them.
  public var municipalities: [String] = []
  /// How a case may end.
  public var outcomes: [Term] = []
  /// How a goal may go.
  public var goalOutcomes: [Term] = []
  /// Party letters and names, each with the letters.
  public var parties: [Term] = []
  /// Kinds of documents.
  public var documentTypes: [Term] = []

  /// A context that knows the units of money and nothing else.
  public init(units: MoneyUnits) { self.units = units }
}
