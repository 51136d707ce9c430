public import Foundation

/// What the program says about one document: the facts document (`paragraf-facts/1`), written as one JSON object.
public struct FactsDocument: Codable, Sendable, Equatable {
  /// The version of the format.
  public static let currentFormat = "paragraf-facts/1"

  public var format: String = Self.currentFormat
  public var document: DocumentFacts
  /// Sammanträde: what the front page of minutes says; null where there is none.
  @OrNull public var meeting: Meeting?
  /// Paragrafer (§) of minutes, in the order of the document.
  public var paragraphs: [ParagrafFacts] = []
  public var goals: [Goal] = []
  public var assignments: [Assignment] = []
  public var amounts: [Money] = []
  public var tables: [TableFacts] = []
  public var indicators: [Indicator] = []
  /// What the program is not sure of, said instead of guessed.
  public var doubts: [Doubt] = []
  /// Lines of minutes that no rule placed.
  @OrEmpty public var unplaced: [Unplaced] = []
  /// The rules that took the facts, each with the hash (SHA-256, hexadecimal) of the file it stood in.
  public var rules: [String: String] = [:]

  public init(document: DocumentFacts) { self.document = document }
}

/// What a document is, from its front matter.
public struct DocumentFacts: Codable, Sendable, Equatable {
  /// SHA-256 of the file's bytes, hexadecimal.
  public var id: String
  /// The file's name.
  public var source: String
  /// protokoll, årsredovisning, delårsrapport, kvalitetsberättelse, revisionsrapport, budget or annat.
  public var type: String
  /// Kommun or region, in the form the document uses ("Björkmåla kommun").
  @OrNull public var municipality: String?
  /// Organ: the nämnd, styrelse, fullmäktige or company that met or reports.
  @OrNull public var body: String?
  /// The meeting's day, `YYYY-MM-DD`; null for reports.
  @OrNull public var date: String?
  /// The year reported on, or the meeting's.
  @OrNull public var year: Int?
  @OrNull public var title: String?
  /// Which version of the minutes it says that it is: rättad, omedelbart justerad, utdrag, utan personuppgifter; null for the minutes as they are.
  @OrNull public var version: String?
  /// The number of pages (form feeds + 1 for plain text).
  public var pages: Int
  /// Pages that were not read (they need text recognition, or are damaged), counted from 1. Empty where all could be read.
  public var unreadPages: [Int] = []
  /// Pages whose text was recognised from their image (textigenkänning), counted from 1.
  @OrEmpty public var recognisedPages: [Int] = []
  /// How they were recognised; null where none was, nor would be if it were tried again.
  @OrNull public var recognition: TextRecognition?

  public init(id: String, source: String, type: String, pages: Int) {
    self.id = id
    self.source = source
    self.type = type
    self.pages = pages
  }

  enum CodingKeys: String, CodingKey {
    case id, source, type, municipality, body, date, year, title, version, pages
    case recognition
    case unreadPages = "unread_pages"
    case recognisedPages = "recognised_pages"
  }
}

/// How the text of pages was recognised from their image (textigenkänning, OCR).
public struct TextRecognition: Codable, Sendable, Equatable {
  /// The program and its model, with their versions.
  public var by: String
  /// The mean confidence of the words, 0 to 1, of each of the recognised pages, in their order.
  public var confidence: [Double]

  public init(by: String, confidence: [Double]) {
    self.by = by
    self.confidence = confidence
  }
}

/// One § of minutes with its parts.
public struct ParagrafFacts: Codable, Sendable, Equatable {
  public var number: Int
  /// The small letter behind the number of a § put in between two others ("§ 116a"); nil, and then without a key, for nearly all.
  public var letter: String?
  @OrNull public var title: String?
  /// As written, without the classification code ("SN.2022.562").
  @OrNull public var diarienummer: String?
  /// The classification code (klassificeringskod) written after the diarienummer.
  @OrNull public var processCode: String?
  /// The lead-in before the decision's points ("Kommunstyrelsen beslutar").
  @OrNull public var lead: String?
  public var motions: [Motion] = []
  public var decisions: [Decision] = []
  /// bifall, avslag, återremiss, bordläggning, besvarad, anteckning, val or annat.
  @OrNull public var outcome: String?
  public var votes: [Vote] = []
  public var reservations: [Reservation] = []
  /// Names of those who were jäviga.
  public var recusals: [String] = []
  public var recipients: [String] = []
  public var basis: [String] = []
  public var references: [Reference] = []
  /// Protokollsanteckningar and särskilda yttranden.
  @OrEmpty public var statements: [Statement] = []
  /// Omedelbar justering: whether the § was approved at once.
  @OrEmpty public var immediateApproval: Bool = false
  /// Sekretess: whether the § stands in a record of its own that is secret.
  @OrEmpty public var confidential: Bool = false
  /// Where the § begins: its heading.
  @OrNull public var source: Evidence?

