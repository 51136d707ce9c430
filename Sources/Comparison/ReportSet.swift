internal import Facts

/// The reports in order, each with a label that no other has, and what is amiss with them as a set.
struct ReportSet {
  private(set) var reports: [Report]
  private(set) var notes: [String] = []

  init(_ given: [Report]) {
    reports = given.sorted {
      ($0.owner, $0.document.year ?? 9999, $0.document.type, $0.document.source) < (
        $1.owner, $1.document.year ?? 9999, $1.document.type, $1.document.source
      )
    }
    label()
    noteUnknown()
    noteRepeated()
    noteGaps()
  }

  private mutating func label() {
    let hasOneOwner = Set(reports.map(\.owner)).count < 2
    let plain = reports.map { report in
      let year = report.document.year.map(String.init) ?? "år okänt"
      return hasOneOwner ? year : "\(report.owner) \(year)"
    }
    let typed = zip(plain, reports).map { label, report in
      plain.filter { $0 == label }.count > 1 ? "\(label) \(report.document.type)" : label
    }
    for index in reports.indices {
      let isShared = typed.filter { $0 == typed[index] }.count > 1
      reports[index].label = isShared ? "\(typed[index]) (\(reports[index].document.source))" : typed[index]
    }
  }

  private mutating func noteUnknown() {
    for report in reports {
      if report.document.year == nil {
        notes.append(
          "\(report.document.source): året som rapporten gäller går inte att utläsa; dess uppgifter utan eget årtal står under \"år okänt\"."
        )
      }
      if report.document.municipality == nil, report.document.body == nil {
        notes.append("\(report.document.source): varken kommun eller nämnd går att utläsa.")
      }
      if !report.document.unreadPages.isEmpty {
        notes.append("\(report.document.source): \(report.document.unreadPages.count) sidor kunde inte läsas, så uppgifter kan saknas.")
      }
    }
  }

  private mutating func noteRepeated() {
    let groups = Dictionary(grouping: reports.filter { $0.document.year != nil }) {
      "\($0.document.type) för \($0.owner) \($0.document.year.map(String.init) ?? "")"
    }
    for (name, group) in groups.sorted(by: { $0.key < $1.key }) where group.count > 1 {
      notes.append(
        "\(group.count) dokument säger sig vara \(name): \(group.map(\.document.source).joined(separator: ", ")). Alla visas, var för sig.")
    }
  }

  private mutating func noteGaps() {
    let owners = Dictionary(grouping: reports, by: \.owner)
    for (owner, group) in owners.sorted(by: { $0.key < $1.key }) {
      let years = Set(group.compactMap(\.document.year)).sorted()
      for (before, after) in zip(years, years.dropFirst()) where after > before + 1 {
        let missing = after == before + 2 ? "\(before + 1)" : "\(before + 1)–\(after - 1)"
        notes.append("\(owner): ingen rapport för \(missing); serierna har en lucka där.")
      }
    }
  }
}
