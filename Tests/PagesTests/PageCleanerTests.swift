import Pages
import Testing

/// What becomes of a text that comes out of a PDF or an office file with broken signs. Texts are given as they come out.
@Suite struct PageCleanerTests {
  // MARK: Characters

  @Test(arguments: [
    ("Na\u{308}mnden i A\u{30A}sen", "Nämnden i Åsen"),
    ("10\u{A0}kap. 4\u{2009}§", "10 kap. 4 §"),
    ("\u{F0B7} Bo\u{AD}stads\u{AD}bidrag", "• Bostadsbidrag"),
    ("\u{F0A7} Avgift", "• Avgift"),
    ("\u{F02D} Taxa", "• Taxa"),
    ("vård och om\u{AD}", "vård och om-"),
    ("\u{FEFF}Beslut\u{200B} om\u{2} avgift", "Beslut om avgift"),
    ("Inledning ........................ 3", "Inledning ..... 3"),
    ("Inledning . . . . . . . . . . . . 3", "Inledning ..... 3"),
    ("Personal ························ 7", "Personal ..... 7"),
    ("\u{F0FF} att avsluta arbetet", "• att avsluta arbetet"),
    ("Inledning\u{8}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}3", "Inledning.....3"),
    ("Vad hände sedan...", "Vad hände sedan..."),
    ("45 \u{FFFD} 3", "45 \u{FFFD} 3"),
    ("65 Ja – 9 Nej: ”bifall” 3 × 5 m²", "65 Ja – 9 Nej: ”bifall” 3 × 5 m²"),
  ])
  func signsAreCleaned(text: String, clean: String) {
    #expect(cleaned(text) == clean)
  }

  // MARK: Wrong ligatures

  @Test(arguments: [
    ("aƩ effekƟvisera verksamheten", "att effektivisera verksamheten"),
    ("EƩ beslut som MarƟna KeƩilson faƩade", "Ett beslut som Martina Kettilson fattade"),
    ("traﬁk, ﬂyktingar, eﬀekter, oﬃciell", "trafik, flyktingar, effekter, officiell"),
    ("krav på kraŌvärme och driŌ", "krav på kraftvärme och drift"),
    ("på vår plaƞorm", "på vår platform"),
    ("Ōe Žižek Łukasz Dvořák", "Ōe Žižek Łukasz Dvořák"),
  ])
  func wrongLigaturesAreMended(text: String, clean: String) {
    #expect(cleaned(text) == clean)
  }

  // MARK: Letter-spaced words

  @Test(arguments: [
    ("PRO T OK OL L", "PROTOKOLL"), ("S A M M A N T R Ä D E", "SAMMANTRÄDE"), ("s a m m a n t r ä d e den 3 maj", "sammanträde den 3 maj"),
    ("BE SL UT OM BU DG ET", "BESLUT OM BUDGET"),
  ])
  func lettersThatMakeListedWordsArePutTogether(text: String, clean: String) {
    #expect(cleaned(text) == clean)
  }

  @Test(arguments: ["VAL AV EN NY", "S M C V L KD MP", "A B C D E F", "i en by på ö", "IT AB OCH SKL", "KS AU BUN SN KF"])
  func shortWordsAndAbbreviationsStay(text: String) {
    #expect(cleaned(text) == text)
  }

  // MARK: Lost ligatures

  @Test(arguments: [
    ("en handlingsplan för nära rela oner", "en handlingsplan för nära relationer"),
    ("barn som bevi nat våld", "barn som bevittnat våld"),
    ("arbetet är ak vt, kollek vt och effek vt", "arbetet är aktivt, kollektivt och effektivt"),
    ("(rela oner), ak vt.", "(relationer), aktivt."),
  ])
  func aWordInPiecesIsPutTogether(text: String, clean: String) {
    #expect(cleaned(text) == clean)
  }

  @Test(arguments: [
    ("de vill a u rycka sin mening", "de vill att uttrycka sin mening"),
    ("stöd till våldsutsa a i kommunen", "stöd till våldsutsatta i kommunen"),
    ("ett systema skt arbete", "ett systematiskt arbete"),
    ("förslag ll beslut", "förslag till beslut"),
    ("A anta planen", "Att anta planen"),
    ("med e beslut", "med ett beslut"),
  ])
  func piecesThatCouldBeWordsAreMendedWhereLigaturesAreLost(text: String, clean: String) {
    #expect(cleaned(text) == text, "alone they prove nothing")
    #expect(cleaned("Våra rela oner är ak vt\n\(text)") == "Våra relationer är aktivt\n\(clean)")
  }

