internal import Archive
internal import Corrections
internal import Facts

/// What the template `dokument` shows.
struct DocumentModel: Sendable {
  let title: String
  let heading: String
  let trail: [Link]
  let isMeeting: Bool
  let meetingAddress: String
  let facts: String
  let fileAddress: String
  let notices: [String]
  /// What a reader has said of the document itself.
  let judgement: Judgement?
  /// Where that is corrected; nil for those who may not.
  let correction: String?
  let tabs: [Tab]
  let hasTabs: Bool
  let contentsName: String
  let contents: [ContentsLine]
  let paragraf: ParagrafModel?
  let list: ListModel?
  let text: TextModel?
  let picture: PageModel

  init(_ document: OpenDocument, _ choice: DocumentChoice, text stored: StoredText?, references: ReferenceLinks) {
    let entry = document.entry
    let names = DocumentNames(entry)
    heading = names.heading
    trail = [Link("Organ", "/organ"), Link(names.body, Address.body(entry.document.body, municipality: entry.document.municipality))]
    isMeeting = document.isMinutes
    meetingAddress = Address.meeting(document.id)
    facts = names.facts
    fileAddress = Address.file(document.id)
    notices = DocumentNotices.notices(of: document)
    judgement = document.states[FactPlace(.document)].map(Judgement.init)
    correction = choice.mayCorrect ? Address.correction(document.id, FactPlace(.document)) : nil
    tabs = DocumentChoice.View.allCases.compactMap { Tab($0, document, choice) }
    hasTabs = tabs.count > 1
    contents = ContentsLine.lines(of: document, choice)
    contentsName = document.isMinutes ? "Paragrafer" : "Avsnitt"
    let inner = choice.index.map { ParagrafModel($0, of: document, choice, text: stored, references: references) }
    paragraf = inner
    title = [inner?.name, names.heading].compactMap { $0 }.joined(separator: " · ")
    list = choice.index == nil && choice.view != .text ? ListModel(document, choice) : nil
    text = choice.index == nil ? stored.map { TextModel($0) } : nil
    picture = PageModel(document, choice)
  }

  struct Tab: Sendable {
    let name: String
    let count: String
    let address: String
    let isChosen: Bool

    init?(_ view: DocumentChoice.View, _ document: OpenDocument, _ choice: DocumentChoice) {
      let number = view.count(in: document)
      // The text of minutes is that of their §.
      guard number > 0, !(view == .text && document.isMinutes) else { return nil }
      name = view.name
      count = Words.integer(number)
      isChosen = view == choice.view
      address = Address.document(document.id, DocumentPart(view: view.rawValue, isLarge: choice.isLarge))
    }
  }
}

/// A link with its words.
struct Link: Sendable {
  let words: String
  let address: String

  init(_ words: String, _ address: String) {
    self.words = words
    self.address = address
  }
}

/// A § or a heading in the contents.
struct ContentsLine: Sendable {
  let number: String?
  let words: String
  let address: String
  let isChosen: Bool
  /// The depth, 1 to 4, as a class of the style.
  let level: Int
  let outcome: Outcome?

  static func lines(of document: OpenDocument, _ choice: DocumentChoice) -> [ContentsLine] {
    guard document.isMinutes else {
      return document.headings.enumerated().map { place, heading in
        let part = DocumentPart(section: "\(place + 1)", isLarge: choice.isLarge)
        return ContentsLine(
          number: nil, words: heading.heading.isEmpty ? "sida \(heading.page)" : heading.heading,
          address: Address.document(document.id, part),
          isChosen: choice.section == place, level: min(4, max(1, heading.level)), outcome: nil)
      }
    }
    return zip(document.facts.paragraphs, document.paragrafKeys).enumerated().map { place, pair in
      let part = DocumentPart(paragraf: pair.1, isLarge: choice.isLarge)
      return ContentsLine(
        number: "§ \(pair.0.number)", words: pair.0.title ?? "utan rubrik", address: Address.document(document.id, part),
        isChosen: choice.index == place, level: 1, outcome: Outcome(pair.0.outcome))
    }
  }
}

/// The outcome (utgång) of a § or a goal, with the class that the style knows it by.
struct Outcome: Sendable {
  let words: String
  let style: String

  init?(_ key: String?) {
    guard let key else { return nil }
    words = Words.words(key)
    style = key
  }
}

/// The text of a section.
struct TextModel: Sendable {
  let heading: String
  let paragraphs: [String]

  init(_ stored: StoredText) {
    heading = stored.heading.heading
    paragraphs = stored.text.split(separator: "\n").map(String.init)
  }
}
