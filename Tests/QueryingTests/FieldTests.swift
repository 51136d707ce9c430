import Querying
import Testing

@Suite struct FieldTests {
  @Test(arguments: [
    ("organ:Socialnämnden", "[organ Socialnämnden]"), ("organ:SN", "[organ Socialnämnden]"),
    ("nämnd:socialnamnden", "[organ Socialnämnden]"),
    ("organ:socialnämnd avgift", "([organ Socialnämnden] & avgift)"),
    ("organ:tekniska nämnden avgift", "([organ Tekniska nämnden] & avgift)"),
    ("organ:\"tekniska nämnden\"", "[organ Tekniska nämnden]"), ("organ:SN,KS", "([organ Socialnämnden] | [organ Kommunstyrelsen])"),
    ("organ:(SN, KS)", "([organ Socialnämnden] | [organ Kommunstyrelsen])"),
    ("organ:arbetsutskott", "[organ Socialnämndens arbetsutskott]"),
    ("kommun:björkmåla", "[kommun Björkmåla kommun]"), ("kommun:Bergsund", "[kommun Bergsund]"),
    ("-organ:KS avgift", "(![organ Kommunstyrelsen] & avgift)"),
    ("år:2023", "[år 2023-2023]"), ("ar:2021..2023", "[år 2021-2023]"), ("år:2021-2023", "[år 2021-2023]"),
    ("år:2023–2021", "[år 2021-2023]"),
    ("år:>=2021", "[år 2021-9999]"), ("år:<2021", "[år 0-2020]"), ("år:2021..", "[år 2021-9999]"), ("år:..2021", "[år 0-2021]"),
    ("år:2019,2023", "([år 2019-2019] | [år 2023-2023])"), ("År: 2023", "[år 2023-2023]"),
    ("datum:2024-03-05", "[datum 2024-03-05..2024-03-05]"), ("datum:2024-03", "[datum 2024-03-01..2024-03-31]"),
    ("datum:2024", "[datum 2024-01-01..2024-12-31]"), ("datum:>=2024-02", "[datum 2024-02-01..]"),
    ("datum:>2024-02", "[datum 2024-03-01..]"),
    ("datum:<2024-03-01", "[datum ..2024-02-29]"), ("datum:2024-01-15..2024-06", "[datum 2024-01-15..2024-06-30]"),
    ("datum:mars 2024 avgift", "([datum 2024-03-01..2024-03-31] & avgift)"), ("datum:\"5 mars 2024\"", "[datum 2024-03-05..2024-03-05]"),
    ("typ:beslut", "[typ decision]"), ("typ:Yrkanden", "[typ motion]"), ("typ:omröstning", "[typ vote]"), ("typ:mal", "[typ goal]"),
    ("typ:beslut,reservation", "([typ decision] | [typ reservation])"), ("typ:protokoll", "[dokument protokoll]"),
    ("utfall:avslag", "[utfall avslag]"), ("utfall:Aterremiss", "[utfall återremiss]"), ("mål:delvis_uppnått", "[mål delvis_uppnått]"),
    ("mål:delvis uppnått", "[mål delvis_uppnått]"), ("mal:delvis_uppnatt", "[mål delvis_uppnått]"), ("mål:uppnått", "[mål uppnått]"),
    ("mål:\"ej uppnått\"", "[mål ej_uppnått]"), ("mål:delvis", "[mål delvis_uppnått]"),
    ("dnr:KS 2024/112", "[dnr KS 2024/112]"), ("dnr:ks.2024.112", "[dnr KS 2024/112]"),
    ("Dnr: KS 2024-112 avgift", "([dnr KS 2024/112] & avgift)"),
    ("diarienummer:2024/112", "[dnr 2024/112]"), ("dnr:\"KS 2024/112\"", "[dnr KS 2024/112]"), ("dnr:KS2024/112", "[dnr KS 2024/112]"),
    ("dnr:\"N24-KS-188\"", "[dnr N24-KS-188]"), ("dnr:n24-ks-188 avgift", "([dnr N24-KS-188] & avgift)"),
    ("dnr:TN#31/24", "[dnr TN#31/24]"),
    ("dnr:SN_12_2024,KS 2024/1", "([dnr SN_12_2024] | [dnr KS 2024/1])"), ("dnr:\"Mn 118 -24\"", "[dnr MN 118 -24]"),
    ("dnr:Mn 118 -24 avgift", "([dnr MN 118 -24] & avgift)"),
    ("§:84 avgift", "([§ 84] & avgift)"), ("paragraf:84", "[§ 84]"), ("avgift § 84", "(avgift & [§ 84])"),
    ("part:S", "[part S]"), ("part:miljöpartiet", "[part MP]"), ("parti:s,v", "([part S] | [part V])"), ("part:BP", "[part BP]"),
    ("person:Lind avgift", "([person Lind] & avgift)"), ("person:\"Alva Lind\"", "[person Alva Lind]"),
    ("person:Alva Lind avgift", "([person Alva Lind] & avgift)"),
    ("dokument:årsredovisning", "[dokument årsredovisning]"), ("avgift KS 2024/112", "(avgift & ([dnr KS 2024/112] | \"ks 2024 112\"))"),
  ]) func aFieldIsACondition(query: String, expected: String) throws {
    #expect(try tree(query) == expected)
    #expect(try parsed(query).notes.isEmpty)
  }

