internal import Foundation
internal import Language

/// Numbers, days and keys of the facts as a reader sees them.
enum Words {
  /// "delvis_uppnått" as a person writes it.
  static func words(_ key: String) -> String { key.replacing("_", with: " ") }

  /// "1 312", with a space that does not break.
  static func integer(_ number: Int) -> String { SwedishNumber.integer(number) }

  /// "1 312 sidor".
  static func count(_ number: Int, _ one: String, _ many: String) -> String { SwedishNumber.count(number, one, many) }

  /// "-11 200 000 kr"; öre where there are any.
  static func kronor(_ value: Decimal) -> String { SwedishNumber.kronor(value) }
}
