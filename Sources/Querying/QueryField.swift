internal import Language

/// A field of the query language.
enum QueryField: CaseIterable {
  case body, municipality, years, dates, kind, outcome, goalOutcome, caseNumber, paragraph, party, person, amount, heading, document

  /// What it is called: its first name is the one that users are told.
  var names: [String] {
    switch self {
    case .body: ["organ", "nämnd"]
    case .municipality: ["kommun", "region"]
    case .years: ["år", "årtal"]
    case .dates: ["datum"]
    case .kind: ["typ"]
    case .outcome: ["utfall", "utgång"]
    case .goalOutcome: ["mål", "måluppfyllelse"]
    case .caseNumber: ["dnr", "diarienummer", "diarienr"]
    case .paragraph: ["§", "paragraf", "§§"]
    case .party: ["part", "parti"]
    case .person: ["person", "namn"]
    case .amount: ["belopp", "summa"]
    case .heading: ["rubrik", "titel"]
    case .document: ["dokument", "dokumenttyp"]
    }
  }

  /// The field that is called so, with or without dots; nil for another word.
  static func named(_ name: String) -> QueryField? {
    let name = Spelling.undotted(Folding.fold(name))
    return allCases.first { $0.names.contains { Spelling.undotted($0) == name } }
  }

  /// Whether its value may stand after a space (`Dnr: KS 2024/112`), where it is one.
  var mayStandApart: Bool { [.caseNumber, .paragraph, .years, .dates, .amount].contains(self) }

  /// The name of a field that was perhaps meant.
  static func nearest(to name: String) -> String? {
    let candidates = allCases.flatMap(\.names).map { Spelling.Candidate($0, frequency: 1) }
    return Spelling.best(for: Folding.fold(name), among: candidates)
  }
}
