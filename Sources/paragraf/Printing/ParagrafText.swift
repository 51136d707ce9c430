import Facts

/// One § with its parts, for a person.
extension TextLayout {
  mutating func add(_ paragraf: ParagrafFacts, of document: DocumentFacts) {
    heading(["§\u{A0}\(paragraf.designation)", paragraf.title].compactMap { $0 }.joined(separator: " "))
    let when = [document.body, document.date].compactMap { $0 }.joined(separator: " ")
    entry([when, document.source, Self.place(paragraf.source)].filter { !$0.isEmpty }.joined(separator: " · "), style: terminal.faint)
    if let number = paragraf.diarienummer {
      entry("Diarienummer \(number)" + (paragraf.processCode.map { ", klassificering \($0)" } ?? ""))
    }
    let marks = (paragraf.immediateApproval ? ["Omedelbart justerad"] : []) + (paragraf.confidential ? ["Sekretess"] : [])
    if !marks.isEmpty { entry(marks.joined(separator: " · ")) }
    addMotions(paragraf.motions)
    addDecisions(of: paragraf)
    addVotes(paragraf.votes)
    addReservations(paragraf.reservations)
    addStatements(paragraf.statements)
    addList("Jäv", paragraf.recusals)
    addList("Underlag", paragraf.basis)
    addList("Beslutet skickas till", paragraf.recipients)
    addReferences(paragraf.references)
  }

  private mutating func addMotions(_ motions: [Motion]) {
    if !motions.isEmpty { heading("Yrkanden") }
    for motion in motions {
      entry(Self.said(motion.text, by: motion.mover), mark: "– ", indent: 2, place: Self.place(motion.source))
    }
  }

  private mutating func addDecisions(of paragraf: ParagrafFacts) {
    if paragraf.decisions.isEmpty { return }
    heading("Beslut" + (paragraf.outcome.map { " (\(FactNames.words($0)))" } ?? ""))
    if let lead = paragraf.lead { entry(lead, indent: 2) }
    for (index, decision) in paragraf.decisions.enumerated() {
      let mark = paragraf.decisions.count > 1 ? "\(index + 1). " : ""
      entry(decision.text, mark: mark, indent: 2, place: Self.place(decision.source))
    }
  }

  private mutating func addVotes(_ votes: [Vote]) {
    if !votes.isEmpty { heading("Votering") }
    for vote in votes {
      let parts = [("ja", vote.yes), ("nej", vote.no), ("avstår", vote.abstain), ("frånvarande", vote.absent)]
      entry(
        parts.compactMap { name, count in count.map { "\(name) \($0)" } }.joined(separator: ", "), indent: 2, place: Self.place(vote.source)
      )
      for (side, meaning) in [("ja", vote.yesMeans), ("nej", vote.noMeans)] {
        if let meaning { entry("\(side) = \(meaning)", mark: "– ", indent: 4) }
      }
      let sides = [("ja", vote.yesNames), ("nej", vote.noNames), ("avstår", vote.abstainNames), ("frånvarande", vote.absentNames)]
      for (side, names) in sides where !names.isEmpty { entry("\(side): \(names.joined(separator: ", "))", mark: "– ", indent: 4) }
    }
  }

  private mutating func addReservations(_ reservations: [Reservation]) {
    if !reservations.isEmpty { heading("Reservationer") }
    for reservation in reservations {
      entry(Self.said(reservation.text, by: reservation.who), mark: "– ", indent: 2, place: Self.place(reservation.source))
    }
  }

  private mutating func addStatements(_ statements: [Statement]) {
    for (kind, name) in [("statement", "Protokollsanteckningar"), ("opinion", "Särskilda yttranden")] {
      let own = statements.filter { $0.kind == kind }
      if !own.isEmpty { heading(name) }
      for statement in own {
        entry(Self.said(statement.text, by: statement.who), mark: "– ", indent: 2, place: Self.place(statement.source))
      }
    }
  }

  private mutating func addList(_ name: String, _ items: [String]) {
    if !items.isEmpty { heading(name) }
    for item in items { entry(item, mark: "– ", indent: 2) }
  }

  private mutating func addReferences(_ references: [Reference]) {
    if !references.isEmpty { heading("Hänvisar till") }
    for reference in references {
      let words = [reference.body, reference.date, "§\u{A0}\(reference.paragraph)"].compactMap { $0 }
      entry(words.joined(separator: " "), mark: "– ", indent: 2, place: Self.place(reference.source))
    }
  }

  // The sentence mostly names the one who said it.
  private static func said(_ text: String, by name: String?) -> String {
    guard let name, !text.contains(name) else { return text }
    return "\(name): \(text)"
  }

  /// "sida 48", "sida 48–49", or lines for plain text; nothing where the place is not known.
  static func place(_ source: Evidence?) -> String {
    guard let source else { return "" }
    let last = source.continued?.last?.page ?? source.page
    let number = last > source.page ? "sida \(source.page)–\(last)" : "sida \(source.page)"
    let page = number + (source.recognised == true ? ", textigenkänd" : "")
    guard let lines = source.lines, lines.count == 2 else { return page }
    return page + (lines[0] == lines[1] ? ", rad \(lines[0])" : ", rad \(lines[0])–\(lines[1])")
  }
}
