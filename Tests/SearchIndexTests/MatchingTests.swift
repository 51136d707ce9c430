import SearchIndex
import Testing

@Suite("What an index finds")
struct MatchingTests {
  @Test("A word finds its forms; the form that was asked for comes first", arguments: [1, 2, 10])
  func forms(perSegment: Int) throws {
    let index = try SmallIndex(["avgiften höjs", "avgift höjs", "taxa höjs", "ingen avgifter"], perSegment: perSegment)
    #expect(try index.found(.asked("avgift")) == [0, 1, 3])
    #expect(try index.ranked(.asked("avgift")).first == 1)
    #expect(try index.ranked(.asked("avgifter")).first == 3)
  }

  @Test("A heading weighs more than a decision, and that more than the text")
  func fields() throws {
    let index = try SmallIndex([
      SectionText(heading: "x", text: "bro y y"), SectionText(heading: "x", decision: "bro", text: "bro y y"),
      SectionText(heading: "bro", text: "y y y"), SectionText(heading: "x", text: "y y y"), SectionText(heading: "x", text: "y y y"),
    ])
    #expect(try index.ranked(.asked("bro")) == [2, 1, 0])
    #expect(try index.found(.word([Plan.Form(Term(.exact, "bro"), weight: 1, headingOnly: true)])) == [2])
  }

  @Test("All, any, except and everything are as in logic", arguments: [1, 3])
  func logic(perSegment: Int) throws {
    let index = try SmallIndex(["a b", "b c", "a c", "d"], perSegment: perSegment)
    #expect(try index.found(.all([.asked("a"), .asked("b")])) == [0])
    #expect(try index.found(.any([.asked("a"), .asked("b")])) == [0, 1, 2])
    #expect(try index.found(.any([])) == [])
    #expect(try index.found(.except(.asked("a"), .asked("c"))) == [0])
    #expect(try index.found(.everything) == [0, 1, 2, 3])
    #expect(try index.found(.all([.sections([0..<2, 3..<4]), .asked("b"), .sections([1..<4])])) == [1])
    #expect(try index.found(.all([.sections([0..<2]), .sections([1..<4])])) == [1])
  }

  @Test("A phrase is words side by side in their order, within heading or text", arguments: [1, 4])
  func phrases(perSegment: Int) throws {
    let index = try SmallIndex(
      [
        SectionText(heading: "ny väg", text: "till skolan"), SectionText(heading: "väg ny", text: "ny stor väg"),
        SectionText(heading: "till", text: "skolan ny väg"),
      ], perSegment: perSegment)
    let phrase = [Plan.forms("ny"), Plan.forms("väg")]
    #expect(try index.found(.phrase(phrase)) == [0, 2])
    #expect(try index.found(.phrase(phrase, headingOnly: true)) == [0])
    #expect(try index.found(.phrase([Plan.forms("väg"), Plan.forms("till")])) == [])
    #expect(try index.found(.phrase([])) == [])
  }

  @Test("A phrase that begins twice is found where it goes on")
  func overlappingPhrase() throws {
    let index = try SmallIndex(["a a b", "a b a b"])
    #expect(try index.found(.phrase([Plan.forms("a"), Plan.forms("b")])) == [0, 1])
    #expect(try index.found(.phrase([Plan.forms("a"), Plan.forms("a"), Plan.forms("b")])) == [0])
  }

  @Test("Near is any order, with at most so many words between", arguments: [(0, [0, 1]), (1, [0, 1, 2]), (2, [0, 1, 2, 3])])
  func near(distance: Int, expected: [Int]) throws {
    let index = try SmallIndex(["a b", "b a", "a x b", "b x x a", "a x x x b", "a", "b"])
    #expect(try index.found(.near([Plan.forms("a"), Plan.forms("b")], within: distance)) == expected)
  }

  @Test("Near asks for a word twice where it is given twice")
  func nearTwice() throws {
    let index = try SmallIndex(["a b", "a a"])
    #expect(try index.found(.near([Plan.forms("a"), Plan.forms("a")], within: 3)) == [1])
  }

  @Test("A prefix finds every word that begins so, and no other", arguments: [1, 10])
  func prefix(perSegment: Int) throws {
    let index = try SmallIndex(["avgift", "avgiftsfri", "avgå", "av"], perSegment: perSegment)
    let form = Plan.Form(Term(.exact, "avgi"), weight: 1, isPrefix: true)
    #expect(try index.found(.word([form])) == [0, 1])
  }

  @Test("A part of a compound is found as such")
  func parts() throws {
    let index = try SmallIndex(["vård-avgift", "avgift"])
    #expect(try index.found(.word([Plan.Form(Term(.part, "avgi"), weight: 1)])) == [0])
  }

  @Test(
    "Sums are found by range, the ends counted",
    arguments: [(0...100, [0]), (100...100, [0]), (101...999_999, []), (5...9_000_000, [0, 1])])
  func amounts(range: ClosedRange<Int64>, expected: [Int]) throws {
    let index = try SmallIndex(
      [
        SectionText(heading: "", text: "a", amounts: [100, 100]), SectionText(heading: "", text: "b", amounts: [1_000_000, 2_000_000]),
        SectionText(heading: "", text: "c"),
      ], perSegment: 2)
    #expect(try index.found(.amount(range)) == expected)
  }

  @Test("What is known of a section is found, and says nothing of the fit")
  func attributes() throws {
    let index = try SmallIndex([
      SectionText(heading: "", text: "a", attributes: ["utfall:avslag"]),
      SectionText(heading: "", text: "a", attributes: ["utfall:bifall"]),
    ])
    let matches = try Matcher(index.reader).matches(.attribute("utfall:avslag"))
    #expect(matches.sections == [0] && matches.scores == [0])
  }

  @Test("A word in nearly every section is found as one in few is")
  func common() throws {
    let texts = (0..<500).map { $0.isMultiple(of: 7) ? "och rar" : "och" }
    let index = try SmallIndex(texts, perSegment: 90)
    #expect(try index.found(.asked("och")).count == 500)
    #expect(try index.found(.asked("rar")) == (0..<500).filter { $0.isMultiple(of: 7) })
    #expect(try index.found(.all([.asked("och"), .asked("rar")])) == (0..<500).filter { $0.isMultiple(of: 7) })
  }

  @Test("A search past its time is given up")
  func timeLimit() throws {
    let index = try SmallIndex(["a"])
    let matcher = Matcher(index.reader, deadline: .now - .seconds(1))
    #expect(throws: SearchTimedOut.self) { try matcher.matches(.asked("a")) }
  }

  @Test("The best come first, of equals the first; pages neither overlap nor leave out")
  func pages() throws {
    let texts = (0..<300).map { "a" + String(repeating: " x", count: $0 % 5) }
    let matches = try Matcher(SmallIndex(texts).reader).matches(.asked("a"))
    let all = TopSections(of: matches, limit: 300).sections
    let pages = stride(from: 0, to: 300, by: 7).flatMap { TopSections(of: matches, skipping: $0, limit: 7).sections }
    #expect(pages == all)
    #expect(Array(all.prefix(60)) == (0..<60).map { UInt32($0 * 5) })
    #expect(TopSections(of: matches, skipping: 400, limit: 5).sections.isEmpty)
  }
}
