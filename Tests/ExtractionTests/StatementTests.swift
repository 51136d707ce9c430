import Facts
import Testing

/// Protokollsanteckningar and särskilda yttranden are told with who and what; a § approved at once or kept secret is told to be so.
@Suite struct StatementTests {
  private func told(_ statement: Statement) -> [String] { [statement.kind, statement.who ?? "", statement.text] }

  @Test(arguments: [
    ("Protokollsanteckning\nKarin Berg (S) lämnar följande protokollsanteckning: Vi saknar en plan.", "statement"),
    ("Protokollsanteckning\nKarin Berg (S): Vi saknar en plan.", "statement"),
    ("Ärendet\nKarin Berg (S) medges att lämna följande protokollsanteckning: Vi saknar en plan.", "statement"),
    ("Särskilt uttalande\nKarin Berg (S) lämnar ett särskilt uttalande:\n\nVi saknar en plan.", "opinion"),
    ("Ärendet\nKarin Berg (S) lämnar ett särskilt yttrande:\n\nVi saknar en plan.\n\nNämnden tackar.", "opinion"),
    ("Särskilt yttrande\nKarin Berg (S): Vi saknar en plan.", "opinion"),
    ("Särskilt yttrande från Karin Berg (S)\nVi saknar en plan.", "opinion"),
    ("Beslut\nTaxan antas.\n\nKarin Berg (S) lämnar ett särskilt yttrande: Vi saknar en plan.", "opinion"),
  ])
  func isReadInEachForm(text: String, kind: String) throws {
    #expect(try paragraf(text).statements.map(told) == [[kind, "Karin Berg (S)", "Vi saknar en plan."]])
  }

  @Test func whoDoesNotTakePartMakesNoStatement() throws {
    #expect(try paragraf("Deltar inte i beslutet\nKarin Berg (S) deltar inte i beslutet.").statements.isEmpty)
  }

  @Test(arguments: [
    "Omedelbar justering\nParagrafen justeras omedelbart.", "Beslut\nTaxan antas.\n\nParagrafen förklaras omedelbart justerad.",
  ])
  func isApprovedAtOnce(_ text: String) throws {
    #expect(try paragraf(text).immediateApproval)
  }

  @Test func theYearlyAdjustmentOfAFeeIsNoApproval() throws {
    #expect(try !paragraf("Beslut\nAvgiften justeras varje år.").immediateApproval)
  }

  @Test func aSecretRecordIsTold() throws {
    let found = try paragraf("Protokollförs i socialnämndens sekretessprotokoll.")
    #expect(found.confidential)
    #expect(found.decisions.isEmpty)
  }
}
