import Evaluation
import Foundation
import Testing

/// What was lost and won between two readings: what is said, not where it stands or which rule took it.
@Suite struct FactChangesTests {
  private func changes(_ old: String, _ new: String) throws -> [String] {
    try FactChanges(old: Data(old.utf8), new: Data(new.utf8)).all.map { change in
      "\(change.isWon ? "+" : "-") \(change.paragraph ?? "")|\(change.key)|\(change.text)"
    }
  }

  @Test func aFactOfOneReadingAloneIsLostOrWon() throws {
    let old =
      #"{"paragraphs": [{"number": 1, "title": "Taxa", "decisions": [{"text": "att anta taxan", "action": "antar"}], "recipients": ["A", "B"]}]}"#
    let new = #"{"paragraphs": [{"number": 1, "title": "Taxan", "decisions": [], "recipients": ["B", "C"]}, {"number": 2, "title": null}]}"#
    #expect(
      try changes(old, new) == [
        "- 1|decisions|antar – att anta taxan", "- 1|recipients|A", "- 1|title|Taxa", "+ 1|recipients|C", "+ 1|title|Taxan",
        "+ 2|paragraphs|",
      ])
  }

  @Test func placesAndRulesCountForNothing() throws {
    let fact = { (rule: String) in
      #"{"document": {"id": "\#(rule)", "body": "Socialnämnden"}, "rules": {"\#(rule)": "x"}, "goals": [{"text": "Mål", "source": {"rule": "\#(rule)"}}]}"#
    }
    #expect(try changes(fact("a"), fact("b")).isEmpty)
  }

  @Test func aFactThatIsSaidTwiceIsLostOnce() throws {
    let one = #"{"amounts": [{"value_sek": 5}]}"#
    let two = #"{"amounts": [{"value_sek": 5}, {"value_sek": 5}]}"#
    #expect(try changes(two, one) == ["- |amounts|value_sek 5"])
    #expect(try changes(one, two) == ["+ |amounts|value_sek 5"])
  }

  @Test func whatIsSaidOfTheDocumentCounts() throws {
    let said = { (body: String) in #"{"document": {"body": \#(body), "source": "a.pdf", "pages": 3}}"# }
    #expect(try changes(said("null"), said(#""Socialnämnden""#)) == ["+ |document.body|Socialnämnden"])
  }

  @Test func whatIsNoJSONIsAnError() { #expect(throws: DecodingError.self) { try changes("{", "{}") } }
}