  public init(number: Int, letter: String? = nil) {
    self.number = number
    self.letter = letter
  }

  /// The number with its letter, as it is written: "116a".
  public var designation: String { "\(number)\(letter ?? "")" }

  enum CodingKeys: String, CodingKey {
    case number, letter, title, diarienummer, lead, motions, decisions, outcome, votes, reservations, recusals, recipients, basis
    case references, source, statements, confidential
    case immediateApproval = "immediate_approval"
    case processCode = "process_code"
  }
}

/// Yrkande: a proposal moved at the table.
public struct Motion: Codable, Sendable, Equatable {
  /// As written, parties and titles included.
  @OrNull public var mover: String?
  public var text: String
  @OrNull public var source: Evidence?

  public init(mover: String?, text: String, source: Evidence? = nil) {
    self.mover = mover
    self.text = text
    self.source = source
  }
}

/// Beslut: one sentence or one point, verbatim.
public struct Decision: Codable, Sendable, Equatable {
  public var text: String
  /// The deciding verb.
  @OrNull public var action: String?
  @OrNull public var source: Evidence?

  public init(text: String, action: String?, source: Evidence? = nil) {
    self.text = text
    self.action = action
    self.source = source
  }
}

/// Votering, omröstning: one vote's tally; null for what the minutes do not give. With the names, where the minutes have them.
public struct Vote: Codable, Sendable, Equatable {
  @OrNull public var yes: Int?
  @OrNull public var no: Int?
  @OrNull public var abstain: Int?
  @OrNull public var absent: Int?
  /// What Ja and Nej stood for ("bifall till kommunstyrelsens förslag").
  @OrNull public var yesMeans: String?
  @OrNull public var noMeans: String?
  /// Who voted what, as written, parties included.
  @OrEmpty public var yesNames: [String] = []
  @OrEmpty public var noNames: [String] = []
  @OrEmpty public var abstainNames: [String] = []
  @OrEmpty public var absentNames: [String] = []
  @OrNull public var source: Evidence?

  enum CodingKeys: String, CodingKey {
    case yes, no, abstain, absent, source
    case yesMeans = "yes_means"
    case noMeans = "no_means"
    case yesNames = "yes_names"
    case noNames = "no_names"
    case abstainNames = "abstain_names"
    case absentNames = "absent_names"
  }

  public init(yes: Int?, no: Int?, abstain: Int? = nil, absent: Int? = nil, source: Evidence? = nil) {
    self.yes = yes
    self.no = no
    self.abstain = abstain
    self.absent = absent
    self.source = source
  }
}

/// Reservation against a decision.
public struct Reservation: Codable, Sendable, Equatable {
  /// As written, parties included.
  @OrNull public var who: String?
  public var text: String
  @OrNull public var source: Evidence?

  public init(who: String?, text: String, source: Evidence? = nil) {
    self.who = who
    self.text = text
    self.source = source
  }
}

/// A mention of another decision by date and §.
public struct Reference: Codable, Sendable, Equatable {
  @OrNull public var body: String?
  /// `YYYY-MM-DD`.
  @OrNull public var date: String?
  public var paragraph: Int
  @OrNull public var source: Evidence?

  public init(body: String?, date: String?, paragraph: Int, source: Evidence? = nil) {
    self.body = body
    self.date = date
    self.paragraph = paragraph
    self.source = source
  }
}

/// Mål with its outcome (måluppfyllelse).
public struct Goal: Codable, Sendable, Equatable {
  @OrNull public var number: String?
  public var text: String
  /// uppnått, delvis_uppnått, ej_uppnått or ej_bedömt.
  public var outcome: String
  @OrNull public var outcomeAsWritten: String?
  /// The heading it stands under.
  @OrNull public var context: String?
  @OrNull public var source: Evidence?

  public init(
    number: String?, text: String, outcome: String, outcomeAsWritten: String?, context: String?, source: Evidence? = nil
  ) {
    self.number = number
    self.text = text
    self.outcome = outcome
    self.outcomeAsWritten = outcomeAsWritten
    self.context = context
    self.source = source
  }

