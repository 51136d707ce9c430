import Archive
import Foundation
import Language
import Querying

extension Samples {
  /// A query read without any words of rules.
  static func query(_ text: String) throws -> ParsedQuery { try reader()(text) }

  /// What reads queries so.
  static func reader() throws -> (String) -> ParsedQuery {
    let context = QueryContext(
      units: MoneyUnits([MoneyUnits.Unit("kr", factor: 1), MoneyUnits.Unit("mnkr", factor: 1_000_000)], approximations: []))
    let analyzer = try Analyzer()
    return { QueryParser.parse($0, context: context, analyzer: analyzer) }
  }
}
