import Evaluation
import Foundation
import Testing

/// What counts as a hit, and what as missed or in excess.
@Suite struct EvaluatorTests {
  private func compare(_ gold: String, _ facts: String) throws -> Board {
    try Evaluator.compare(gold: Data(gold.utf8), facts: Data(facts.utf8))
  }

  @Test func whatTheAnnotationHasNoKeyForIsNotMeasured() throws {
    let board = try compare(
      #"{"paragraphs": [{"number": 1}]}"#, #"{"paragraphs": [{"number": 1, "title": "Taxa", "votes": [{"yes": 3}]}], "goals": [{}]}"#)
    #expect(board.measures == ["paragraph"])
    #expect(board["paragraph"] == Score(hit: 1, gold: 1, found: 1))
  }

  @Test func aNullInTheAnnotationMakesAFoundValueTooMuch() throws {
    let board = try compare(
      #"{"paragraphs": [{"number": 1, "diarienummer": null}]}"#, #"{"paragraphs": [{"number": 1, "diarienummer": "KS 2024/1"}]}"#)
    #expect(board["paragraph.diarienummer"] == Score(hit: 0, gold: 0, found: 1))
    #expect(board.misses.map(\.kind) == [.excess])
  }

  @Test func dashesQuotesCaseAndLigaturesCountForNothing() throws {
    let board = try compare(
      #"{"paragraphs": [{"number": 1, "title": "Effektivisering – \"steg 2\"."}]}"#,
      #"{"paragraphs": [{"number": 1, "title": "EﬀekƟvisering - ”steg\u00a02”"}]}"#)
    #expect(board["paragraph.title"].f1 == 1)
  }

  @Test func aDecisionMustBeNearlyTheSameWords() throws {
    let gold = #"{"paragraphs": [{"number": 1, "decisions": [{"text": "att anta taxan för vatten från den 1 januari"}]}]}"#
    let near = #"{"paragraphs": [{"number": 1, "decisions": [{"text": "anta taxan för vatten från den 1 januari"}]}]}"#
    let other = #"{"paragraphs": [{"number": 1, "decisions": [{"text": "att anta taxan"}, {"text": "att avslå motionen"}]}]}"#
    #expect(try compare(gold, near)["decisions"] == Score(hit: 1, gold: 1, found: 1))
    #expect(try compare(gold, other)["decisions"] == Score(hit: 0, gold: 1, found: 2))
  }

  @Test func theMoverIsComparedOnlyWhereTheMotionWasFound() throws {
    let gold = #"{"paragraphs": [{"number": 1, "motions": [{"mover": "Karin Berg (S)", "text": "Karin Berg (S) yrkar bifall."}]}]}"#
    let wrong = #"{"paragraphs": [{"number": 1, "motions": [{"mover": "Karin", "text": "Karin Berg (S) yrkar bifall."}]}]}"#
    #expect(try compare(gold, wrong)["motions.mover"] == Score(hit: 0, gold: 1, found: 1))
    #expect(try compare(gold, #"{"paragraphs": []}"#)["motions.mover"] == Score())
  }

  @Test func aVoteIsItsTallyAndItsNames() throws {
    let gold =
      #"{"paragraphs": [{"number": 1, "votes": [{"yes": 1, "no": 1, "abstain": 0, "yes_names": ["Ola Ek (M)"], "no_names": ["Siv By (C)"]}]}]}"#
    let facts =
      #"{"paragraphs": [{"number": 1, "votes": [{"yes": 1, "no": 1, "abstain": null, "yes_names": ["Siv By (C)"], "no_names": ["Ola Ek (M)"]}]}]}"#
    let board = try compare(gold, facts)
    #expect(board["votes"].f1 == 1)
    #expect(board["votes.names"] == Score(hit: 0, gold: 2, found: 2))
  }

  @Test func aSumMayDifferInSignButNotInItsSentence() throws {
    let gold = #"{"amounts": [{"quote": "ett underskott på 3 tkr", "value_sek": -3000, "kind": "underskott", "as_written": "3 tkr"}]}"#
    let same = #"{"amounts": [{"quote": "ett underskott på 3 tkr", "value_sek": 3000, "kind": "resultat"}]}"#
    let elsewhere = #"{"amounts": [{"quote": "lokaler kostade 3 000 kronor", "value_sek": 3000, "kind": "kostnad"}]}"#
    #expect(try compare(gold, same)["amounts"].f1 == 1)
    #expect(try compare(gold, same)["amounts.kind"].f1 == 0)
    #expect(try compare(gold, elsewhere)["amounts"].hit == 0)
  }

  @Test func aCellCountsByItsRowAndItsColumn() throws {
    let gold = #"{"tables": [{"title": "Drift", "rows": [{"label": "Hemtjänst", "values": ["1 200", "-3,5 %"]}]}]}"#
    let facts = #"{"tables": [{"title": "", "rows": [{"label": "Hemtjänst", "values": ["1200", null]}]}]}"#
    let board = try compare(gold, facts)
    #expect(board["tables"].f1 == 1)
    #expect(board["tables.cells"] == Score(hit: 1, gold: 2, found: 1))
  }

  @Test func whatIsNoAnnotationIsRefused() {
    #expect(throws: DecodingError.self) { try compare("[]", "{}") }
    #expect(throws: DecodingError.self) { try compare("{", "{}") }
  }
}
