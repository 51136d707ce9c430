/// One rule of a rule file: which words mean what, in which part of a document. A class, since rules are passed about for every line and never change.
public final class Rule: Sendable {
  /// Unique in the rule set ("beslut.organets-beslut").
  public let id: String
  /// One Swedish sentence for the rule manual.
  public let about: String
  /// The law, handbook or kind of document it rests on.
  public let source: String
  /// The parts of a document that it looks in, see `Scope`.
  public let scopes: [Scope]
  /// Alternatives; the first that matches counts. Never empty.
  public let patterns: [Pattern]
  /// Where one of these matches too, the rule does not hold.
  public let unless: [Pattern]
  /// For facts that go over several lines: the fact ends before the first line that matches one of these.
  public let until: [Pattern]
  /// What a match says: field -> a constant, or text with `{group}` where what the group caught is put in.
  public let gives: [String: String]
  /// The same, read.
  let templates: [String: Template]
  public let examples: [Example]
  /// Texts that look near and must not match.
  public let counterexamples: [Example]
  /// The file, relative to the rules folder, and the line where the rule begins.
  public let file: String
  public let line: Int
  /// An overlay's form as it is written, where the rule is one; nil for a rule with patterns of its own.
  public let form: String?
  /// A line as an overlay's form has it, where the rule is one; nil for a rule with patterns of its own.
  public let sample: String?

  init(
    id: String, about: String, source: String, scopes: [Scope], patterns: [Pattern], unless: [Pattern], until: [Pattern],
    gives: [String: String], examples: [Example], counterexamples: [Example], file: String, line: Int, form: String? = nil,
    sample: String? = nil
  ) {
    self.id = id
    self.about = about
    self.source = source
    self.scopes = scopes
    self.patterns = patterns
    self.unless = unless
    self.until = until
    self.gives = gives
    templates = gives.mapValues(Template.init)
    self.examples = examples
    self.counterexamples = counterexamples
    self.file = file
    self.line = line
    self.form = form
    self.sample = sample
  }

  /// A text that must match, and what the match must give; or one that must not.
  public struct Example: Sendable {
    public var text: String
    public var gives: [String: String]
    /// Where it stands in the rule's file, counted from 1; nil for one that stands in none.
    public internal(set) var line: Int?
    public internal(set) var column: Int?

    public init(text: String, gives: [String: String]) {
      self.text = text
      self.gives = gives
    }
  }

  /// False where none of its patterns can match the text of this signature; true says nothing.
  public func mayMatch(_ signature: TextSignature) -> Bool { patterns.contains { $0.mayMatch(signature) } }

  /// The first match of its patterns that no `unless` forbids.
  public func firstMatch(in text: [UInt8], from start: Int = 0) -> Pattern.Match? {
    for pattern in patterns {
      guard let match = pattern.firstMatch(in: text, from: start) else { continue }
      return isForbidden(text) ? nil : match
    }
    return nil
  }

  /// The same in a text whose signature is known: it rules out most patterns without matching.
  public func firstMatch(in text: [UInt8], _ signature: TextSignature, from start: Int = 0) -> Pattern.Match? {
    for pattern in patterns {
      guard let match = pattern.firstMatch(in: text, signature, from: start) else { continue }
      return isForbidden(text) ? nil : match
    }
    return nil
  }

  /// Whether one of its `unless` patterns matches.
  public func isForbidden(_ text: [UInt8]) -> Bool { unless.contains { $0.matches(text) } }
}