  enum CodingKeys: String, CodingKey {
    case number, text, outcome, context, source
    case outcomeAsWritten = "outcome_as_written"
  }
}

/// Uppdrag with a status.
public struct Assignment: Codable, Sendable, Equatable {
  public var text: String
  /// pågår, klar or ej_påbörjad.
  @OrNull public var status: String?
  @OrNull public var statusAsWritten: String?
  /// `YYYY-MM-DD`.
  @OrNull public var start: String?
  /// `YYYY-MM-DD`.
  @OrNull public var end: String?
  @OrNull public var source: Evidence?

  public init(
    text: String, status: String?, statusAsWritten: String?, start: String?, end: String?, source: Evidence? = nil
  ) {
    self.text = text
    self.status = status
    self.statusAsWritten = statusAsWritten
    self.start = start
    self.end = end
    self.source = source
  }

  enum CodingKeys: String, CodingKey {
    case text, status, start, end, source
    case statusAsWritten = "status_as_written"
  }
}

/// Belopp: a sum of money in running text.
public struct Money: Codable, Sendable, Equatable {
  /// The sentence or part of it, verbatim.
  public var quote: String
  public var asWritten: String
  /// Kronor, exact, the sign as written; null where the figure cannot be told.
  @OrNull public var valueSEK: Decimal?
  /// överskott, underskott, resultat, avvikelse, intäkt, kostnad, budget, avgift, anslag, besparing or annat.
  public var kind: String
  @OrNull public var subject: String?
  @OrNull public var year: Int?
  @OrNull public var source: Evidence?

  public init(
    quote: String, asWritten: String, valueSEK: Decimal?, kind: String, subject: String?, year: Int?,
    source: Evidence? = nil
  ) {
    self.quote = quote
    self.asWritten = asWritten
    self.valueSEK = valueSEK
    self.kind = kind
    self.subject = subject
    self.year = year
    self.source = source
  }

  enum CodingKeys: String, CodingKey {
    case quote, kind, subject, year, source
    case asWritten = "as_written"
    case valueSEK = "value_sek"
  }
}

/// A table, its cells as written.
public struct TableFacts: Codable, Sendable, Equatable {
  @OrNull public var title: String?
  @OrNull public var unit: String?
  /// The names of the value columns.
  public var columns: [String]
  /// What each column of a result table (resultattabell) holds, null for a column that is none of it; empty for other tables.
  @OrEmpty public var meanings: [ColumnMeaning?] = []
  public var rows: [Row]
  /// Whether every cell could be placed with certainty.
  public var legible: Bool
  /// Why not, in one Swedish sentence; null for a table that is legible.
  @OrNull public var reason: String?
  @OrNull public var source: Evidence?

  /// One row: its label and a value a column, null for an empty cell.
  public struct Row: Codable, Sendable, Equatable {
    public var label: String
    public var values: [String?]
    /// The page where it stands, where that is another than the one on which the table begins.
    public var page: Int?
    /// The unit of money that the row itself says, where that is another than the table's; `%` for a share in a table of sums.
    public var unit: String?

    public init(label: String, values: [String?], page: Int? = nil, unit: String? = nil) {
      self.label = label
      self.values = values
      self.page = page
      self.unit = unit
    }
  }

  public init(
    title: String?, unit: String?, columns: [String], rows: [Row], legible: Bool = true, reason: String? = nil,
    source: Evidence? = nil
  ) {
    self.title = title
    self.unit = unit
    self.columns = columns
    self.rows = rows
    self.legible = legible
    self.reason = reason
    self.source = source
  }
}

/// Nyckeltal, indikator: a key figure by year, as written.
public struct Indicator: Codable, Sendable, Equatable {
  public var name: String
  /// Year -> value as written.
  public var values: [String: String]
  @OrNull public var target: String?
  @OrNull public var assessment: String?
  @OrNull public var source: Evidence?

  public init(name: String, values: [String: String], target: String?, assessment: String?, source: Evidence? = nil) {
    self.name = name
    self.values = values
    self.target = target
    self.assessment = assessment
    self.source = source
  }
}

/// Something the program could not read, place or make agree, with the page where it stands.
public struct Doubt: Codable, Sendable, Equatable {
  /// One Swedish sentence for the user.
  public var message: String
  /// Counts from 1; null where it concerns the whole document.
  @OrNull public var page: Int?

  public init(message: String, page: Int? = nil) {
    self.message = message
    self.page = page
  }
}
