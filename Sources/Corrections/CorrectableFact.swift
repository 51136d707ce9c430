public import Facts

/// A fact whose fields a reader can mend.
public protocol CorrectableFact: Sendable {
  static var fields: [CorrectableField<Self>] { get }
  /// Where it stands; nil where that is not known.
  var evidence: Evidence? { get }
}

/// A field of one fact as a form shows it.
public struct FieldContent: Sendable, Equatable {
  public var key: String
  public var name: String
  public var form: FieldForm
  public var value: String
}

extension CorrectableFact {
  /// The fields with what was read.
  public var contents: [FieldContent] {
    Self.fields.map { FieldContent(key: $0.key, name: $0.name, form: $0.form, value: $0.value(self)) }
  }

  /// The fields' values by their keys: by these a fact is known again when the document is read anew.
  public var values: [String: String] { Dictionary(uniqueKeysWithValues: contents.map { ($0.key, $0.value) }) }

  /// The fact with other values. Throws for what a field cannot hold; keys that it has not are passed over.
  public func mended(_ values: [String: String]) throws(FieldMistake) -> Self {
    var fact = self
    for field in Self.fields { if let value = values[field.key] { try field.set(&fact, value) } }
    return fact
  }
}

extension DocumentFacts: CorrectableFact {
  public var evidence: Evidence? { nil }
  public static let fields: [CorrectableField<DocumentFacts>] = [
    .text("type", "slag av dokument", \.type, .choice(FactValues.types)), .optional("municipality", "kommun", \.municipality),
    .optional("body", "organ", \.body), .optional("date", "sammanträdesdag", \.date, .date), .number("year", "år", \.year),
  ]
}

extension ParagrafFacts: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<ParagrafFacts>] = [
    .optional("title", "rubrik", \.title), .optional("diarienummer", "diarienummer", \.diarienummer),
    .optional("process_code", "klassificering", \.processCode), .optional("outcome", "utgång", \.outcome, .choice(FactValues.outcomes)),
  ]
}

extension Motion: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Motion>] = [
    .optional("mover", "yrkande från", \.mover), .text("text", "yrkande", \.text),
  ]
}

extension Decision: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Decision>] = [
    .text("text", "beslut", \.text), .optional("action", "beslutets verb", \.action),
  ]
}

extension Vote: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Vote>] = [
    .number("yes", "ja", \.yes), .number("no", "nej", \.no), .number("abstain", "avstår", \.abstain),
    .number("absent", "frånvarande", \.absent), .optional("yes_means", "ja betyder", \.yesMeans),
    .optional("no_means", "nej betyder", \.noMeans),
  ]
}

extension Reservation: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Reservation>] = [
    .optional("who", "reservation från", \.who), .text("text", "reservation", \.text),
  ]
}

extension Statement: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Statement>] = [
    .optional("who", "anteckning från", \.who), .text("text", "anteckning", \.text),
  ]
}

extension Reference: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Reference>] = [
    .optional("body", "organ", \.body), .optional("date", "dag", \.date, .date), .number("paragraph", "§", \.paragraph),
  ]
}

extension Goal: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Goal>] = [
    .optional("number", "nummer", \.number), .text("text", "mål", \.text),
    .text("outcome", "måluppfyllelse", \.outcome, .choice(FactValues.goalOutcomes)),
    .optional("outcome_as_written", "bedömning som den står", \.outcomeAsWritten), .optional("context", "rubrik ovanför", \.context),
  ]
}

extension Assignment: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Assignment>] = [
    .text("text", "uppdrag", \.text), .optional("status", "status", \.status, .choice(FactValues.statuses)),
    .optional("status_as_written", "status som den står", \.statusAsWritten), .optional("start", "början", \.start, .date),
    .optional("end", "slut", \.end, .date),
  ]
}

extension Money: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Money>] = [
    .text("as_written", "belopp som det står", \.asWritten, .line), .amount("value_sek", "kronor", \.valueSEK),
    .text("kind", "slag av belopp", \.kind, .choice(FactValues.amountKinds)), .optional("subject", "vad det gäller", \.subject),
    .number("year", "år", \.year),
  ]
}

extension Indicator: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<Indicator>] = [
    .text("name", "nyckeltal", \.name, .line), .years("values", "värden per år", \.values),
    .optional("target", "mål", \.target), .optional("assessment", "bedömning", \.assessment),
  ]
}

/// Whether a table is right as a whole is all that can be said of it: its cells are not mended one by one.
extension TableFacts: CorrectableFact {
  public var evidence: Evidence? { source }
  public static let fields: [CorrectableField<TableFacts>] = [
    .optional("title", "tabellens rubrik", \.title), .optional("unit", "enhet", \.unit),
  ]
}

/// The values that CONTRACT gives a field to choose from.
enum FactValues {
  static let types = ["protokoll", "årsredovisning", "delårsrapport", "kvalitetsberättelse", "revisionsrapport", "budget", "annat"]
  static let outcomes = ["bifall", "avslag", "återremiss", "bordläggning", "besvarad", "anteckning", "val", "annat"]
  static let goalOutcomes = ["uppnått", "delvis_uppnått", "ej_uppnått", "ej_bedömt"]
  static let statuses = ["pågår", "klar", "ej_påbörjad"]
  static let amountKinds = [
    "överskott", "underskott", "resultat", "avvikelse", "intäkt", "kostnad", "budget", "avgift", "anslag", "besparing", "annat",
  ]
}
