public import Querying
public import Rules

extension QueryContext {
  /// What a query is read with, out of the rule files: `rules/vocabulary/` has the abbreviations, the binding words, the parties, and how cases and
  /// goals are said to end. The names of bodies and municipalities are the archive's.
  public init(_ known: SearchVocabulary, bodies: [String] = [], municipalities: [String] = []) {
    self.init(units: known.moneyUnits)
    let words = Words(vocabulary: known.vocabulary)
    bodyAbbreviations = words.terms("organforkortning")
    abbreviations = words.terms("forkortning") + bodyAbbreviations
    commonWords = Set(known.vocabulary.fragments["bindeord"]?.words ?? [])
    outcomes = words.terms("utfallsnamn")
    goalOutcomes = words.terms("maluppfyllelse")
    parties = words.terms("partinamn")
    documentTypes = words.terms("dokumentslag")
    self.bodies = bodies
    self.municipalities = municipalities
  }
}

extension QueryContext {
  /// With the words of a rule folder; nil for the one that belongs to the program. Throws `RuleProblem` where there is no such folder.
  public init(rulesFolder: String?, bodies: [String], municipalities: [String]) throws {
    let known = try SearchVocabulary(folder: rulesFolder ?? RulesFolder.standard())
    self.init(known, bodies: bodies, municipalities: municipalities)
  }
}

private struct Words {
  let vocabulary: Vocabulary

  /// The words of a fragment with what each stands for.
  func terms(_ fragment: String) -> [QueryContext.Term] {
    (vocabulary.fragments[fragment]?.terms ?? []).flatMap { term in
      term.forms.compactMap { form in term.value.map { QueryContext.Term(form, $0) } }
    }
  }
}
