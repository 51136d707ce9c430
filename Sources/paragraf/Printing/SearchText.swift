import Archive

/// A search answer as a ranked list for a person.
enum SearchText {
  static func text(of answer: SearchAnswer, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    text.entry("\(Swedish.count(answer.total, "träff", "träffar")) på \(answer.query)")
    let rankWidth = String(answer.offset + answer.hits.count).count
    for (index, hit) in answer.hits.enumerated() {
      let rank = String(answer.offset + index + 1)
      let mark = String(repeating: " ", count: rankWidth - rank.count) + rank + "  "
      text.blank()
      text.entry(title(of: hit), mark: mark, style: terminal.bold)
      text.entry(place(of: hit), indent: mark.count, style: terminal.faint)
      text.entry(marked: hit.snippet, indent: mark.count)
      for reason in hit.why { text.entry(reason, indent: mark.count, style: terminal.faint) }
      if !hit.otherFiles.isEmpty { text.entry(Self.others(hit), indent: mark.count, style: terminal.faint) }
    }
    if let suggestion = answer.suggestion {
      text.blank()
      text.entry("Menade du \(suggestion)?")
    }
    let hidden = answer.total - answer.offset - answer.hits.count
    if hidden > 0 {
      text.blank()
      text.entry(
        "Ytterligare \(Swedish.count(hidden, "träff", "träffar")) visas inte; fler visas med --limit eller --skip, färre hittas med fler ord."
      )
    }
    return text.string
  }

  private static func title(of hit: Hit) -> String {
    [hit.paragraph.map { "§\u{A0}\($0)" }, hit.heading].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func others(_ hit: Hit) -> String {
    "Finns också i: " + hit.otherFiles.map { VersionText.named($0.source, $0.version) }.joined(separator: ", ")
  }

  private static func place(of hit: Hit) -> String {
    let document = hit.document
    let when = document.date ?? document.year.map(String.init)
    let meeting = [document.body ?? document.municipality, when].compactMap { $0 }.joined(separator: " ")
    return [
      meeting, VersionText.named(document.source, document.version), "sida\u{A0}\(hit.page)\(hit.recognised ? " (textigenkänd)" : "")",
    ].filter { !$0.isEmpty }.joined(
      separator: " · ")
  }
}

/// A search answer as CSV (RFC 4180), one hit a row under a row of names.
enum SearchCSV {
  private static let names = [
    "document", "id", "type", "municipality", "body", "date", "year", "paragraph", "heading", "kind", "page", "recognised", "score",
    "snippet", "version",
  ]

  static func text(of answer: SearchAnswer) -> String {
    ([names] + answer.hits.map(fields)).map { $0.map(escaped).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func fields(of hit: Hit) -> [String] {
    let document = hit.document
    return [
      document.source, document.id, document.type, document.municipality ?? "", document.body ?? "", document.date ?? "",
      document.year.map(String.init) ?? "", hit.paragraph.map(String.init) ?? "", hit.heading, hit.kind, String(hit.page),
      hit.recognised ? "true" : "false", String(hit.score), hit.snippet, document.version ?? "",
    ]
  }

  private static func escaped(_ field: String) -> String {
    let mustQuote = field.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    return mustQuote ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }
}