/// The parts of a document that a rule can look in.
public enum Scope: Int, Sendable, CaseIterable {
  // Structure: each line by itself.
  /// A line that may be page furniture wherever it stands.
  case furniture
  /// A line that is furniture only beside other furniture.
  case furnitureBeside
  /// The first line of a § of minutes.
  case paragrafHeading
  /// A line, or the end of one, with a diarienummer.
  case caseNumber
  /// The heading of a section inside a §.
  case sectionHeading
  /// The line with which an attachment inside a § begins.
  case attachment
  /// A line of the contents page.
  case contents
  /// The label of a field on the front page, or the heading of the notice.
  case frontLabel
  /// A line that looks like a heading and is none.
  case notHeading
  /// What kind of document it is, from its first page and its running headers.
  case documentKind
  /// A file's name (its words parted by spaces) that tells which version of the minutes it is.
  case versionName
  /// Front page and running headers: who met, where and when, or whose report it is.
  case frontMatter

  // Tables: a cell, or a line at a table, by itself.
  /// The name of a column of values.
  case tableHead
  /// A value in words.
  case tableValue
  /// A line or a head's cell with nothing but the unit.
  case tableUnit
  /// A table's title or a note below it that says the unit.
  case tableUnitInText
  /// The name of a column with key figures, with its year; or with their target or assessment.
  case indicatorColumn
  /// A sentence or a line of a list that tells key figures.
  case indicatorText
  /// A year with its value in a row of such.
  case indicatorPair
  /// A sentence that tells an earlier year's value of the key figure told before it.
  case indicatorBack
  /// A line that is one part of a key figure told line by line: its name, a year's value, the target, the assessment.
  case indicatorLine
  /// A line that tells one count under a line that names what is counted and when.
  case indicatorCount
  /// What makes a table one of key figures, or of something else: its title or unit, or the label of a row.
  case indicatorTable

  // Facts: the sections of a § (see `section` in the rules of `section_heading`).
  case decision, motion, vote, reservation, recusal, recipients, basis
  /// Any sentence of a §, attachments left out.
  case paragraf
  /// Any sentence of any document, headings and tables left out.
  case runningText
  /// Goals and assignments: a line with those that follow.
  case goal, assignment
  /// A sentence that says what a body proposes, where no heading says so.
  case proposal
  /// A protokollsanteckning or särskilt yttrande.
  case statement
  /// What Ja and Nej stand for in a vote.
  case voteMeaning
  /// Names with what they voted, in a sentence.
  case voteNames
  /// The head of a column of a vote list, or what a member voted in a word.
  case voteSide
  /// The line with which a vote list after the last § begins.
  case voteList
  /// A cell of a vote list that says that the member voted as the column's head says.
  case voteMark
  /// The sentence that decides in a § without a heading for it.
  case decisionAlone
  /// A sentence by which the § is approved at once, or stands in a secret record.
  case remark
  /// The outcome of a §, read from its title and decisions.
  case outcome

  // The front page: the value of a field, see `front_label`.
  /// Someone with a party on a list of those present; the same without party, alone in a line.
  case attendee
  case attendeePlain
  /// A part of a line, between commas, that names someone by itself.
  case attendeePart
  /// A sentence that says who approves the minutes.
  case adjusterSentence
  /// Someone in a row of an attendance list with crosses, the party in a column of its own.
  case attendeeRow
  /// The head of a column of such a list.
  case attendanceColumn
  /// A word in such a column that says that they were there.
  case attendanceMark
  /// What stands behind a name on such a list.
  case attendeeDetail
  /// Day, hours and recess in a field of place and time.
  case whenAndWhere
  /// The first and last § of the minutes.
  case paragrafRange

  /// Whether it is asked of every line of a document (see `RuleIndex`).
  var isOfLines: Bool { Self.ofLines.contains(self) }

  private static let ofLines: Set<Scope> = [
    .furniture, .furnitureBeside, .paragrafHeading, .contents, .sectionHeading, .attachment, .notHeading, .frontMatter, .goal, .assignment,
    .indicatorCount, .tableUnit,
  ]

  /// As rule files write it: `front_label` for ``frontLabel``.
  public var name: String { Self.names[rawValue] }

  /// Nil where there is none of the name.
  public init?(name: String) {
    guard let place = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: place)
  }

  private static let names = allCases.map { scope in
    String(describing: scope).map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }
}
