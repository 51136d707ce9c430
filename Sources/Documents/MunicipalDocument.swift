public import Pages

/// Minutes or a report with its structure found: what the rules of facts are applied to.
public struct MunicipalDocument: Sendable {
  /// With furniture marked, by repetition and by rule.
  public var pages: [Page] { didSet { passages = Passages() } }
  public var frontMatter: FrontMatter
  /// The fields of the front page of minutes, and of the page with signatures and notice; empty for reports.
  public var frontFields: [FrontField] = []
  /// The lines behind the last § of minutes: signatures, notice and what follows on them.
  public var closing: [LineReference] = []
  /// The § of minutes in order; empty for reports.
  public var paragrafer: [Paragraf]
  /// The headings outside and inside §, in order. Levels make them a tree.
  public var headings: [Heading]
  /// Found by where their cells stand, in order.
  public var tables: [Table] = []
  /// Every line that is neither furniture nor a footnote, in reading order.
  public var body: [LineReference]
  /// Fotnoter: the lines of the footnotes, in order; they stand apart so that a sentence goes on over them.
  public var notes: [LineReference]
  /// What each line was taken as, for explanation: a line has one role at the most.
  public var roles: [LineReference: LineRole]
  /// How lines of this document follow on one another.
  public var flow: LineFlow
  public var hyphenation: Hyphenation { didSet { passages = Passages() } }
  /// Of the blocks that were asked for.
  var passages = Passages()
  /// Which rules may match each line.
  public var signatures: LineSignatures

  /// The footnotes from one line up to another, or to the end.
  public func notes(from start: LineReference, to end: LineReference?) -> [LineReference] {
    notes.filter { !$0.isBefore(start) && (end.map($0.isBefore) ?? true) }
  }

  /// The lines as running text.
  public func passage(_ lines: [LineReference]) -> Passage { Passage(lines, in: pages, hyphenation: hyphenation) }

  public func line(_ reference: LineReference) -> Line { pages[reference.page].lines[reference.line] }

  /// The line's clean text.
  public func text(_ reference: LineReference) -> [UInt8] { pages.text(of: reference) }

  /// The same as a part of its page's text.
  public func slice(_ reference: LineReference) -> ArraySlice<UInt8> { pages.slice(of: reference) }

  /// How many parts of the line stand apart from each other.
  public func cellCount(_ reference: LineReference) -> Int { pages[reference.page].lines[reference.line].cells.count }
}

/// Försättsblad: what a document says of itself on its first page and in its running headers.
public struct FrontMatter: Sendable, Equatable {
  /// protokoll, årsredovisning, delårsrapport, kvalitetsberättelse, revisionsrapport, budget or annat.
  public var type: String = "annat"
  /// "Björkmåla kommun"; nil where the document does not say.
  public var municipality: String?
  /// Organ, its first letter upper-case ("Socialnämnden").
  public var body: String?
  /// `YYYY-MM-DD`, the meeting's day.
  public var date: String?
  /// The year reported on, or the meeting's.
  public var year: Int?
  public var title: String?
  /// rättad, omedelbart justerad, utdrag, utan personuppgifter; nil where it does not say that it is any of them.
  public var version: String?

  public init() {}
}

/// Paragraf, ärende: one § of minutes.
public struct Paragraf: Sendable {
  public var number: Int
  /// The small letter behind the number of a § put in between two others ("§ 116a"); nil for none.
  public var letter: String?
  /// The rule that recognised its heading.
  public var rule: String
  /// The line with the § sign.
  public var heading: LineReference
  /// The lines beside it of a chain of §, each with the number that the matter has with another organ.
  public var chainLines: [LineReference]
  /// The lines of the title, that of the § sign included where the title begins there.
  public var titleLines: [LineReference]
  public var title: String?
  /// Diarienummer as written, and the classification code after it.
  public var caseNumber: String?
  public var processCode: String?
  /// Whether the heading's line says that the matter is secret.
  public var isConfidential = false
  /// In the order of the document. The text before the first section heading is a section of kind `background` without heading.
  public var sections: [Section]
}

/// Avsnitt: a part of a § under its heading.
public struct Section: Sendable {
  public var kind: Kind
  /// Nil for the text right after the §'s title, and for attachments that begin without a line of their own.
  public var heading: LineReference?
  /// The rule that recognised the heading.
  public var rule: String?
  /// Text that stood on the heading's own line, after a colon: bytes of that line.
  public var inline: Range<Int>?
  public var lines: [LineReference]

  /// What a section says.
  public enum Kind: String, Sendable, CaseIterable {
    /// Beslut.
    case decision
    /// Förslag till beslut, and another body's decision that led here.
    case proposal
    /// Yrkande.
    case motion
    /// Propositionsordning, beslutsgång.
    case procedure
    /// Votering, omröstning.
    case vote
    /// Reservation.
    case reservation
    /// Protokollsanteckning, särskilt yttrande.
    case statement
    /// Jäv.
    case recusal
    /// Mottagare: beslutet skickas till.
    case recipients
    /// Underlag, handlingar.
    case basis
    /// Ärendebeskrivning, bakgrund, sammanfattning and whatever else tells about the matter.
    case background
    /// Tidigare behandling: what another organ did with the matter before. Its motions, votes and reservations are none of this meeting's.
    case earlier
    /// Omedelbar justering.
    case immediateApproval = "immediate_approval"
    /// Bilaga: belongs to the §, but its sentences are neither motions nor decisions.
    case attachment
  }
}

/// Rubrik: a heading of a report, or a minor one inside a §.
public struct Heading: Sendable {
  public var line: LineReference
  /// In one line, numbering included.
  public var text: String
  /// Depth in the tree, 1 at the top.
  public var level: Int
  /// Whether it stands out by its type (size, weight, number); else only by being short and alone.
  public var isProminent: Bool
}

/// What a line was taken as, by which rule.
public struct LineRole: Sendable, Equatable {
  /// Swedish, for `paragraf rules explain` ("paragrafrubrik").
  public var role: String
  /// A rule's id, or what else decided ("upprepning").
  public var rule: String

  public init(role: String, rule: String) { (self.role, self.rule) = (role, rule) }
}

extension [Page] {
  /// The line's clean text with runs of spaces made one, as a `Passage` of the line alone has it: ranges found in it hold in the passage.
  public func flatText(of reference: LineReference) -> [UInt8] {
    Self.flat(slice(of: reference))
  }

  /// The text with runs of spaces made one.
  static func flat(_ text: ArraySlice<UInt8>) -> [UInt8] {
    isFlat(text) ? [UInt8](text) : [UInt8](text.split { $0 == 0x20 || $0 == 0x09 }.joined(separator: [0x20]))
  }

  /// Whether the text has no tabs and no runs of spaces.
  static func isFlat(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      var last: UInt8 = 0
      for byte in text {
        if byte == 0x09 || byte == 0x20 && last == 0x20 { return false }
        last = byte
      }
      return true
    }
  }

  /// The line's clean text.
  public func text(of reference: LineReference) -> [UInt8] {
    [UInt8](slice(of: reference))
  }

  /// The line's text in its page.
  func slice(of reference: LineReference) -> ArraySlice<UInt8> {
    self[reference.page].text[self[reference.page].lines[reference.line].range]
  }

  public func line(_ reference: LineReference) -> Line { self[reference.page].lines[reference.line] }
}
