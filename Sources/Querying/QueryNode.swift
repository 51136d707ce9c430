/// A query as it was read: what a § or section must have in order to be an answer, and what ranks it.
///
/// Children stand in the order of the query. `all` and `any` have at least two children; no node is empty.
public indirect enum QueryNode: Sendable, Hashable {
  /// Every child must hold. Words that only bind others (``QueryWord/isCommon``) may be missing, unless nothing else is asked for.
  case all([QueryNode])
  /// At least one child must hold: OR, ELLER, and a list by comma in a field.
  case any([QueryNode])
  /// The child must not hold: minus, NOT, INTE.
  case not(QueryNode)
  /// A word in any form, alone or inside a compound.
  case word(QueryWord)
  /// Words side by side, in this order; each in any form.
  case phrase([QueryWord])
  /// The children (words, phrases or prefixes) near each other, in any order, at most `within` other words between them.
  case near([QueryNode], within: Int)
  /// A word that begins so, folded: `avgift*`.
  case prefix(String)
  /// The child must hold in the heading (rubrik).
  case heading(QueryNode)
  /// What was typed, or one of its other ways of saying (förkortning and what it stands for), which ranks below it.
  case alternatives(QueryNode, or: [QueryNode])
  /// A field of the facts or of the document.
  case condition(Condition)
}

/// A word of the query, analysed as the texts are.
public struct QueryWord: Sendable, Hashable {
  /// As typed.
  public var typed: String
  /// In lower case, as the index keeps exact forms.
  public var exact: String
  /// What its forms have in common, as the index keeps it.
  public var stem: String
  /// The stems of its parts where it is a compound (sammansättning), in order; empty where it is none. A text where all of them stand
  /// near each other ("kostnader för placeringar") answers `placeringskostnad`, below one that has the word.
  public var parts: [String]
  /// Binds other words and says nothing itself (`och`, `för`, `att`).
  public var isCommon: Bool
  /// UTF-8 bytes of the query.
  public var place: Range<Int>

  /// A word with its analysis.
  public init(typed: String, exact: String, stem: String, parts: [String] = [], isCommon: Bool = false, place: Range<Int>) {
    self.typed = typed
    self.exact = exact
    self.stem = stem
    self.parts = parts
    self.isCommon = isCommon
    self.place = place
  }
}
