internal import Foundation

/// A field of a fact that a reader can mend, as the text of a form: empty is null.
public struct CorrectableField<Fact>: Sendable {
  /// As CONTRACT has it: `outcome`.
  public var key: String
  /// As a reader sees it: `utgång`.
  public var name: String
  public var form: FieldForm
  let value: @Sendable (Fact) -> String
  let set: Setter

  typealias Setter = @Sendable (inout Fact, String) throws(FieldMistake) -> Void
}

/// What may stand in a field.
public enum FieldForm: Sendable, Equatable {
  /// Some words.
  case line
  /// Sentences.
  case text
  /// A whole number.
  case number
  /// A sum in kronor: `-11200000`, `0,50`.
  case amount
  /// `YYYY-MM-DD`.
  case date
  /// One of these.
  case choice([String])
}

/// What a reader wrote that a field cannot hold: one Swedish sentence.
public struct FieldMistake: Error, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  /// For a fact that is said to be right, with other values.
  public static let changedAndRight = FieldMistake(
    "du har ändrat uppgiften och svarat att den stämmer; svara att den ska lyda som du skrev")

  /// For a fact that is said to be mended, and is as it was read.
  public static let nothingChanged = FieldMistake("inget är ändrat; skriv hur uppgiften ska lyda, eller svara att den stämmer")
}

extension CorrectableField {
  typealias Path<Value> = any WritableKeyPath<Fact, Value> & Sendable

  static func text(_ key: String, _ name: String, _ path: Path<String>, _ form: FieldForm = .text) -> CorrectableField {
    let set: Setter = { fact, text throws(FieldMistake) in
      guard let text = try form.read(text, name) else { throw FieldMistake("\(name) får inte vara tomt") }
      fact[keyPath: path] = text
    }
    return CorrectableField(key: key, name: name, form: form, value: { $0[keyPath: path] }, set: set)
  }

  static func optional(_ key: String, _ name: String, _ path: Path<String?>, _ form: FieldForm = .line) -> CorrectableField {
    let set: Setter = { fact, text throws(FieldMistake) in fact[keyPath: path] = try form.read(text, name) }
    return CorrectableField(key: key, name: name, form: form, value: { $0[keyPath: path] ?? "" }, set: set)
  }

  static func number(_ key: String, _ name: String, _ path: Path<Int?>) -> CorrectableField {
    let set: Setter = { fact, text throws(FieldMistake) in fact[keyPath: path] = try FieldForm.number.read(text, name).flatMap { Int($0) } }
    return CorrectableField(key: key, name: name, form: .number, value: { $0[keyPath: path].map(String.init) ?? "" }, set: set)
  }

  static func number(_ key: String, _ name: String, _ path: Path<Int>) -> CorrectableField {
    let set: Setter = { fact, text throws(FieldMistake) in
      guard let number = try FieldForm.number.read(text, name).flatMap({ Int($0) }) else {
        throw FieldMistake("\(name) får inte vara tomt")
      }
      fact[keyPath: path] = number
    }
    return CorrectableField(key: key, name: name, form: .number, value: { String($0[keyPath: path]) }, set: set)
  }

  static func amount(_ key: String, _ name: String, _ path: Path<Decimal?>) -> CorrectableField {
    let set: Setter = { fact, text throws(FieldMistake) in
      fact[keyPath: path] = try FieldForm.amount.read(text, name).flatMap { Decimal(string: $0) }
    }
    let value: @Sendable (Fact) -> String = { $0[keyPath: path].map { "\($0)".replacing(".", with: ",") } ?? "" }
    return CorrectableField(key: key, name: name, form: .amount, value: value, set: set)
  }

  /// Values by year, written `2022: 71,5; 2023: 73`.
  static func years(_ key: String, _ name: String, _ path: Path<[String: String]>) -> CorrectableField {
    let set: Setter = { fact, text throws(FieldMistake) in
      var values: [String: String] = [:]
      for pair in try FieldForm.text.read(text, name)?.split(separator: ";") ?? [] {
        let parts = pair.split(separator: ":", maxSplits: 1).map { String($0.trimmingPrefix(while: \.isWhitespace)) }
        guard parts.count == 2, let year = Int(parts[0]), (1900...2100).contains(year) else {
          throw FieldMistake("\(name) ska skrivas som 2022: 71,5; 2023: 73: ”\(pair.prefix(40))”")
        }
        values[parts[0]] = parts[1]
      }
      fact[keyPath: path] = values
    }
    let value: @Sendable (Fact) -> String = { fact in
      fact[keyPath: path].sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    }
    return CorrectableField(key: key, name: name, form: .text, value: value, set: set)
  }
}

extension FieldForm {
  /// The longest text of a field, in UTF-8 bytes.
  private static let longest = 20_000

  /// What was written, in the form that is kept; nil for nothing.
  func read(_ written: String, _ name: String) throws(FieldMistake) -> String? {
    let text = written.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    if text.isEmpty { return nil }
    if text.utf8.count > Self.longest { throw FieldMistake("\(name) får ha högst \(Self.longest) tecken") }
    switch self {
    case .line, .text: return text
    case .number:
      guard let number = Int(text), (0...1_000_000).contains(number) else {
        throw FieldMistake("\(name) ska vara ett heltal: ”\(text.prefix(40))”")
      }
      return String(number)
    case .amount: return try Self.amount(text, name)
    case .date:
      guard Self.isDay(text) else { throw FieldMistake("\(name) ska vara en dag som 2024-02-21: ”\(text.prefix(40))”") }
      return text
    case .choice(let choices):
      guard choices.contains(text) else {
        throw FieldMistake("\(name) ska vara \(choices.joined(separator: ", ").replacing("_", with: " ")): ”\(text.prefix(40))”")
      }
      return text
    }
  }

  private static func amount(_ text: String, _ name: String) throws(FieldMistake) -> String {
    let bare = text.filter { $0 != " " && $0 != "\u{A0}" }.replacing("−", with: "-").replacing(",", with: ".")
    let parts = bare.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    let signs = bare.prefix { $0 == "-" }.count
    guard isWhole, signs <= 1, bare.count <= 20 else {
      throw FieldMistake("\(name) ska vara kronor med siffror, som -11 200 000 eller 0,50: ”\(text.prefix(40))”")
    }
    return bare
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard text.utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return false
    }
    let date = DateComponents(calendar: Calendar(identifier: .gregorian), year: year, month: month, day: day)
    return date.isValidDate
  }
}
