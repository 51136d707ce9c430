import Rules
import Testing

/// Patterns match UTF-8 bytes; letters of any case are alike.
@Suite struct PatternTests {
  private func ranges(_ pattern: String, _ text: String) throws -> [Range<Int>] {
    try Pattern(pattern).allMatches(in: Array(text.utf8)).map(\.range)
  }

  @Test func rangesAreBytes() throws {
    let match = try #require(try Pattern("(?<ord>mål)").firstMatch(in: Array("årets mål".utf8)))
    #expect(match.range == 7..<11 && match.range("ord") == 7..<11)
  }

  @Test func swedishCapitalsAreAlikeWithSmallLetters() throws {
    #expect(try Pattern("^åtgärd$").matches(Array("ÅTGÄRD".utf8)))
    #expect(try !Pattern("(?-i:Å)").matches(Array("å".utf8)))
  }

  @Test func ofGroupsOfOneNameTheOneThatTookPartCounts() throws {
    let pattern = try Pattern("nr (?<n>\\d+)|(?<n>[a-z]+) nr")
    #expect(pattern.groupNames == ["n"])
    #expect(pattern.firstMatch(in: Array("nr 12".utf8))?.range("n") == 3..<5)
    #expect(pattern.firstMatch(in: Array("tolv nr".utf8))?.range("n") == 0..<4)
  }

  @Test func aGroupThatTookNoPartOrIsUnknownHasNoRange() throws {
    let match = try #require(try Pattern("a(?<b>b)?").firstMatch(in: Array("a".utf8)))
    #expect(match.range("b") == nil && match.range("c") == nil)
  }

  @Test func emptyMatchesGoOnByWholeCharacters() throws {
    #expect(try ranges("x*", "åx") == [0..<0, 2..<3, 3..<3])
    #expect(try ranges("$", "å") == [2..<2])
  }

  @Test func theEmptyTextCanBeMatched() throws {
    #expect(try ranges("^", "") == [0..<0])
    #expect(try ranges("a", "") == [])
    #expect(try Pattern("a").firstMatch(in: [], from: 0) == nil)
  }

  @Test func theSearchBeginsWhereItIsToldTo() throws {
    let pattern = try Pattern("\\d+")
    #expect(pattern.firstMatch(in: Array("12 34".utf8), from: 2)?.range == 3..<5)
    #expect(pattern.firstMatch(in: Array("12".utf8), from: 2) == nil)
    #expect(pattern.firstMatch(in: Array("12".utf8), from: 9) == nil)
  }

  @Test func whatStandsBeforeTheBeginningIsSeen() throws {
    #expect(try Pattern("\\b2").firstMatch(in: Array("12".utf8), from: 1) == nil)
  }

  @Test(arguments: [("a(b", 3), ("[z-a]", 3), ("(?<n>a)(?<", 10), ("*a", 0)])
  func aPatternThatCannotBeReadSaysWhere(source: String, offset: Int) throws {
    let error = try #require(throws: Pattern.CompileError.self) { try Pattern(source) }
    #expect(error.offset == offset)
  }

  @Test func endlessBacktrackingEndsAndIsTold() throws {
    let pattern = try Pattern("(?:a|aa|a+)+[bc]")
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 4000)
    #expect(pattern.firstMatch(in: text) == nil)
    #expect(pattern.exceedsLimit(on: text))
    #expect(pattern.allMatches(in: text).isEmpty)
    #expect(try !Pattern("a+").exceedsLimit(on: text))
  }

  @Test func zeroBytesAndVeryLongLinesAreText() throws {
    let text = Array("a\0b".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000) + Array("slut".utf8)
    #expect(try Pattern("a\\x00b").firstMatch(in: text)?.range == 0..<3)
    #expect(try Pattern("slut$").firstMatch(in: text)?.range == 2_000_003..<2_000_007)
  }

  @Test func manyTasksMayShareOnePattern() async throws {
    let pattern = try Pattern("§ (?<n>\\d+)")
    let found = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let text = Array("enligt § \(number)".utf8)
          return pattern.firstMatch(in: text)?.range("n").map { String(decoding: text[$0], as: UTF8.self) } == "\(number)"
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(found)
  }
}
