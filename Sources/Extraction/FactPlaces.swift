internal import Facts

/// All facts of a document with their evidence.
struct FactPlaces {
  let places: [(kind: String, evidence: Evidence)]

  init(_ facts: FactsDocument) {
    var places: [(String, Evidence?)] = []
    for paragraf in facts.paragraphs {
      places += paragraf.motions.map { ("yrkande", $0.source) } + paragraf.decisions.map { ("beslut", $0.source) }
      places += paragraf.votes.map { ("omröstning", $0.source) } + paragraf.reservations.map { ("reservation", $0.source) }
      places += paragraf.references.map { ("hänvisning", $0.source) } + paragraf.statements.map { ("anteckning", $0.source) }
    }
    places += facts.goals.map { ("mål", $0.source) } + facts.assignments.map { ("uppdrag", $0.source) }
    places += facts.amounts.map { ("belopp", $0.source) } + facts.indicators.map { ("nyckeltal", $0.source) }
    places += facts.tables.map { ("tabell", $0.source) }
    self.places = places.compactMap { kind, evidence in evidence.map { (kind, $0) } }
  }
}
