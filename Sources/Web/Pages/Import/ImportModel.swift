internal import Foundation

/// What the template `lasain` shows.
struct ImportFormModel {
  let largestFile: String
  let largestTotal: String
  /// In bytes, for the script.
  let fileBytes: Int
  let totalBytes: Int
  let batches: [Batch]
  let isFirst: Bool
  /// The address of the script of these pages.
  let script: String

  struct Batch {
    let address: String
    let words: String
    let state: String

    init(_ batch: ImportBatch) {
      address = "/lasa-in/\(batch.number)"
      let form = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
      let time = batch.time.formatted(form.year().month().day().time(includingFractionalSeconds: false))
      let sender = batch.sender.isEmpty ? "efter omstart" : batch.sender
      words = "\(time), \(sender): \(Words.count(batch.items.count, "fil", "filer"))"
      state = ImportModel.summary(of: batch)
    }
  }

  init(_ settings: ImportSettings, _ latest: [ImportBatch], script: String) {
    self.script = script
    largestFile = ImportReception.megabytes(settings.largestFile)
    largestTotal = ImportReception.megabytes(settings.largestTotal)
    fileBytes = settings.largestFile
    totalBytes = settings.largestTotal
    batches = latest.map(Batch.init)
    isFirst = latest.isEmpty
  }
}

/// What the template `inlasning` shows.
struct ImportModel {
  let title: String
  let summary: String
  let isDone: Bool
  let items: [Item]
  let script: String

  init(_ batch: ImportBatch, script: String) {
    self.script = script
    isDone = batch.isDone
    title = batch.isDone ? "Inläsningen är klar" : "Läser in"
    summary = Self.summary(of: batch)
    items = batch.items.map(Item.init)
  }

  /// "2 av 3 klara, 1 misslyckad".
  static func summary(of batch: ImportBatch) -> String {
    let failed = batch.items.filter { if case .failed = $0.state { true } else { false } }.count
    let done = batch.items.filter(\.isDone).count
    let all = Words.integer(batch.items.count)
    let start = batch.isDone ? Words.count(batch.items.count - failed, "fil klar", "filer klara") : "\(Words.integer(done)) av \(all) klara"
    return failed > 0 ? "\(start), \(Words.count(failed, "misslyckad", "misslyckade"))" : start
  }

  struct Item {
    let name: String
    let state: String
    /// The class that the style knows the state by.
    let style: String
    /// While it is read.
    let pages: Pages?
    let document: Document?
    let reason: String?

    init(_ item: ImportItem) {
      name = item.name
      var found: (pages: Pages?, document: Document?, reason: String?) = (nil, nil, nil)
      switch item.state {
      case .waiting: (state, style) = ("i kö", "waiting")
      case .reading(let page, let pages):
        (state, style) = (pages > 0 ? "läser sida \(page) av \(pages)" : "läser", "reading")
        if pages > 0 { found.pages = Pages(page: page, pages: pages) }
      case .read(let document):
        (state, style) = document.doubts.isEmpty ? ("klar", "done") : ("klar, med tveksamheter", "doubtful")
        found.document = Document(document)
      case .known:
        (state, style) = ("finns redan", "done")
        found.reason = "Samma dokument finns redan i arkivet eller i kön, så filen sparas inte en gång till."
        found.document = item.id.map { Document(known: $0) }
      case .failed(let reason):
        (state, style) = ("misslyckades", "failed")
        found.reason = reason
      }
      (pages, document, reason) = (found.pages, found.document, found.reason)
    }
  }

  struct Pages {
    let page: Int
    let pages: Int
  }

  struct Document {
    let address: String
    let heading: String
    let what: String?
    let counts: String?
    let doubts: [String]
    let hasDoubts: Bool

    init(_ document: ImportedDocument) {
      address = Address.document(document.id)
      heading = document.heading
      what = document.what
      counts = document.counts
      doubts = document.doubts
      hasDoubts = !document.doubts.isEmpty
    }

    init(known id: String) {
      address = Address.document(id)
      heading = "Öppna dokumentet"
      what = nil
      counts = nil
      doubts = []
      hasDoubts = false
    }
  }
}
