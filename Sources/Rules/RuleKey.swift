/// A key of the rule files: what the loader allows and what `RuleSchema` tells an editor, from one table so that the two cannot drift.
struct RuleKey: Sendable {
  /// What stands after the key.
  enum Value: Sendable {
    /// A text.
    case text
    /// A text or a list of texts.
    case texts
    /// One of `Scope`, or a list of them.
    case scopes
    /// Field -> constant or template.
    case fields
    /// A list of texts, or of mappings with the keys of `RuleKey.example`.
    case examples
    /// A list of mappings with the keys of `RuleKey.term`.
    case terms
    /// A text, or a list of texts and of mappings with the keys of `RuleKey.form`.
    case forms
    /// One of `Overlay.sections` -> forms.
    case labels
    /// Fragment -> words.
    case words
    /// A list of mappings with the keys of `RuleKey.rule`.
    case rules
  }

  var name: String
  var value: Value
  var isRequired = false
  /// What someone may write in its place.
  var swedish: [String] = []
  /// One Swedish sentence, shown by editors.
  var about: String

  /// Of a rule in `structure/`, `facts/` and an overlay's `rules`.
  static let rule = [
    RuleKey(
      name: "id", value: .text, isRequired: true, swedish: ["namn"],
      about: "Regelns namn, som ingen annan regel har: beslut.organets-beslut."),
    RuleKey(name: "about", value: .text, isRequired: true, swedish: ["om", "beskrivning"], about: "En mening om vad regeln känner igen."),
    RuleKey(
      name: "source", value: .text, isRequired: true, swedish: ["källa"],
      about: "Lagrummet, handboken eller slaget av dokument som regeln vilar på."),
    RuleKey(name: "scope", value: .scopes, isRequired: true, swedish: ["var"], about: "Var i dokumentet regeln letar."),
    RuleKey(
      name: "pattern", value: .texts, isRequired: true, swedish: ["mönster"],
      about: "Ordalydelsen som reguljärt uttryck (PCRE2); {namn} står för ett fragment. Flera mönster prövas i tur och ordning."),
    RuleKey(name: "unless", value: .texts, swedish: ["utom"], about: "Träffar något av dessa mönster också, så gäller regeln inte."),
    RuleKey(
      name: "until", value: .texts, swedish: ["till"],
      about: "Ett faktum på flera rader slutar före den rad som något av dessa mönster träffar."),
    RuleKey(
      name: "gives", value: .fields, swedish: ["ger"],
      about: "Vad en träff säger: fält och värde; {grupp} i värdet står för det som gruppen fångade."),
    RuleKey(name: "examples", value: .examples, swedish: ["exempel"], about: "Texter som regeln ska träffa, och vad träffen ska ge."),
    RuleKey(name: "counterexamples", value: .texts, swedish: ["motexempel"], about: "Texter som liknar och som regeln inte får träffa."),
  ]

  /// Of a fragment in `vocabulary/`.
  static let fragment = [
    RuleKey(name: "id", value: .text, isRequired: true, about: "Fragmentets namn, som skrivs {namn} i ett mönster."),
    RuleKey(name: "about", value: .text, isRequired: true, about: "En mening om vad fragmentet står för."),
    RuleKey(name: "pattern", value: .texts, about: "Fragmentets mönster (PCRE2)."),
    RuleKey(name: "words", value: .texts, swedish: ["ord"], about: "Ord som står för sig själva."),
    RuleKey(name: "terms", value: .terms, swedish: ["termer"], about: "Betydelser, var och en med sina ordformer."),
    RuleKey(name: "examples", value: .examples, swedish: ["exempel"], about: "Texter som fragmentet ska träffa från början till slut."),
    RuleKey(
      name: "counterexamples", value: .texts, swedish: ["motexempel"], about: "Texter som fragmentet inte får träffa från början till slut."
    ),
  ]

  /// Of one meaning of a fragment.
  static let term = [
    RuleKey(name: "value", value: .text, isRequired: true, about: "Betydelsen."),
    RuleKey(name: "forms", value: .texts, isRequired: true, about: "Ordformernas mönster."),
  ]

  /// Of an example with what it gives.
  static let example = [
    RuleKey(name: "text", value: .text, isRequired: true, about: "Texten som regeln ska träffa."),
    RuleKey(name: "gives", value: .fields, about: "Vad träffen ska ge."),
  ]

  /// Of a form with examples.
  static let form = [
    RuleKey(
      name: "form", value: .text, isRequired: true, swedish: ["rad"], about: "Hur raden ser ut, med {nummer}, {titel}, {dnr} och så vidare."
    ),
    RuleKey(name: "examples", value: .examples, swedish: ["exempel"], about: "Rader ur protokollen som formen ska träffa."),
    RuleKey(name: "counterexamples", value: .texts, swedish: ["motexempel"], about: "Rader som liknar och som formen inte får träffa."),
  ]

  /// Of an overlay in `municipality/`.
  static let overlay = [
    RuleKey(
      name: "municipality", value: .texts, isRequired: true, swedish: ["kommun"],
      about: "Kommunens namn så som det står i dokumenten, ett eller flera. Filen gäller de dokument som nämner det som sin kommun."),
    RuleKey(name: "about", value: .text, swedish: ["om"], about: "En mening om vad som skiljer kommunens protokoll från andras."),
    RuleKey(name: "source", value: .text, swedish: ["källa"], about: "Vilka protokoll reglerna är skrivna efter."),
    RuleKey(
      name: "headings", value: .forms, swedish: ["rubriker", "paragrafer"], about: "Paragrafrubrikens rad: \"Ärende {nummer}: {titel}\"."),
    RuleKey(
      name: "case_numbers", value: .forms, swedish: ["diarienummer", "dnr"],
      about: "Diarienumret på rubriken eller en egen rad: \"Akt {dnr}\"."),
    RuleKey(name: "furniture", value: .forms, swedish: ["sidhuvud", "sidfot"], about: "Rader i sidhuvud och sidfot: \"Blad {nummer}\"."),
    RuleKey(name: "sections", value: .labels, swedish: ["avsnitt"], about: "Rubrikerna över paragrafens avsnitt."),
    RuleKey(
      name: "words", value: .words, swedish: ["ord"], about: "Ord som läggs till ett fragment i ordförrådet: organnamn: [Livsmiljörådet]."),
    RuleKey(name: "without", value: .texts, swedish: ["utan"], about: "Allmänna regler som inte gäller här, med sina namn."),
    RuleKey(
      name: "rules", value: .rules, swedish: ["regler"],
      about: "Hela regler. En regel med samma id som en allmän tar dess plats; en annan prövas före de allmänna."),
  ]

  /// The key that was meant by a name that is none; nil where none is near.
  static func guess(at name: String, among keys: [RuleKey]) -> String? {
    Nearest.guess(at: name, in: keys.flatMap { key in ([key.name] + key.swedish).map { (word: $0, name: key.name) } })
  }
}
