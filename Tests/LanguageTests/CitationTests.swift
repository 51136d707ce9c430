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
      ("§ XY", []), ("§", []), ("§§", []), ("§ 0", []), ("0 §", []), ("§ 99999", []), ("§ 12, 14 ledamöter", ["§ 12"]),
      ("§ 12-2023", ["§ 12"]),
    ])
  func kinds(text: String, expected: [String]) {
    #expect(paragraphs(text) == expected)
  }

  @Test(
    "A date and a § that belong together",
    arguments: [
      ("fastställde den 16 oktober 2019 § 138 att", ["2019-10-16 § 138"]),
      ("uppdrag 2019-11-21 § 27 punkt 3", ["2019-11-21 § 27 p 3"]),
      ("den 21 november 2019, § 64", ["2019-11-21 § 64"]),
      (
        "den 28 november 2018, § 912, den 12 december 2018, § 1040 och den 16 januari 2019, § 18",
        ["2018-11-28 § 912", "2018-12-12 § 1040", "2019-01-16 § 18"]
      ),
      ("den 6 november 2019 § 61 och den 8 januari 2020 § 7", ["2019-11-06 § 61", "2020-01-08 § 7"]),
      ("231106 § 43", ["2023-11-06 § 43"]),
      ("§ 43, 2023-11-06", ["2023-11-06 § 43"]),
      ("§§ 12-14 den 3 maj 2022", ["2022-05-03 § 12", "2022-05-03 § 13", "2022-05-03 § 14"]),
      ("2021-05-12/§ 88", ["2021-05-12 § 88"]), ("den 4 och 18 mars 2024 (§§ 40 och 55)", []),
      ("den 4 mars 2024 § 12 och 18 mars 2024 § 14", ["2024-03-04 § 12", "2024-03-18 § 14"]),
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
      ("den 12 december 2018,\n§ 1041 och", ["2018-12-12 § 1041"]),
      ("den 11 december 2019\n\n§ 164 ska det ske", ["2019-12-11 § 164"]),
      ("den 19 oktober 2022 §\n132", ["2022-10-19 § 132"]),
      ("Fullmäktige 2019-09-18, § 135; Tekniska nämnden 2019-10-16, § 122", ["2019-09-18 § 135", "2019-10-16 § 122"]),
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
