import Facts
import Testing
import Versions

/// Two files of one meeting are compared § by §; what setting them anew changes is no difference.
@Suite struct ComparerTests {
  @Test func theSameMinutesDoNotDiffer() {
    let minutes = Self.minutes([Self.paragraf(12, "Taxa för vatten", ["Nämnden antar taxan."])])
    let difference = Comparer().compare(minutes, minutes)
    #expect(difference.isEmpty)
    #expect(difference.same == 1)
    #expect(difference.isSameMeeting)
  }

  @Test func aLineBrokenOtherwiseIsNoDifference() {
    let old = Self.minutes([Self.paragraf(12, "Taxa", ["Nämnden antar taxan."])], text: "Taxan höjs med tre\u{AD} procent – från mars.")
    let new = Self.minutes([Self.paragraf(12, "Taxa", ["Nämnden  antar taxan."])], text: "Taxan höjs med tre procent - från mars.")
    #expect(Comparer().compare(old, new).isEmpty)
  }

  @Test func aCaseNumberWrittenInAnotherWayIsNoDifference() {
    var (old, new) = (Self.minutes([Self.paragraf(12, "Taxa", [])]), Self.minutes([Self.paragraf(12, "Taxa", [])]))
    old.facts.paragraphs[0].diarienummer = "KS 2024/0112"
    new.facts.paragraphs[0].diarienummer = "KS.2024.112"
    #expect(Comparer().compare(old, new).isEmpty)
    new.facts.paragraphs[0].diarienummer = "KS 2024/113"
    #expect(Comparer().compare(old, new).changed.flatMap(\.changes).map(\.part) == [.diarienummer])
  }

  @Test func paragraferThatCameAndWentAreListedWithTheirPages() {
    let old = Self.minutes([Self.paragraf(12, "Taxa", []), Self.paragraf(13, "Val", [], page: 3)])
    let new = Self.minutes([Self.paragraf(12, "Taxa", []), Self.paragraf(14, "Jäv", [], page: 4)])
    let difference = Comparer().compare(old, new)
    #expect(difference.removed.map(\.number) == [13])
    #expect(difference.added.map(\.number) == [14])
    #expect(difference.added.first?.page == 4)
    #expect(difference.same == 1)
  }

  @Test func aDecisionThatWasCorrectedIsShownAsItWasAndAsItIs() {
    let old = Self.minutes([Self.paragraf(12, "Taxa", ["Taxan är 225 kronor.", "Beslutet gäller genast."])])
    let new = Self.minutes([Self.paragraf(12, "Taxa", ["Taxan är 285 kronor.", "Beslutet gäller genast."], page: 5)])
    let changes = Comparer().compare(old, new).changed.flatMap(\.changes)
    #expect(changes.map(\.part) == [.decisions])
    #expect(changes.first?.old.map(\.text) == ["Taxan är 225 kronor."])
    #expect(changes.first?.new.map(\.text) == ["Taxan är 285 kronor."])
    #expect(changes.first?.new.first?.page == 5)
  }

  @Test func aTallyThatWasCorrectedIsADifference() {
    var (before, after) = (Self.paragraf(12, "Taxa", []), Self.paragraf(12, "Taxa", []))
    before.votes = [Vote(yes: 7, no: 4)]
    after.votes = [Vote(yes: 6, no: 5)]
    let changes = Comparer().compare(Self.minutes([before]), Self.minutes([after])).changed.flatMap(\.changes)
    #expect(changes.map(\.part) == [.votes])
    #expect(changes.first?.old.map(\.text) == ["ja 7, nej 4"])
  }

  @Test func aParagrafThatWasNumberedAnewIsTheSameParagraf() {
    let old = Self.minutes([Self.paragraf(12, "Taxa för vatten", [])])
    let new = Self.minutes([Self.paragraf(13, "Taxa för vatten", [])])
    let difference = Comparer().compare(old, new)
    #expect(difference.added.isEmpty && difference.removed.isEmpty)
    #expect(difference.changed.flatMap(\.changes).map(\.part) == [.number])
  }

  @Test func aSentenceOfTheTextThatChangedIsShownOnce() {
    let old = Self.minutes(
      [Self.paragraf(12, "Taxa", ["Nämnden antar taxan."])], text: "Beslut\nNämnden antar taxan.\nKostnaden är 3 mnkr.")
    let new = Self.minutes(
      [Self.paragraf(12, "Taxa", ["Nämnden avslår taxan."])], text: "Beslut\nNämnden avslår taxan.\nKostnaden är 4 mnkr.")
    let changes = Comparer().compare(old, new).changed.flatMap(\.changes)
    #expect(changes.map(\.part) == [.decisions, .text])
    #expect(changes.last?.old.map(\.text) == ["Kostnaden är 3 mnkr."])
    #expect(changes.last?.new.map(\.text) == ["Kostnaden är 4 mnkr."])
  }

  @Test func anExtractThatDoesNotNameItsMunicipalityIsOfTheMeeting() {
    var extract = Self.minutes([]).facts.document
    let whole = extract
    extract.municipality = nil
    #expect(MeetingKey.areSame(whole, extract))
    extract.municipality = "Furuviks kommun"
    #expect(!MeetingKey.areSame(whole, extract))
  }

  @Test func whoWasThereIsCompared() {
    var (old, new) = (Self.minutes([]), Self.minutes([]))
    (old.facts.meeting, new.facts.meeting) = (Meeting(), Meeting())
    old.facts.meeting?.members = [Attendee(name: "Karin Berg", party: "S")]
    new.facts.meeting?.members = [Attendee(name: "Karin Berg", party: "S"), Attendee(name: "Ola Ek", party: "M")]
    let changes = Comparer().compare(old, new).document
    #expect(changes.map(\.part) == [.members])
    #expect(changes.first?.new.map(\.text) == ["Ola Ek (M)"])
  }

  private static func minutes(_ paragrafer: [ParagrafFacts], text: String = "Ärendet") -> Comparer.Side {
    var document = DocumentFacts(id: "0", source: "sn.pdf", type: "protokoll", pages: 9)
    (document.municipality, document.body, document.date) = ("Björkmåla kommun", "Socialnämnden", "2024-03-14")
    var facts = FactsDocument(document: document)
    facts.paragraphs = paragrafer
    let span = TextSection.Span(start: 0, page: 2, box: nil)
    return Comparer.Side(
      facts: facts,
      sections: paragrafer.map { TextSection(kind: .paragraf, number: $0.number, heading: $0.title ?? "", text: text, spans: [span]) })
  }

  private static func paragraf(_ number: Int, _ title: String, _ decisions: [String], page: Int = 2) -> ParagrafFacts {
    var paragraf = ParagrafFacts(number: number)
    paragraf.title = title
    let source = Evidence(page: page, quote: title, rule: "paragraf.tecken")
    paragraf.source = source
    paragraf.decisions = decisions.map { Decision(text: $0, action: nil, source: source) }
    return paragraf
  }
}
