public import Facts

/// What differs between two files with the minutes of one meeting (`paragraf-diff/1`).
public struct MeetingDifference: Codable, Sendable, Equatable {
  public static let currentFormat = "paragraf-diff/1"

  public var format: String = Self.currentFormat
  public var old: DocumentFacts
  public var new: DocumentFacts
  /// Whether both are of one meeting: the same body and day, and not of two municipalities.
  public var isSameMeeting: Bool
  /// What the front page and the document as a whole say otherwise.
  public var document: [Change] = []
  /// § that only the new file has.
  public var added: [Heading] = []
  /// § that only the old file has.
  public var removed: [Heading] = []
  /// § that both have and that differ, in the order of the new file.
  public var changed: [ParagrafChange] = []
  /// The number of § that are the same in both.
  public var same = 0

  public var isEmpty: Bool { document.isEmpty && added.isEmpty && removed.isEmpty && changed.isEmpty }

  enum CodingKeys: String, CodingKey {
    case format, old, new, document, added, removed, changed, same
    case isSameMeeting = "same_meeting"
  }

  /// A § by its heading.
  public struct Heading: Codable, Sendable, Equatable {
    public var number: Int
    @OrNull public var title: String?
    /// The page on which it begins, from 1; null where it is not known.
    @OrNull public var page: Int?

    init(_ paragraf: ParagrafFacts) {
      number = paragraf.number
      title = paragraf.title
      page = paragraf.source?.page
    }
  }

  /// A § that differs.
  public struct ParagrafChange: Codable, Sendable, Equatable {
    public var old: Heading
    public var new: Heading
    public var changes: [Change]
  }

  /// One part that differs: what only the old file says of it, and what only the new one does.
  public struct Change: Codable, Sendable, Equatable {
    public var part: Part
    public var old: [Item]
    public var new: [Item]
  }

  /// A text with the page on which it stands.
  public struct Item: Codable, Sendable, Equatable {
    public var text: String
    @OrNull public var page: Int?

    init(_ text: String, page: Int?) {
      self.text = text
      self.page = page
    }
  }

  /// What a change is about; the names are the keys of the facts document.
  public enum Part: String, Codable, Sendable {
    case number, title, diarienummer
    case processCode = "process_code"
    case lead, motions, decisions, outcome, votes, reservations, recusals
    case recipients, basis, references, statements
    case immediateApproval = "immediate_approval"
    case confidential
    /// Sentences of the § that are none of the above.
    case text
    case place, hours, members, substitutes, others, adjusters, adjustment, range, notice
  }
}
