import Querying
import Testing

@Suite struct OperatorTests {
  @Test(arguments: [
    ("avgift taxa", "(avgift & taxa)"), ("Höjd  AVGIFT", "(höjd & avgift)"), ("\"höjd taxa\"", "\"höjd taxa\""),
    ("”höjd taxa”", "\"höjd taxa\""),
    ("»höjd taxa«", "\"höjd taxa\""), ("„höjd“ avgift", "(höjd & avgift)"), ("avgift OR taxa", "(avgift | taxa)"),
    ("avgift ELLER taxa", "(avgift | taxa)"), ("avgift eller taxa", "(avgift & eller & taxa)"),
    ("a1 b1 OR c1 d1", "((a1 & b1) | (c1 & d1))"),
    ("avgift AND taxa OCH vatten", "(avgift & taxa & vatten)"), ("(avgift OR taxa) vatten", "((avgift | taxa) & vatten)"),
    ("avgift -taxa", "(avgift & !taxa)"), ("avgift –\"höjd taxa\"", "(avgift & !\"höjd taxa\")"), ("avgift INTE taxa", "(avgift & !taxa)"),
    ("avgift NOT (taxa OR vatten)", "(avgift & !(taxa | vatten))"), ("- -avgift", "!avgift"), ("NOT NOT avgift", "avgift"),
    ("-taxa", "!taxa"),
    ("avgift*", "avgift*"), ("AVGIFT* taxa", "(avgift* & taxa)"), ("e-tjänst", "\"e tjänst\""), ("VSF.x.y", "\"vsf x y\""),
    ("avgift NEAR taxa", "near10(avgift taxa)"), ("avgift NÄRA/3 taxa", "near3(avgift taxa)"),
    ("NEAR(avgift taxa, 5)", "near5(avgift taxa)"),
    ("NÄRA(avgift \"höjd taxa\" vatten)", "near10(avgift \"höjd taxa\" vatten)"), ("a1 NEAR b1 NEAR c1", "near10(a1 b1 c1)"),
    ("rubrik:avgift", "rubrik(avgift)"), ("rubrik:\"höjd taxa\" vatten", "(rubrik(\"höjd taxa\") & vatten)"),
    ("rubrik:(avgift OR taxa)", "rubrik((avgift | taxa))"), ("-rubrik:avgift", "!rubrik(avgift)"),
  ]) func operatorsAreReadAsSwedesWriteThem(query: String, expected: String) throws {
    let parsed = try parsed(query)
    #expect(try tree(query) == expected)
    #expect(parsed.notes.isEmpty)
  }

  @Test func aShortFormAsksForWhatItStandsForToo() throws {
    #expect(try tree("IFO") == "ifo~\"individ och familjeomsorg\"")
    #expect(try tree("avgift KS") == "(avgift & ks~kommunstyrelsen)")
  }

  @Test func whatAShortFormStandsForAsksForTheShortFormToo() throws {
    #expect(try tree("individ och familjeomsorg budget") == "((individ & och & familjeomsorg)~ifo & budget)")
    #expect(try tree("individ- och familjeomsorg") == "(individ & och & familjeomsorg)~ifo")
    #expect(try tree("\"hem för vård eller boende\"") == "\"hem för vård eller boende\"~hvb")
    #expect(try tree("kommunstyrelsens") == "kommunstyrelsens~ks")
  }

  @Test func aCompoundOfTheQueryHasItsPartsAndEveryWordItsPlace() throws {
    guard case .word(let word)? = try parsed("  Placeringskostnad").root else { return #expect(Bool(false)) }
    #expect(word.parts == ["placering", "kostn"])
    #expect(word.place == 2..<19)
    #expect(word.typed == "Placeringskostnad" && word.exact == "placeringskostnad")
  }

  @Test func wordsThatOnlyBindAreMarked() throws {
    guard case .all(let nodes)? = try parsed("avgift för mat").root else { return #expect(Bool(false)) }
    let common = nodes.map { node in if case .word(let word) = node { word.isCommon } else { false } }
    #expect(common == [false, true, false])
  }

  @Test func theReadingIsSaidInSwedish() throws {
    #expect(try parsed("avgift OR taxa").understood == "avgift eller taxa")
    #expect(try parsed("höjd avgift -vatten år:2021..2023").understood == "höjd, avgift, inte vatten och år 2021–2023")
    #expect(try parsed("belopp:>1mnkr").understood == "belopp över 1\u{A0}000\u{A0}000\u{A0}kr")
    #expect(try parsed("IFO").understood == "IFO (även \"individ och familjeomsorg\")")
  }
}
