import Documents
import Pages
import Testing

/// What stands beside and above the text of a §: labels in the margin, recipients before the heading, the notice after the last §.
@Suite struct MarginTests {
  /// A page with labels at the left and the text beside them, in points.
  /// - Parameter indent: how far to the right a text begins that is an item of a list.
  private func page(_ rows: [(label: String, text: String)], indent: Double = 0) -> Page {
    var page = Page(number: 1, size: PageSize(width: 595, height: 842), text: [], words: [], lines: [])
    for (index, row) in rows.enumerated() {
      if !page.text.isEmpty { page.text.append(0x0A) }
      let (start, firstWord, top) = (page.text.count, page.words.count, 100 + Double(index) * 14)
      var cells: [Range<Int>] = []
      for (text, left) in [(row.label, 40.0), (row.text, row.text.hasPrefix("•") ? 170 + indent : 170)] where !text.isEmpty {
        if page.text.count > start { page.text.append(0x20) }
        let cell = page.text.count
        var x = left
        for word in text.split(separator: " ") {
          if page.text.count > cell { page.text.append(0x20) }
          let range = page.text.count..<page.text.count + word.utf8.count
          page.words.append(Word(range: range, box: Box(x0: x, y0: top, x1: x + Double(word.count) * 5, y1: top + 11)))
          page.text += Array(word.utf8)
          x += Double(word.count) * 5 + 3
        }
        cells.append(cell..<page.text.count)
      }
      let words = firstWord..<page.words.count
      let box = words.dropFirst().reduce(page.words[firstWord].box) { $0.union(page.words[$1].box) }
      page.lines.append(
        Line(range: start..<page.text.count, words: words, cells: cells, box: box, fontSize: 11, leading: index == 0 ? 0 : 1))
    }
    return page
  }

  /// The page with the label of each longer text a line of its own beside it, as they are read.
  private func parted(_ rows: [(label: String, text: String)]) -> Page {
    var page = page(rows)
    page.lines = page.lines.flatMap { line -> [Line] in
      guard line.cells.count == 2, line.cells[1].count > 30 else { return [line] }
      for index in line.cells[0].upperBound..<line.cells[1].lowerBound { page.text[index] = 0x0A }
      return line.cells.map { cell in
        let words = line.words.filter { cell.contains(page.words[$0].range.lowerBound) }
        let box = words.dropFirst().reduce(page.words[words[0]].box) { $0.union(page.words[$1].box) }
        return Line(range: cell, words: words[0]..<(words[words.count - 1] + 1), cells: [cell], box: box, fontSize: 11, leading: 1)
      }
    }
    return page
  }