  @Test(arguments: [
    ("belopp:>1mnkr", "[belopp (1000000..]"), ("belopp:>= 1 mnkr avgift", "([belopp [1000000..] & avgift)"),
    ("belopp:500000", "[belopp [500000..500000]]"), ("belopp:500 000", "[belopp [500000..500000]]"),
    ("belopp:1,5 mkr..3 mkr", "[belopp [1500000..3000000]]"), ("belopp:<50 tkr", "[belopp ..50000)]"),
    ("belopp:1-2 mkr taxa", "([belopp [1000000..2000000]] & taxa)"), ("belopp:..3 miljoner kronor", "[belopp ..3000000]]"),
    ("belopp:1.250.000kr..", "[belopp [1250000..]"), ("belopp:≥2mnkr", "[belopp [2000000..]"),
    ("summa:\"1 mkr\"", "[belopp [1000000..1000000]]"),
    ("belopp:3mkr..1mkr", "[belopp [1000000..3000000]]"), ("belopp:>0,5mnkr utfall:avslag", "([belopp (500000..] & [utfall avslag])"),
  ]) func aSumIsReadInKronorInEverySpelling(query: String, expected: String) throws {
    #expect(try tree(query) == expected)
    #expect(try parsed(query).notes.isEmpty)
  }

  @Test(arguments: [
    ("KS 2024/112", DirectAnswer.caseNumber("KS 2024/112")), ("ks.2024.112", .caseNumber("KS 2024/112")),
    ("2024/112", .caseNumber("2024/112")),
    ("dnr 2024/112", .caseNumber("2024/112")), ("Dnr: SN.2023.373 600", .caseNumber("SN 2023/373")),
    ("§ 84", .paragraph(84, body: nil, year: nil)),
    ("§84/2024", .paragraph(84, body: nil, year: 2024)), ("84 §", .paragraph(84, body: nil, year: nil)),
    ("KS § 84/24", .paragraph(84, body: "Kommunstyrelsen", year: 2024)), ("paragraf 84", .paragraph(84, body: nil, year: nil)),
    ("Tekniska nämnden § 7 2023", .paragraph(7, body: "Tekniska nämnden", year: 2023)),
  ]) func aCaseNumberOrAParagraphAloneIsGoneStraightTo(query: String, answer: DirectAnswer) throws {
    let parsed = try parsed(query)
    #expect(parsed.direct == answer)
    #expect(parsed.root != nil)
  }

  @Test(arguments: ["2021-2023", "avgift 2024/112", "taxa § 84", "§", "112", "KS", "§ 84 LVU", "2024-03-05"])
  func otherQueriesAreSearched(query: String) throws {
    #expect(try parsed(query).direct == nil)
  }

  @Test func everyFieldIsAChipWithTheQueryThatIsLeft() throws {
    let chips = try parsed("avgift år:2021..2023 -organ:KS taxa").chips
    #expect(
      chips == [
        QueryChip(text: "år 2021–2023", without: "avgift -organ:KS taxa", values: ["år 2021–2023"]),
        QueryChip(
          text: "inte organ Kommunstyrelsen", without: "avgift år:2021..2023 taxa", values: ["organ Kommunstyrelsen"], isNegated: true),
      ])
    #expect(try parsed("år:2021,2023").chips.map(\.values) == [["år 2021", "år 2023"]])
    #expect(try parsed("rubrik:(avgift OR taxa) år:2023").chips.map(\.without) == ["år:2023", "rubrik:(avgift OR taxa)"])
  }
}
