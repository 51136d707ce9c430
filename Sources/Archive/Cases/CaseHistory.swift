public import Facts

/// A case (ärende) through meetings and bodies, as far as the archive knows it.
public struct CaseHistory: Codable, Sendable, Equatable {
  public static let currentFormat = "paragraf-case/1"

  public var format: String = Self.currentFormat
  /// The case number that was asked for, in its normal form (`KS 2024/112`).
  public var caseNumber: String
  /// Whose case it is; null where no document says, or where several have the number and none was chosen.
  @OrNull public var municipality: String?
  /// All that have a case with this number, sorted: with more than one it is as many cases.
  public var municipalities: [String]
  /// In the order of the meetings; those of one day in the order in which a case goes (arbetsutskott, nämnd, kommunstyrelse, fullmäktige).
  public var steps: [Step] = []
  /// References to § that the archive does not hold, in the order of their days.
  public var missing: [MissingStep] = []

  enum CodingKeys: String, CodingKey {
    case format, municipality, municipalities, steps, missing
    case caseNumber = "case_number"
  }

  init(caseNumber: String, municipalities: [String]) {
    self.caseNumber = caseNumber
    self.municipalities = municipalities
  }

  /// One § in which the case was dealt with.
  public struct Step: Codable, Sendable, Equatable {
    public var document: DocumentLabel
    public var paragraph: Int
    public var heading: String
    /// As written; null where the § has none.
    @OrNull public var diarienummer: String?
    @OrNull public var outcome: String?
    /// Verbatim, point by point.
    public var decisions: [String]
    /// The page on which the § begins, counted from 1.
    public var page: Int
    /// Its place among the document's sections, from 0.
    public var section: Int
    /// Whether it has the case number itself; otherwise a § of the case refers to it, or it to one of them.
    public var hasCaseNumber: Bool
    /// The indices in `steps` of the § that it refers to.
    public var refersTo: [Int]

    enum CodingKeys: String, CodingKey {
      case document, paragraph, heading, diarienummer, outcome, decisions, page, section
      case hasCaseNumber = "has_case_number"
      case refersTo = "refers_to"
    }
  }

  /// A § that is referred to and is not in the archive.
  public struct MissingStep: Codable, Sendable, Equatable {
    @OrNull public var body: String?
    /// `YYYY-MM-DD`.
    @OrNull public var date: String?
    public var paragraph: Int
    /// The index in `steps` of the first § that refers to it.
    public var referredFrom: Int

    public init(body: String?, date: String?, paragraph: Int, referredFrom: Int) {
      self.body = body
      self.date = date
      self.paragraph = paragraph
      self.referredFrom = referredFrom
    }

    enum CodingKeys: String, CodingKey {
      case body, date, paragraph
      case referredFrom = "referred_from"
    }
  }
}
