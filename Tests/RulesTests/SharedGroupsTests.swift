import Rules
import Testing

/// A long group that stands several times in a pattern is compiled once, and matches as if it were written out each time.
@Suite struct SharedGroupsTests {
  /// A group of some length: one of many names.
  private let names = "(?:" + (0..<40).map { "namn\($0)(?: \\p{L}+)?" }.joined(separator: "|") + ")"

  private func spans(_ pattern: String, _ text: String) throws -> [[String: String]] {
    let (pattern, bytes) = (try Pattern(pattern), Array(text.utf8))
    return pattern.allMatches(in: bytes).map { match in
      Dictionary(
        uniqueKeysWithValues: pattern.groupNames.compactMap { name in
          match.range(name).map { (name, String(decoding: bytes[$0], as: UTF8.self)) }
        })
    }
  }

  @Test func aPatternThatWouldBeTooLargeWrittenOutIsCompiled() throws {
    let group = "(?:" + (0..<1000).map { "namn\($0)" }.joined(separator: "|") + ")"
    let pattern = try Pattern((0..<12).map { "\(group) \($0)$" }.joined(separator: "|"))
    #expect(pattern.matches(Array("namn7 11".utf8)) && !pattern.matches(Array("namn7 0x".utf8)))
  }

  @Test func groupsWithNamesBeforeBetweenAndWithinGiveTheirOwnText() throws {
    let pattern = "(?<n>\\d): (?<a>\(names)) och (?<b>x(\(names))y|\(names)) samt (?<c>\(names)(?<d>!))"
    #expect(try spans(pattern, "1: namn1 och namn2 samt namn3!") == [["n": "1", "a": "namn1", "b": "namn2", "c": "namn3!", "d": "!"]])
    #expect(try spans(pattern, "1: namn1 och xnamn5y samt namn3!") == [["n": "1", "a": "namn1", "b": "xnamn5y", "c": "namn3!", "d": "!"]])
  }

  @Test func whatIsCalledGivesBackWhatTheRestNeeds() throws {
    #expect(try spans("(?<a>\(names))\\.|(?<b>\(names)) till", "namn2 till") == [["b": "namn2"]])
    #expect(try spans("(?<a>\(names))\\.|(?<b>\(names)) till", "namn2 gick till") == [["b": "namn2 gick"]])
  }

  @Test func aGroupWithinOneThatStandsAgainIsFoundOutsideItToo() throws {
    let outer = "(?:\(names)(?:,? (?:och|samt) \(names))?)"
    #expect(try spans("^(?<a>\(outer))|(?<b>\(outer))$|(?<c>\(names))", "namn1 Ek och namn2") == [["a": "namn1 Ek och namn2"]])
    #expect(try spans("^x(?<a>\(outer))|(?<b>\(outer))$|(?<c>\(names))", "namn1 Ek och namn2") == [["b": "namn1 Ek och namn2"]])
    #expect(try spans("^x(?<a>\(outer))|^(?<b>\(outer))$|(?<c>\(names))\\.", "se namn3.") == [["c": "namn3"]])
  }

  @Test func ofGroupsUnderOtherOptionsEachHasItsOwn() throws {
    let pattern = "(?-i:(?<a>\(names)))\\.|(?<b>\(names))!"
    #expect(try spans(pattern, "NAMN1!") == [["b": "NAMN1"]])
    #expect(try spans(pattern, "NAMN1.") == [])
    #expect(try spans("(?<b>\(names))!|(?-i:(?<a>\(names)))\\.", "NAMN1.") == [])
  }

  @Test func whatIsLookedBehindForMayHoldAGroupThatStandsElsewhere() throws {
    let units = "(?:" + (10..<60).map { "ab\($0)" }.joined(separator: "|") + ")"
    #expect(try spans("(?<=\(units))(?<a>x)|(?<b>\(units))$", "ab10x ab11") == [["a": "x"], ["b": "ab11"]])
    #expect(try spans("(?<b>\(units))$|(?<=\(units))(?<a>x)", "ab10x ab11") == [["a": "x"], ["b": "ab11"]])
  }

  @Test func bracketsInClassesAndEscapesAreNoGroups() throws {
    let pattern = "[(](?<a>\(names))1[)]|\\((?<b>\(names))2\\)|[]()](?<c>\(names))3"
    #expect(try spans(pattern, "(namn1 x1) (namn2 x2) )namn3 x3") == [["a": "namn1 x"], ["b": "namn2 x"], ["c": "namn3 x"]])
  }

  @Test func whatIsKeptWithinAGroupThatStandsAgainIsNotForgotten() throws {
    let group = "(?:(?<name>\(names)) (?<age>\\d+))"
    #expect(try spans("^\(group)\\.$|^\(group)!$", "namn1 x 12!") == [["name": "namn1 x", "age": "12"]])
  }

  @Test func aGroupReferredToByItsNumberKeepsIt() throws {
    #expect(try spans("\(names) \(names) (?<a>ett|två) \\1", "namn1 namn2 två två") == [["a": "två"]])
    #expect(try spans("\(names) \(names) (?<a>ett|två) \\1", "namn1 namn2 två ett") == [])
  }

  @Test func optionsThatChangeWhatAGroupIsLeaveThePatternAsItIs() throws {
    #expect(try spans("(?n:(x))?(?<a>\(names))1|(?<b>\(names))2", "namn1 x2") == [["b": "namn1 x"]])
    #expect(try spans("(?x: [[:digit:](] # no ( group\n)?(?<a>\(names))1|(?<b>\(names))2", "namn1 x2") == [["b": "namn1 x"]])
    #expect(try spans("[[:digit:](]?(?<a>\(names))1|[)]?(?<b>\(names))2", "namn1 x2") == [["b": "namn1 x"]])
  }
}
