import Archive

/// A search answer as a ranked list for a person.
enum SearchText {
  static func text(of answer: SearchAnswer, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    text.entry("\(Swedish.count(answer.total, "träff", "träffar")) på \(answer.query)")
    if let sample = answer.sample { text.entry(Self.drawn(sample)) }
    add(answer.hits, from: answer.offset + 1, to: &text)
    if let suggestion = answer.suggestion {
      text.blank()
      text.entry("Menade du \(suggestion)?")
    }
    let hidden = answer.sample == nil ? answer.total - answer.offset - answer.hits.count : 0
    if hidden > 0 {
      text.blank()
      text.entry(
        "Ytterligare \(Swedish.count(hidden, "träff", "träffar")) visas inte; fler visas med --limit eller --skip, alla med --all, färre hittas med fler ord."
      )
    }
    return text.string
  }

  /// Hits as numbered entries.
  static func add(_ hits: [Hit], from first: Int, to text: inout TextLayout) {
    let terminal = text.terminal
    let rankWidth = String(first + hits.count - 1).count
    let areOfSeveral = Set(hits.compactMap(\.document.municipality)).count > 1
    for (index, hit) in hits.enumerated() {
      let rank = String(first + index)
      let mark = String(repeating: " ", count: rankWidth - rank.count) + rank + "  "
      text.blank()
      text.entry(title(of: hit), mark: mark, style: terminal.bold)
      text.entry(place(of: hit, namesMunicipality: areOfSeveral), indent: mark.count, style: terminal.faint)
      text.entry(marked: hit.snippet, indent: mark.count)
      for reason in hit.why { text.entry(reason, indent: mark.count, style: terminal.faint) }
      if !hit.otherFiles.isEmpty { text.entry(Self.others(hit), indent: mark.count, style: terminal.faint) }
    }
  }

  private static func drawn(_ sample: DrawnSample) -> String {
    let size = Swedish.integer(sample.size)
    return "Urval: \(size) av \(Swedish.count(sample.population, "träff", "träffar")), frö \(sample.seed), i den ordning de drogs. "
      + "Samma urval dras ur samma arkiv med --sample \(sample.size) --seed \(sample.seed)."
  }

  private static func title(of hit: Hit) -> String {
    [hit.paragraph.map { "§\u{A0}\($0)" }, hit.heading].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func others(_ hit: Hit) -> String {
    "Finns också i: " + hit.otherFiles.map { VersionText.named($0.source, $0.version) }.joined(separator: ", ")
  }

  /// - Parameter namesMunicipality: whether a body does not tell whose it is: the hits are of several municipalities.
  private static func place(of hit: Hit, namesMunicipality: Bool) -> String {
    let document = hit.document
    let when = document.date ?? document.year.map(String.init)
    let whose = document.body == nil || namesMunicipality ? document.municipality : nil
    let meeting = [[whose, document.body].compactMap(\.self).joined(separator: ", "), when ?? ""].filter { !$0.isEmpty }.joined(
      separator: " ")
    return [
      meeting, VersionText.named(document.source, document.version), "sida\u{A0}\(hit.page)\(hit.recognised ? " (textigenkänd)" : "")",
    ].filter { !$0.isEmpty }.joined(
      separator: " · ")
  }
}
