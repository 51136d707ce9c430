import Language
import Testing

/// Each date as "text = date", the year "????" where there is none.
private func read(_ text: String, sixDigits: Bool = false) -> [String] {
  let bytes = Array(text.utf8)
  return DateScanner.scan(bytes, allowSixDigits: sixDigits).map { hit in
    let written = String(decoding: bytes[hit.range], as: UTF8.self)
    return "\(written) = \(hit.date.date?.iso ?? "????-\(hit.date.month)-\(hit.date.day)")"
  }
}

@Suite("Dates")
struct DateTests {
  @Test(
    "Dates as minutes write them",
    arguments: [
      ("den 21 februari 2024", ["den 21 februari 2024 = 2024-02-21"]),
      ("21 FEBRUARI 2024,", ["21 FEBRUARI 2024 = 2024-02-21"]),
      ("onsdagen den 21 februari 2024 kl. 9", ["onsdagen den 21 februari 2024 = 2024-02-21"]),
      ("Onsdag 21 februari 2024", ["Onsdag 21 februari 2024 = 2024-02-21"]),
      ("den 21\nfebruari\n2024", ["den 21\nfebruari\n2024 = 2024-02-21"]),
      ("21 feb 2024", ["21 feb 2024 = 2024-02-21"]),
      ("21 feb. 2024.", ["21 feb. 2024 = 2024-02-21"]),
      ("den 3:e maj 2023", ["den 3:e maj 2023 = 2023-05-03"]),
      ("2024-02-21 kl. 13.00", ["2024-02-21 = 2024-02-21"]),
      ("2024–02–21", ["2024–02–21 = 2024-02-21"]),
      ("2024.02.21", ["2024.02.21 = 2024-02-21"]),
      ("20240221", ["20240221 = 2024-02-21"]),
      ("21/2 2024", ["21/2 2024 = 2024-02-21"]),
      ("21/2-2024", ["21/2-2024 = 2024-02-21"]),
      ("21/2/2024", ["21/2/2024 = 2024-02-21"]),
      ("21.2.2024", ["21.2.2024 = 2024-02-21"]),
      ("29 februari 2024", ["29 februari 2024 = 2024-02-29"]),
      ("2020-02-17 2023-06-30 Ej", ["2020-02-17 = 2020-02-17", "2023-06-30 = 2023-06-30"]),
      ("2023-01-01–2023-12-31", ["2023-01-01 = 2023-01-01", "2023-12-31 = 2023-12-31"]),
      ("2023-01-01-2023-12-31", ["2023-01-01 = 2023-01-01", "2023-12-31 = 2023-12-31"]),
      (
        "tisdagen den 14 och onsdagen den 15 maj 2024", ["tisdagen den 14 = 2024-05-14", "onsdagen den 15 maj 2024 = 2024-05-15"]
      ),
      ("punkt 3 och den 15 maj 2024", ["den 15 maj 2024 = 2024-05-15"]),
      ("den 10 januari", ["den 10 januari = ????-1-10"]),
      ("från och med 1 juni ska", ["1 juni = ????-6-1"]),
      ("den 21/2 beslutade", ["den 21/2 = ????-2-21"]),
      ("3-5 maj 2023", ["3 = 2023-05-03", "5 maj 2023 = 2023-05-05"]),
      ("4 och 6 maj 2023", ["4 = 2023-05-04", "6 maj 2023 = 2023-05-06"]),
      ("(2023-11-06)", ["2023-11-06 = 2023-11-06"]),
    ])
  func dates(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(
    "What is no date",
    arguments: [
      "31 februari 2024", "29 februari 2023", "2024-02-30", "2024-13-01", "240221", "SLK-2023-11-21", "SN.2023.373", "19400221-1234",
      "0670-16 100",
      "3/4", "21/2", "1.6.1", "12 ledamöter", "2023", "§ 12", "0 maj 2024", "32 maj 2024", "123 maj 2024", "3 jul", "kl 13.00",
      "99999999",
      "2024-2-1", "A2024-02-21", "9999-12-31", "", "-", "/",
    ])
  func noDates(text: String) {
    #expect(read(text) == [])
  }

  @Test("Six digits are a date only where asked for")
  func sixDigits() {
    #expect(read("231106 och 991399", sixDigits: true) == ["231106 = 2023-11-06"])
    #expect(DateScanner.parse("240221", allowSixDigits: true)?.date?.iso == "2024-02-21")
    #expect(DateScanner.parse("240221") == nil)
  }

  @Test("Parsing takes the whole text")
  func parsing() {
    #expect(DateScanner.parse(" den 1 maj 2023 ")?.date == DocumentDate(year: 2023, month: 5, day: 1))
    #expect(DateScanner.parse("den 1 maj 2023 klockan") == nil)
    #expect(DateScanner.parse("1-3 maj 2023") == nil)
    #expect(DocumentDate(iso: "2023-05-01")?.description == "2023-05-01")
    #expect(DocumentDate(iso: "2023-05-1") == nil)
    #expect(DocumentDate(iso: "2023-5-011") == nil)
  }

  @Test("Days are ordered and counted")
  func order() throws {
    let newYear = try #require(DocumentDate(year: 2024, month: 1, day: 1))
    let eve = try #require(DocumentDate(year: 2023, month: 12, day: 31))
    #expect(eve < newYear)
    #expect(newYear.dayNumber - eve.dayNumber == 1)
    let march = try #require(DocumentDate(year: 2024, month: 3, day: 1))
    #expect(march.dayNumber - newYear.dayNumber == 60)
  }

  @Test("A date without a year takes the one that is meant")
  func completion() throws {
    let meeting = try #require(DocumentDate(year: 2024, month: 1, day: 17))
    let december = try #require(PartialDate(year: nil, month: 12, day: 13))
    #expect(december.nearest(to: meeting)?.iso == "2023-12-13")
    let february = try #require(PartialDate(year: nil, month: 2, day: 7))
    #expect(february.nearest(to: meeting)?.iso == "2024-02-07")
    #expect(february.latest(notAfter: meeting)?.iso == "2023-02-07")
    let leapDay = try #require(PartialDate(year: nil, month: 2, day: 29))
    #expect(leapDay.latest(notAfter: meeting)?.iso == "2020-02-29")
    #expect(PartialDate(year: nil, month: 2, day: 30) == nil)
  }
}
