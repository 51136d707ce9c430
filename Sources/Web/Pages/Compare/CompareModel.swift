internal import Archive
internal import Comparison

/// What the template `jamfor` shows.
struct CompareModel: Sendable {
  let owners: [Option]
  let from: [Option]
  let to: [Option]
  let subjects: [Option]
  let isNothingChosen: Bool
  let isNothingFound: Bool
  /// Made by `HTMLContent`, which escapes what comes from documents. Nil where no reports are chosen.
  let content: String?
  let workbook: String

  /// Something to choose.
  struct Option: Sendable {
    let name: String
    let value: String
    let isChosen: Bool
  }

  init(_ choice: ReportChoice, content: String?) {
    owners = choice.owners.map { Option(name: $0, value: $0, isChosen: choice.chosenOwners.contains($0)) }
    from = choice.years.map { Option(name: "\($0)", value: "\($0)", isChosen: $0 == choice.from) }
    to = choice.years.map { Option(name: "\($0)", value: "\($0)", isChosen: $0 == choice.to) }
    subjects = Subject.allCases.map { subject in
      let name = subject.rawValue
      return Option(name: name.prefix(1).uppercased() + name.dropFirst(), value: name, isChosen: choice.subjects.contains(subject))
    }
    isNothingChosen = choice.chosenOwners.isEmpty
    isNothingFound = !isNothingChosen && choice.entries.isEmpty
    self.content = content
    workbook = Address.with("/jamfor.xlsx", choice.fields)
  }
}
