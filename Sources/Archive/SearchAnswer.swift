public import Facts

/// What a search found: the search answer (`paragraf-search/1`), written as one JSON object.
public struct SearchAnswer: Codable, Sendable, Equatable {
  public static let currentFormat = "paragraf-search/1"

  public var format: String = Self.currentFormat
  /// As it was understood: words, and phrases in quotes.
  public var query: String
  /// All sections that match, also those beyond `hits`.
  public var total: Int
  /// How many of the first hits were left out.
  public var offset: Int
  /// A better spelling; null where there is none to give.
  @OrNull public var suggestion: String?
  /// What was not understood in the query as it may have been meant: Swedish sentences.
  public var notes: [String]
  /// `municipality`, `body`, `year`, `type`, `fact` (kind of fact), `outcome` -> value -> the number of matching sections. What a document does not tell is not counted.
  public var facets: [String: [String: Int]]
  /// Best first; those of a sample in the order drawn.
  public var hits: [Hit]
  /// Where the hits are a sample of all, how it was drawn; only there the key is written.
  public var sample: DrawnSample?
}

/// One section that matches.
public struct Hit: Codable, Sendable, Equatable {
  public var document: DocumentLabel
  /// The § number; null for a report's section.
  @OrNull public var paragraph: Int?
  public var heading: String
  /// As written; null where none is.
  @OrNull public var diarienummer: String?
  /// `paragraf` or `section`; the kind of fact where one is asked for (`typ:belopp`).
  public var kind: String
  /// Verbatim text around the hit, which stands between `**`; "…" where the text goes on.
  public var snippet: String
  /// The page on which the hit stands, counted from 1.
  public var page: Int
  /// The printed lines on that page in which the hit stands: `[x0, y0, x1, y1]` in PDF points, origin top left. Empty for plain text, and
  /// where the words stand in the heading alone and its place is not known.
  public var boxes: [[Double]]
  /// Whether that page's text was recognised from its image (textigenkänning).
  public var recognised: Bool
  /// Rises with relevance: BM25, comparable within one answer only.
  public var score: Double
  /// Its place among the document's sections, from 0: with the document's id its name for as long as the document is not read anew.
  public var section: Int
  /// Other files in which the same § of the same meeting stands; what stands there is not counted again.
  public var otherFiles: [OtherFile]
  /// Why it was found, in Swedish sentences; empty where that is not asked for.
  public var why: [String]

  enum CodingKeys: String, CodingKey {
    case document, paragraph, heading, diarienummer, kind, snippet, page, boxes, recognised, score, section, why
    case otherFiles = "other_files"
  }
}

/// Another file of the same meeting.
public struct OtherFile: Codable, Sendable, Equatable {
  /// The file's name.
  public var source: String
  /// rättad, omedelbart justerad, utdrag, utan personuppgifter; null for the minutes as they are.
  @OrNull public var version: String?

  public init(source: String, version: String?) {
    self.source = source
    self.version = version
  }
}

/// What a document is called, in answers.
public struct DocumentLabel: Codable, Sendable, Equatable {
  public var id: String
  public var source: String
  public var type: String
  @OrNull public var municipality: String?
  @OrNull public var body: String?
  @OrNull public var date: String?
  @OrNull public var year: Int?
  /// rättad, omedelbart justerad, utdrag, utan personuppgifter; null for the minutes as they are.
  @OrNull public var version: String?
}
