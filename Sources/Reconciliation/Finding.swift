/// A contradiction in a report or between two: what does not agree, with both places, so that a person can check it at once.
public struct Finding: Codable, Sendable, Equatable {
  /// What sort of contradiction it is.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The rows of a table do not make its sum.
    case sum = "summa"
    /// The columns of a row do not make its deviation.
    case row = "rad"
    /// The parts are larger than the whole.
    case whole = "delar_och_helhet"
    /// A figure in the text is another than the table's.
    case text = "text_mot_tabell"
    /// Figures in the text do not make the sum that it states.
    case textSum = "summa_i_text"
    /// The same table or key figure under several headings.
    case repeated = "upprepad"
    /// One thing has two figures.
    case conflict = "skilda_uppgifter"
    /// A claimed number is not the counted.
    case count = "antal"
    /// A trend word against its series.
    case trend = "trend"
    /// A later report has another figure of the same year.
    case restated = "omräknad"
  }

  /// Where one side of it stands.
  public struct Place: Codable, Sendable, Equatable {
    /// The report's file.
    public var source: String
    /// Counts from 1; nil where it is not known.
    public var page: Int?
    /// The words or the row, as they stand there.
    public var quote: String

    public init(source: String, page: Int?, quote: String) {
      self.source = source
      self.page = page
      self.quote = quote
    }
  }

  public var kind: Kind
  /// One Swedish sentence with the figures and what does not agree.
  public var message: String
  /// Both places, the one that is questioned first.
  public var places: [Place]

  public init(_ kind: Kind, _ message: String, _ places: [Place]) {
    self.kind = kind
    self.message = message
    self.places = places
  }
}