  @Test func aShortTextBesideALabelIsPartedFromItAsTheLongerOnesAre() throws {
    let rows = (12...14).flatMap { number in
      [
        ("", "§ \(number) Taxa för vatten"), ("Beslut", "Nämnden antar taxan för vatten och avlopp."),
        (number == 12 ? "Expedieras" : "Ärendet", number == 12 ? "Kommunstyrelsen" : "Nämnden har räknat om taxan i år."),
      ]
    }
    let document = try Repository.segmenter.get().segment([parted(rows)])
    let first = try #require(document.paragrafer.first)
    #expect(
      sections(first, document) == ["decision: Nämnden antar taxan för vatten och avlopp.", "recipients: Kommunstyrelsen"])
  }

  @Test func anAttSatsLeftOfABulletIsNoPartOfIt() throws {
    let rows = (12...14).flatMap { number in
      [
        ("", "§ \(number) Taxa för vatten"), ("Beslut", "att taxan sätts så:"), ("", "• drift 98 kronor"), ("", "• vatten 12 kronor"),
        ("", "att den gäller i år."),
      ]
    }
    let document = try Repository.segmenter.get().segment([page(rows, indent: 20)])
    let lines = try #require(document.paragrafer.first?.sections.first { $0.kind == .decision }?.lines)
    #expect(document.blocks(lines).map(\.passage.string).last == "att den gäller i år.")
  }

  private func sections(_ paragraf: Paragraf, _ document: MunicipalDocument) -> [String] {
    paragraf.sections.map { "\($0.kind.rawValue): \(document.passage($0.lines).string)" }
  }

  @Test func aLabelInTheMarginIsTheHeadingOfTheTextBesideIt() throws {
    let rows = (12...14).flatMap { number in
      [
        ("", "§ \(number) Taxa för vatten"), ("Ärendet", "Nämnden har räknat om taxan så att den täcker det som driften kostar."),
        ("Beslut", "Nämnden antar taxan."),
      ]
    }
    let document = try Repository.segmenter.get().segment([page(rows)])
    #expect(document.paragrafer.map(\.number) == [12, 13, 14])
    let first = try #require(document.paragrafer.first)
    #expect(
      sections(first, document) == [
        "background: Nämnden har räknat om taxan så att den täcker det som driften kostar.", "decision: Nämnden antar taxan.",
      ])
  }

  @Test func aListBesideALabelMayBeIndented() throws {
    let rows = (12...14).flatMap { number in
      [
        ("", "§ \(number) Taxa för vatten"), ("Beslut", "Nämnden antar taxan."), ("Beslutsunderlag", "• Tjänsteskrivelse 2024-04-02"),
        ("", "• Förslag till taxa"),
      ]
    }
    let document = try Repository.segmenter.get().segment([page(rows, indent: 14)])
    #expect(sections(document.paragrafer[0], document).first == "decision: Nämnden antar taxan.")
  }

  @Test func aLabelOfSeveralLinesIsOneHeading() throws {
    let rows = (12...14).flatMap { number in
      [
        ("", "§ \(number) Taxa för vatten"), ("Ärendet", "Nämnden har räknat om taxan så att den täcker det som driften kostar."),
        ("Barn- och", "Nämnden antar taxan, som gäller från och med"), ("utbildningsnämndens", "den 1 januari."), ("beslut", ""),
        ("Beslutet skickas till", "Ekonomienheten"),
      ]
    }
    let document = try Repository.segmenter.get().segment([page(rows)])
    let first = try #require(document.paragrafer.first)
    #expect(
      sections(first, document) == [
        "background: Nämnden har räknat om taxan så att den täcker det som driften kostar.",
        "decision: Nämnden antar taxan, som gäller från och med den 1 januari.", "recipients: Ekonomienheten",
      ])
  }

  private func minutes(_ paragrafer: [String]) -> String {
    "Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n2024-03-12\n\n" + paragrafer.joined(separator: "\n\n")
  }

  @Test func recipientsAboveTheHeadingBelongToTheParagrafBelow() throws {
    let text = minutes(
      (1...3).map {
        "Exp: Ekonomienheten, Förening \($0)     SN/2024:1\($0)\n§ 1\($0) Bidrag\n\nBeslut\nSocialnämnden avslår ansökan om bidrag."
      })
    let document = try segment(text)
    #expect(document.paragrafer.map(\.caseNumber) == ["SN/2024:11", "SN/2024:12", "SN/2024:13"])
    for paragraf in document.paragrafer { #expect(paragraf.sections.filter { $0.kind == .recipients }.count == 1) }
    #expect(document.paragrafer.last?.sections.first?.kind == .recipients)
  }

  @Test func recipientsAtTheEndOfTheParagrafStayThere() throws {
    let text = minutes(
      (1...3).map { "§ 1\($0) Bidrag\n\nBeslut\nSocialnämnden avslår ansökan om bidrag.\n\nExp: Ekonomienheten, Förening \($0)" })
    let document = try segment(text)
    #expect(document.paragrafer.map { $0.sections.last?.kind } == [.recipients, .recipients, .recipients])
  }

  @Test func theNoticeIsNoPartOfTheLastParagraf() throws {
    let document = try segment(
      minutes([
        "§ 11 Bidrag\n\nBeslut\nSocialnämnden avslår ansökan.",
        "§ 12 Avtal\n\nBeslut\nAvtalet godkänns.\n\nANSLAG/BEVIS\nOrgan Socialnämnden",
      ]))
    #expect(document.paragrafer.last?.sections.map(\.kind) == [.decision, .attachment])
  }

  @Test(arguments: ["Socialnämnden beslutar att avslå ansökan.", "Nämnden beslutar att avslå ansökan."])
  func aParagrafWithoutAHeadingForItsDecisionHasOne(_ sentence: String) throws {
    let document = try segment(
      minutes(["§ 11 Bidrag\n\nFöreningen söker bidrag till en resa.\n\n\(sentence)", "§ 12 Avtal\n\nBeslut\nAvtalet godkänns."]))
    #expect(document.paragrafer.first?.sections.map(\.kind) == [.background, .decision])
  }

  @Test func whatAnotherBodyDecidesIsNoDecision() throws {
    let document = try segment(
      minutes(["§ 11 Bidrag\n\nKommunstyrelsen beslutar att avslå ansökan.", "§ 12 Avtal\n\nBeslut\nAvtalet godkänns."]))
    #expect(document.paragrafer.first?.sections.contains { $0.kind == .decision } == false)
  }

  @Test func whatIsToldOfAnEarlierDecisionIsNone() throws {
    let document = try segment(
      minutes([
        "§ 11 Bidrag\n\nSocialnämnden beslutade att avslå ansökan förra året.", "§ 12 Avtal\n\nBeslut\nAvtalet godkänns.",
        "§ 13 Taxa\n\nBeslut\nTaxan godkänns.",
      ]))
    #expect(document.paragrafer.first?.sections.contains { $0.kind == .decision } == false)
  }

  @Test func theLeadOfAProposalIsNoHeading() throws {
    let document = try segment(
      minutes([
        "§ 11 Taxa\n\nFörvaltningens förslag till beslut\nSocialnämnden beslutar\natt höja taxan\n\nBeslut\nSocialnämnden beslutar\natt sänka taxan"
      ]))
    let decisions = try #require(document.paragrafer.first).sections.filter { $0.kind == .decision && !$0.lines.isEmpty }
    #expect(decisions.map { document.passage($0.lines).string } == ["att sänka taxan"])
  }

  @Test func labelsBesideTheTextAreHeadingsWhereTheTextHasLostItsColumns() throws {
    let matters = (12...14).map {
      "§ \($0) Taxa för tillsyn \($0)\nBeslut Socialnämnden antar taxa \($0).\nÄrende Taxan har inte ändrats på fem år.\nExpedieras Ekonomikontoret\nRevisorerna"
    }
    let document = try segment("Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden 2024-03-12\n\n" + matters.joined(separator: "\n"))
    #expect(document.paragrafer.map { $0.sections.map(\.kind) } == Array(repeating: [.decision, .background, .recipients], count: 3))
    let decision = try #require(document.paragrafer.first?.sections.first)
    #expect(document.passage(decision.lines).string == "Socialnämnden antar taxa 12.")
  }

  @Test func blankLinesBetweenAllLinesAreNone() throws {
    let text = """
      Björkmåla kommun
      Sammanträdesprotokoll
      Socialnämnden 2024-03-12
      § 12 Taxa för tillsyn
      Beslut
      Socialnämnden antar taxan för tillsyn av livsmedel och lokaler att
      gälla från årsskiftet.
      Beslutet skickas till
      Ekonomikontoret
      Miljökontoret
      Byggkontoret
      Kansliet
      Biblioteket
      Stadsarkivet
      Länsstyrelsen
      Revisorerna
      § 13 Fler lekplatser
      Beslut
      Motionen avslås, eftersom det redan finns lekplatser i alla delar av
      kommunen, och fler planeras vid skolorna i de byar som växer mest de
      närmaste åren.
      """
    let document = try segment(text.replacing("\n", with: "\n\n"))
    #expect(document.paragrafer.map { $0.sections.map(\.kind) } == [[.decision, .recipients], [.decision]])
    let decisions = document.paragrafer.compactMap { $0.sections.first.map { document.blocks($0.lines).count } }
    #expect(decisions == [1, 1])
  }

  @Test func numbersWithoutSignInAReportAreNoParagrafer() throws {
    let text = (1...6).map {
      "\($0) Kapitel om driften\n\nSammanfattning\nVerksamheten har gått bra under året och kostat mindre än budget."
    }
    #expect(try segment("Björkmåla kommun\nSocialnämnden\n\nÅrsredovisning 2023\n\n" + text.joined(separator: "\n\n")).paragrafer.isEmpty)
  }

  @Test func labelsReadAfterAllTheTextOfTheirParagrafStandBesideIt() throws {
    let rows = (12...15).flatMap { number in
      [
        ("", "§ \(number) Taxa för vatten"), ("Bakgrund", "Ledningen läcker på två eller tre ställen."),
        ("Beslut", "Nämnden antar taxan för vatten och avlopp."), ("Expedieras", "Kommunstyrelsen och ekonomiavdelningen"),
      ]
    }
    var page = parted(rows)
    let heading = try #require(page.lines.firstIndex { String(decoding: page.text[$0.range], as: UTF8.self).hasPrefix("§ 14") })
    let block = page.lines[heading + 1...heading + 6]
    let isText = { (line: Line) in (line.box?.x0 ?? 0) > 160 }
    page.lines.replaceSubrange(heading + 1...heading + 6, with: block.filter(isText) + block.filter { !isText($0) })
    let document = try Repository.segmenter.get().segment([page])
    #expect(document.paragrafer.map { $0.sections.map(\.kind) } == Array(repeating: [.background, .decision, .recipients], count: 4))
  }
}
