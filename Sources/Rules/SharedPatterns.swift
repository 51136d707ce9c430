internal import Foundation
public import Language

/// What the program itself asks the vocabulary for, compiled once.
public struct SharedPatterns: Sendable {
  /// The units of money with their factors.
  public let moneyUnits: MoneyUnits
  /// Cuts running text into sentences.
  public let sentences: SentenceSplitter
  /// An organ's name, to be searched for in running text.
  public let body: Pattern?
  /// An organ as the place where something was done ("i kommunstyrelsen"), its name in the group `organ`.
  public let organAsPlace: Pattern?
  /// The letters that stand for an organ's name.
  public let bodyAbbreviation: Pattern?
  /// A person with name and party.
  public let person: Pattern?
  /// A person's name without party.
  public let fullName: Pattern?
  /// What joins the last two names of a list.
  public let nameJoint: Pattern?
  /// What someone is employed as, at the start of a text.
  public let officeTitle: Pattern?
  /// A party's letters without brackets.
  public let party: Pattern?
  /// A verb of decision.
  public let action: Pattern?
  /// An assessment on one of the scales of goals.
  public let outcome: Pattern?
  /// The name of a column with goals, whole.
  public let goalColumn: Pattern?
  /// An organ (group `organ`) that gets a matter or a task from another.
  public let receivingBody: Pattern?
  /// Minutes that are named as a whole, at the end of a text.
  public let wholeMinutes: Pattern?
  /// The first day of a period with what joins it to the last, at the end of a text.
  public let periodStart: Pattern?
  /// A year that a sentence names.
  public let year: Pattern?

  init(_ vocabulary: Vocabulary) {
    moneyUnits = Self.units(vocabulary)
    sentences = SentenceSplitter()
    body = vocabulary.pattern(for: "organnamn", prefix: "\\b", suffix: "\\b")
    organAsPlace = vocabulary.pattern(for: "organ_som_plats")
    bodyAbbreviation = vocabulary.pattern(for: "organbokstaver")
    person = vocabulary.pattern(for: "person")
    fullName = vocabulary.pattern(for: "helnamn", prefix: "^", suffix: "$")
    nameJoint = vocabulary.pattern(for: "namnfog")
    officeTitle = vocabulary.pattern(for: "tjanstetitel", prefix: "^")
    party = vocabulary.pattern(for: "partikod", prefix: "^", suffix: "$")
    action = vocabulary.pattern(for: "beslutsverb", prefix: "\\b", suffix: "\\b")
    outcome = vocabulary.pattern(for: "utfall")
    goalColumn = vocabulary.pattern(for: "malkolumn", prefix: "\\A", suffix: "\\z")
    receivingBody = vocabulary.pattern(for: "organ_som_mottagare")
    wholeMinutes = vocabulary.pattern(for: "protokoll_i_lista", suffix: "$")
    periodStart = vocabulary.pattern(for: "periodborjan", suffix: "$")
    year = vocabulary.pattern(for: "ar", prefix: "\\b", suffix: "\\b")
  }

  /// `pengaenhet` has the currencies, `mangdord` the multipliers, `raknare` what needs a currency after it; their values are factors.
  static func units(_ vocabulary: Vocabulary) -> MoneyUnits {
    let roles: [(String, MoneyUnits.Role)] = [("pengaenhet", .currency), ("mangdord", .multiplier), ("raknare", .counter)]
    let units = roles.flatMap { name, role in
      (vocabulary.fragments[name]?.terms ?? []).flatMap { term in
        term.forms.compactMap { form in
          term.value.flatMap { Decimal(string: $0) }.map { MoneyUnits.Unit(form, factor: $0, role: role) }
        }
      }
    }
    return MoneyUnits(units, approximations: (vocabulary.fragments["ungefar"]?.terms ?? []).flatMap(\.forms))
  }
}