  @Test(arguments: [
    "Mål m m, t ex bl a avgifter p g a beslut", "a) Taxa b) Avgift", "tkr mnkr kr kWh", "Anna Berg Lovisa Hult", "vitamin a och e",
    "en tidigare inte regle-\nrats ut i fråga om avgif-\nter na", "Nya rela", "x y z",
  ])
  func whatIsWholeStaysAsItIs(text: String) {
    #expect(cleaned(text) == text)
  }

  @Test func withoutAWordListNothingIsGuessed() {
    let cleaner = PageCleaner(words: WordList(path: "/finns/inte"))
    #expect(text(of: cleaner.clean(plain("nära rela oner, kraŌ"))) == "nära rela oner, kraŌ")
  }

  // MARK: Ranges and boxes

  @Test func wordsAndBoxesStayInStep() {
    let page = PageCleaner(words: WordList()).clean(set(["Nära", "rela", "oner", "är", "bra"], ["Räƫgheter", "\u{200B}", "10\u{A0}kap."]))
    #expect(text(of: page) == "Nära relationer är bra\nRättigheter 10 kap.")
    #expect(
      page.words.map { String(decoding: page.text[$0.range], as: UTF8.self) }
        == ["Nära", "relationer", "är", "bra", "Rättigheter", "10", "kap."])
    #expect(page.words[1].box == Box(x0: 60, y0: 20, x1: 150, y1: 30), "the union of the pieces' boxes")
    #expect(page.words[5].box.x1 < page.words[6].box.x0, "a word that is parted has its box parted")
    #expect(page.lines.map(\.words) == [0..<4, 4..<7])
    #expect(page.lines.map { String(decoding: page.text[$0.range], as: UTF8.self) } == ["Nära relationer är bra", "Rättigheter 10 kap."])
  }

  @Test func cellsStayApart() {
    let page = PageCleaner(words: WordList()).clean(plain("eﬀekt   rela   oner   3\u{A0}§"))
    #expect(page.lines[0].cells.map { String(decoding: page.text[$0], as: UTF8.self) } == ["effekt", "rela", "oner", "3 §"])
  }

  @Test func aLineOfNothingButSignsThatAreNotPrintedGoes() {
    let page = PageCleaner(words: WordList()).clean(plain("Beslut\n\u{200B}\u{2}\nNämnden"))
    #expect(page.lines.map { String(decoding: page.text[$0.range], as: UTF8.self) } == ["Beslut", "Nämnden"])
  }

  // MARK: Setting pages

  private func cleaned(_ string: String) -> String { text(of: PageCleaner(words: WordList()).clean(plain(string))) }

  private func text(of page: Page) -> String { String(decoding: page.text, as: UTF8.self) }

  /// A page of plain text as it comes, cells parted by three spaces.
  private func plain(_ string: String) -> Page {
    var page = Page(number: 1, size: nil, text: Array(string.utf8), words: [], lines: [])
    var start = 0
    for line in page.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var cells: [Range<Int>] = []
      var cell = start
      for part in String(decoding: line, as: UTF8.self).split(separator: "   ") {
        cells.append(cell..<cell + part.utf8.count)
        cell += part.utf8.count + 3
      }
      page.lines.append(Line(range: start..<start + line.count, cells: cells))
      start += line.count + 1
    }
    return page
  }

  /// A page with boxes: words of 40 points, 10 points apart, lines at 20 and 40 points.
  private func set(_ lines: [String]...) -> Page {
    var page = Page(number: 1, size: PageSize(width: 595, height: 842), text: [], words: [], lines: [])
    for (row, words) in lines.enumerated() {
      if row > 0 { page.text.append(0x0A) }
      let (start, firstWord) = (page.text.count, page.words.count)
      for (place, word) in words.enumerated() {
        if place > 0 { page.text.append(0x20) }
        let box = Box(x0: 10 + Double(place) * 50, y0: 20 + Double(row) * 20, x1: 50 + Double(place) * 50, y1: 30 + Double(row) * 20)
        page.words.append(Word(range: page.text.count..<page.text.count + word.utf8.count, box: box))
        page.text.append(contentsOf: word.utf8)
      }
      page.lines.append(Line(range: start..<page.text.count, words: firstWord..<page.words.count, box: page.words[firstWord].box))
    }
    return page
  }
}
