internal import Archive
internal import Comparison

/// Which reports are compared, and in what.
struct ReportChoice: Sendable {
  /// Those that can be chosen among: body and municipality, in order.
  let owners: [String]
  let chosenOwners: Set<String>
  let years: [Int]
  let from: Int?
  let to: Int?
  let subjects: Set<Subject>
  /// The chosen ones.
  let entries: [DocumentEntry]

  /// More would be read by no one, and take the time of all.
  static let mostReports = 60
  /// What reports are compared in.
  static let kinds: Set<FactKind> = [.goal, .assignment, .indicator, .table]

  /// Throws a `Problem`.
  init(_ fields: Fields, _ archive: Archive) throws {
    let all = try archive.reports(holding: Self.kinds)
    owners = Set(all.map(Self.owner)).sorted { $0.lowercased() < $1.lowercased() }
    years = Set(all.compactMap(\.document.year)).sorted()
    let chosen = Set(fields.all("organ"))
    let (first, last) = (try fields.number("fran", in: 1900...2200), try fields.number("till", in: 1900...2200))
    subjects = try Self.subjects(fields.all("amne"))
    (chosenOwners, from, to) = (chosen, first, last)
    entries = all.filter { entry in
      let isWithin = entry.document.year.map { $0 >= first ?? 0 && $0 <= last ?? 9999 } ?? (first == nil && last == nil)
      return chosen.contains(Self.owner(entry)) && isWithin
    }
    if entries.count > Self.mostReports {
      throw Self.tooMany(entries.count)
    }
  }

  static func tooMany(_ count: Int) -> Problem {
    .badRequest("Valet omfattar \(count) rapporter; högst \(mostReports) kan jämföras på en gång. Välj färre organ eller år.")
  }

  static func owner(_ entry: DocumentEntry) -> String { DocumentNames(entry).body }

  private static func subjects(_ names: [String]) throws -> Set<Subject> {
    if names.isEmpty { return Set(Subject.allCases) }
    return Set(
      try names.map { name in
        guard let subject = Subject(rawValue: name) else {
          throw Problem.badRequest("\(name.prefix(30)) är inget som rapporter jämförs i.")
        }
        return subject
      })
  }

  /// Another one where any report was read again.
  var key: String { Self.key(entries, subjects) }

  static func key(_ entries: [DocumentEntry], _ subjects: Set<Subject>) -> String {
    (entries.map { "\($0.document.id) \($0.reading) \($0.lastCorrection)" } + subjects.map(\.rawValue).sorted()).joined(separator: " ")
  }

  var fields: [(name: String, value: String)] {
    chosenOwners.sorted().map { ("organ", $0) } + [("fran", from.map(String.init) ?? ""), ("till", to.map(String.init) ?? "")]
      + (subjects.count == Subject.allCases.count ? [] : subjects.map(\.rawValue).sorted().map { ("amne", $0) })
  }
}
