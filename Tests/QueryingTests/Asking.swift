import Foundation
import Language
import Querying

/// Reads a query with an invented archive's names and a few words of the rules.
func parsed(_ text: String) throws -> ParsedQuery {
  let splitter = CompoundSplitter(words: ["placering", "kostnad", "mat", "svinn", "individ", "familj", "omsorg"])
  return QueryParser.parse(text, context: context, analyzer: try Analyzer(splitter: splitter))
}

/// The query's tree, written short.
func tree(_ text: String) throws -> String { try parsed(text).root.map(shown) ?? "-" }

let context: QueryContext = {
  let units: [MoneyUnits.Unit] = [
    .init("kr", factor: 1), .init("kronor", factor: 1), .init("tkr", factor: 1000), .init("mnkr", factor: 1_000_000),
    .init("mkr", factor: 1_000_000), .init("miljoner kronor", factor: 1_000_000), .init("miljoner", factor: 1_000_000, role: .multiplier),
  ]
  var context = QueryContext(units: MoneyUnits(units, approximations: []))
  context.abbreviations = [
    .init("IFO", "individ- och familjeomsorg"), .init("HVB", "hem för vård eller boende"), .init("KS", "kommunstyrelsen"),
  ]
  context.commonWords = ["och", "för", "att", "i", "eller"]
  context.bodies = ["Socialnämnden", "Socialnämndens arbetsutskott", "Tekniska nämnden", "Kommunstyrelsen", "Kommunfullmäktige"]
  context.bodyAbbreviations = [.init("SN", "socialnämnden"), .init("KS", "kommunstyrelsen"), .init("TN", "tekniska nämnden")]
  context.municipalities = ["Björkmåla kommun", "Bergsund"]
  context.outcomes = [.init("bifall", "bifall"), .init("avslag", "avslag"), .init("återremiss", "återremiss")]
  context.goalOutcomes = [
    .init("uppnått", "uppnått"), .init("delvis uppnått", "delvis_uppnått"), .init("delvis uppfyllt", "delvis_uppnått"),
    .init("ej uppnått", "ej_uppnått"),
  ]
  context.parties = [.init("S", "S"), .init("Socialdemokraterna", "S"), .init("MP", "MP"), .init("Miljöpartiet", "MP"), .init("V", "V")]
  context.documentTypes = [.init("protokoll", "protokoll"), .init("årsredovisning", "årsredovisning")]
  return context
}()

private func shown(_ node: QueryNode) -> String {
  switch node {
  case .all(let children): "(\(children.map(shown).joined(separator: " & ")))"
  case .any(let children): "(\(children.map(shown).joined(separator: " | ")))"
  case .not(let child): "!\(shown(child))"
  case .word(let word): word.exact
  case .phrase(let words): "\"\(words.map(\.exact).joined(separator: " "))\""
  case .near(let children, let within): "near\(within)(\(children.map(shown).joined(separator: " ")))"
  case .prefix(let beginning): "\(beginning)*"
  case .heading(let child): "rubrik(\(shown(child)))"
  case .alternatives(let typed, let others): "\(shown(typed))~\(others.map(shown).joined(separator: "~"))"
  case .condition(let condition): "[\(shown(condition))]"
  }
}

private func shown(_ condition: Condition) -> String {
  switch condition {
  case .body(let name): "organ \(name)"
  case .municipality(let name): "kommun \(name)"
  case .years(let years): "år \(years.lowerBound)-\(years.upperBound)"
  case .dates(let from, let through): "datum \(from ?? "")..\(through ?? "")"
  case .factKind(let fact): "typ \(fact.rawValue)"
  case .outcome(let value): "utfall \(value)"
  case .goalOutcome(let value): "mål \(value)"
  case .caseNumber(let number): "dnr \(number)"
  case .paragraph(let number): "§ \(number)"
  case .party(let letters): "part \(letters)"
  case .person(let words): "person \(words.map(\.typed).joined(separator: " "))"
  case .amount(let bounds):
    "belopp \(bounds.lower.map { "\($0.isInclusive ? "[" : "(")\($0.kronor)" } ?? "")..\(bounds.upper.map { "\($0.kronor)\($0.isInclusive ? "]" : ")")" } ?? "")"
  case .documentType(let type): "dokument \(type)"
  }
}
