import Archive

/// What an archive holds, for a person.
enum StatusText {
  static func text(of status: ArchiveStatus, path: String, now: Result<ReadingVersion, any Error>, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    let contents = [
      Swedish.count(status.documents, "dokument", "dokument"), Swedish.count(status.pages, "sida", "sidor"),
      Swedish.size(bytes: status.size),
    ]
    text.heading("Arkivet \(path)")
    text.entry(contents.joined(separator: ", "))
    text.add("Dokument", status.byType, unknown: "okänt slag")
    text.add("Kommuner", status.byMunicipality, unknown: "anges inte")
    text.add("Organ", status.byBody, unknown: "anges inte")
    text.add("År", status.byYear, unknown: "anges inte")
    text.addFacts(status)
    text.addPages("Kunde inte läsas i sin helhet", status.unread, \.unreadPages)
    text.addPages("Textigenkända", status.recognised, \.recognisedPages)
    text.addMeetings(status.severalFiles)
    text.addFailures(status.failures)
    text.addReadings(status.readings, now: now)
    return text.string
  }
}

extension TextLayout {
  /// A longer list is cut, with a word of how many more there are.
  private static let longestList = 12

  fileprivate mutating func add(_ name: String, _ counts: [ArchiveStatus.Count], unknown: String) {
    if counts.isEmpty { return }
    heading(name)
    let shown = counts.count > Self.longestList ? Array(counts.prefix(Self.longestList - 1)) : counts
    var rows = shown.map { (name: $0.value ?? unknown, figure: Swedish.integer($0.count)) }
    let rest = counts.dropFirst(shown.count)
    if !rest.isEmpty { rows.append(("\(rest.count) andra", Swedish.integer(rest.map(\.count).reduce(0, +)))) }
    table(rows)
  }

  fileprivate mutating func addFacts(_ status: ArchiveStatus) {
    let counts = FactNames.named(status.facts).map { (name: $0.name, figure: Swedish.integer($0.count)) }
    if status.sections == 0 { return }
    heading("Uppgifter")
    table([("sökbara avsnitt", Swedish.integer(status.sections))] + counts)
  }

  fileprivate mutating func addPages(_ name: String, _ documents: [StoredDocument], _ count: KeyPath<StoredDocument, Int>) {
    if documents.isEmpty { return }
    heading(name)
    addList(documents) { document in
      let pages = document[keyPath: count]
      return "\(document.source): \(pages == document.pages ? "alla sidor" : "\(pages) av \(document.pages) sidor")"
    }
  }

  fileprivate mutating func addMeetings(_ meetings: [[OtherFile]]) {
    if meetings.isEmpty { return }
    heading("Sammanträden i flera filer")
    addList(meetings) { files in files.map { VersionText.named($0.source, $0.version) }.joined(separator: ", ") }
  }

  fileprivate mutating func addFailures(_ failures: [ArchiveStatus.Failure]) {
    if failures.isEmpty { return }
    heading("Kunde inte läsas")
    addList(failures) { $0.reason.contains($0.path) ? $0.reason : "\($0.path): \($0.reason)" }
  }

  fileprivate mutating func addReadings(_ readings: [ArchiveStatus.Reading], now: Result<ReadingVersion, any Error>) {
    if readings.isEmpty { return }
    heading("Regler")
    if case .failure(let problem) = now { entry("De nuvarande reglerna kan inte läsas: \(problem)", indent: 2) }
    for reading in readings {
      let isNow = reading.version == (try? now.get())
      let count = Swedish.count(reading.sources.count, "dokument läst", "dokument lästa")
      let version = "regler \(reading.version.rules.prefix(8)), program \(reading.version.program)"
      entry("\(count) med \(version)" + (isNow ? " (de nuvarande)" : "; läs om dem med --reread:"), indent: 2)
      if !isNow { addList(reading.sources, indent: 4) { $0 } }
    }
  }

  private mutating func addList<Item>(_ items: [Item], indent: Int = 2, _ words: (Item) -> String) {
    let shown = items.count > Self.longestList ? Self.longestList - 1 : items.count
    for item in items.prefix(shown) { entry(words(item), mark: "– ", indent: indent) }
    if items.count > shown { entry("och \(Swedish.integer(items.count - shown)) till", indent: indent + 2) }
  }
}
