import Language
import Testing

/// Each citation as "date § number", with its point.
private func read(_ text: String) -> [String] {
  CitationScanner.scan(Array(text.utf8), lawNames: ["LVU", "LSS"]).map { citation in
    let date = citation.date.date?.iso ?? "????-\(citation.date.month)-\(citation.date.day)"
    return "\(date) § \(citation.paragraph)" + (citation.point.map { " p \($0)" } ?? "") + (citation.isAdjacent ? "" : " apart")
  }
}

private func paragraphs(_ text: String) -> [String] {
  ParagraphScanner.scan(Array(text.utf8), lawNames: ["LVU", "LSS"]).map { mention in
    let numbers = mention.numbers.map { "\($0.number)\($0.letter ?? "")\($0.year.map { "/\($0)" } ?? "")" }
    return "\(mention.kind == .law ? "law" : "§") " + numbers.joined(separator: ",")
  }
}

@Suite("§ and citations")
struct CitationTests {
  @Test(
    "A § of minutes and a law's are told apart",
    arguments: [
      ("§ 132", ["§ 132"]), ("§132", ["§ 132"]), ("§\n132", ["§ 132"]),
      ("§§ 130-143", ["§ " + (130...143).map(String.init).joined(separator: ",")]),
      ("§§ 12, 13 och 15", ["§ 12,13,15"]), ("§ 63-65", ["§ 63,64,65"]), ("§ 63/20", ["§ 63/2020"]), ("§ 71/2024", ["§ 71/2024"]),
      ("3 kap. 9 §", ["law 9"]), ("2 § LVU", ["law 2"]), ("7 kap 1§", ["law 1"]), ("§ 37a", ["law 37a"]), ("9 a §", ["law 9a"]),
      ("3 kap. § 9", ["law 9"]), ("§ 4 LVU", ["law 4"]), ("§ 9 i kommunallagen", ["law 9"]), ("2 § 1 st.", ["law 2"]),
      ("§ 17 § 18", ["§ 17", "§ 18"]), ("Au § 84 Sn § 34", ["§ 84", "§ 34"]), ("2022-11-24 § 23", ["§ 23"]),
      ("§ XY", []), ("§", []), ("§§", []), ("§ 0", []), ("§ 99999", []), ("§ 12, 14 ledamöter", ["§ 12"]), ("§ 12-2023", ["§ 12"]),
    ])
  func kinds(text: String, expected: [String]) {
    #expect(paragraphs(text) == expected)
  }

  @Test(
    "A date and a § that belong together",
    arguments: [
      ("fastställde den 19 oktober 2022 § 132 att", ["2022-10-19 § 132"]),
      ("uppdrag 2022-11-24 § 23 punkt 3", ["2022-11-24 § 23 p 3"]),
      ("den 23 november 2023, § 61", ["2023-11-23 § 61"]),
      (
        "den 27 november 2024, § 986, den 11 december 2024, § 1043 och den 15 januari 2025, § 14",
        ["2024-11-27 § 986", "2024-12-11 § 1043", "2025-01-15 § 14"]
      ),
      ("den 1 november 2023 § 63 och den 10 januari 2024 § 5", ["2023-11-01 § 63", "2024-01-10 § 5"]),
      ("231106 § 43", ["2023-11-06 § 43"]),
      ("§ 43, 2023-11-06", ["2023-11-06 § 43"]),
      ("§§ 12-14 den 3 maj 2022", ["2022-05-03 § 12", "2022-05-03 § 13", "2022-05-03 § 14"]),
      ("KS 2021-05-12 § 88", ["2021-05-12 § 88"]),
      ("den 10 januari § 5", ["????-1-10 § 5"]),
      ("den 7 februari 2024 §§ 17 och 19", ["2024-02-07 § 17", "2024-02-07 § 19"]),
      ("den 7 februari 2024 § 17 och § 19", ["2024-02-07 § 17", "2024-02-07 § 19"]),
      ("§ 17 och § 19 den 7 februari 2024", ["2024-02-07 § 17", "2024-02-07 § 19"]),
      ("§ 43, 2023-11-06, § 44, 2023-12-06", ["2023-11-06 § 43", "2023-12-06 § 44"]),
      ("§ 43 2023-11-06 och § 44 2023-12-06", ["2023-11-06 § 43", "2023-12-06 § 44"]),
      ("§ 12, den 3 maj 2022 § 14", ["2022-05-03 § 14"]),
      ("2022-10-19, kommunstyrelsen § 132", ["2022-10-19 § 132 apart"]),
      ("§ 132 i nämnden den 19 oktober 2022", ["2022-10-19 § 132 apart"]),
      ("den 11 december 2024,\n§ 1044 och", ["2024-12-11 § 1044"]),
      ("den 14 december 2022\n\n§ 168 ska det ske", ["2022-12-14 § 168"]),
      ("den 19 oktober 2022 §\n132", ["2022-10-19 § 132"]),
      ("Kommunfullmäktige 2023-09-20, § 139; Socialnämnden 2023-10-18, § 120", ["2023-09-20 § 139", "2023-10-18 § 120"]),
    ])
  func citations(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(
    "Law and § without a date are no citations",
    arguments: [
      "§ 12", "enligt 3 kap. 9 § den 3 maj 2022", "den 3 maj 2022 enligt 2 § LVU", "den 3 maj 2022. § 12 Ekonomi",
      "den 3 maj 2022\n\n§ 12 Ekonomi", "utlåtande, 2025-01-21\nKS § 46 Ekonomi",
      "§ 15 Besök vid mötet 21 februari 2024",
      "2022-10-19 § XY", "§ 37a den 3 maj 2022", "den 3 maj 2022", "231106 och sedan § 43", "(2001:453) § 12",
    ])
  func none(text: String) {
    #expect(read(text) == [])
  }

  @Test("The text before and between is given, where a body's name may stand")
  func surroundings() throws {
    let text = Array("Nämnden 2022-01-02 § 1; Äldrerådet 2022-10-19, enligt styrelsen § 132".utf8)
    let citations = CitationScanner.scan(text)
    let last = try #require(citations.last)
    #expect(String(decoding: text[last.before], as: UTF8.self) == "; Äldrerådet ")
    #expect(String(decoding: text[last.between], as: UTF8.self) == ", enligt styrelsen ")
    #expect(String(decoding: text[last.range], as: UTF8.self) == "2022-10-19, enligt styrelsen § 132")
    #expect(String(decoding: text[citations[0].before], as: UTF8.self) == "Nämnden ")
  }
}
