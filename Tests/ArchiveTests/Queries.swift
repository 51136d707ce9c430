import Archive
import Foundation
import Language
import Querying

extension Samples {
  /// A query read without any words of rules.
  static func query(_ text: String) throws -> ParsedQuery {
    let context = QueryContext(
      units: MoneyUnits([MoneyUnits.Unit("kr", factor: 1), MoneyUnits.Unit("mnkr", factor: 1_000_000)], approximations: []))
    return QueryParser.parse(text, context: context, analyzer: try Analyzer())
  }
}
