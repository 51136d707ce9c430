internal import Foundation
internal import Synchronization

/// A fragment `{name}` of the patterns: the words that it stands for, and what each of them means.
public struct Fragment: Sendable {
  /// The name between the braces.
  public var id: String
  public var about: String
  /// The alternatives in order; the first that matches counts.
  public var terms: [Term]
  /// Texts that it must match from end to end.
  public var examples: [String]
  /// Texts that it must not match from end to end.
  public var counterexamples: [String]
  public var file: String
  public var line: Int

  /// One meaning with the patterns of its forms.
  public struct Term: Sendable {
    /// What a form means ("uppnått"); nil where the words mean themselves.
    public var value: String?
    /// Patterns, which may name other fragments.
    public var forms: [String]

    public init(value: String?, forms: [String]) {
      self.value = value
      self.forms = forms
    }
  }
}

extension Fragment {
  /// Its words, where it has such in place of patterns: each as it is written.
  public var words: [String] { terms.flatMap(\.forms).map { $0.replacing("\\", with: "") } }

  /// Words that mean themselves. Longer ones first, so that a word is not taken for one that begins it.
  static func terms(of words: [String]) -> [Term] {
    words.sorted { $0.utf8.count > $1.utf8.count }.map { Term(value: nil, forms: [NSRegularExpression.escapedPattern(for: $0)]) }
  }
}

/// The shared fragments of all patterns.
public struct Vocabulary: Sendable {
  public private(set) var fragments: [String: Fragment] = [:]
  /// Shared by all copies of a vocabulary; another one begins where a fragment is added.
  private var compiled = CompiledFragments()

  /// Stands in masked text for a sum of money that the scanner of `Language` found: a private-use character.
  public static let moneyMask = "\u{E000}"
  /// The same for a sum with a minus.
  public static let minusMask = "\u{E001}"
  /// The same for a sum that is written with a plus.
  public static let plusMask = "\u{E002}"
  /// All three.
  public static let masks = [moneyMask, minusMask, plusMask]
  /// Fragments that the program fills in itself, with what they stand for.
  public static let builtIn: [String: (pattern: String, about: String)] = [
    "belopp": ("[\(masks.joined())]", "En summa pengar med sin enhet (`-11,2 mnkr`), så som programmet läser den."),
    "plusbelopp": ("[\(moneyMask)\(plusMask)]", "En summa pengar utan minus framför (`11,2 mnkr`, `+131 tkr`)."),
    "minusbelopp": (minusMask, "En summa pengar med minus framför (`-11,2 mnkr`, `minus 3 mkr`)."),
    "belopp_med_plus": (plusMask, "En summa pengar med plus framför (`+131 tkr`, `plus 3 mkr`)."),
  ]

  /// An unknown fragment or one that names itself.
  public struct ExpansionError: Error {
    public let message: String
  }

  public init() {}

  /// Adds a fragment; one of the same name is replaced.
  public mutating func add(_ fragment: Fragment) {
    fragments[fragment.id] = fragment
    compiled = CompiledFragments()
  }

  /// Adds words to a fragment, tried before its own; nothing where there is no such fragment.
  mutating func add(words: [String], to fragment: String) {
    fragments[fragment]?.terms.insert(contentsOf: Fragment.terms(of: words), at: 0)
    compiled = CompiledFragments()
  }

  /// The pattern with every `{name}` replaced by a group of that name, `{name:group}` by a group of the other name.
  func expand(_ pattern: String) throws -> FilledPattern {
    try replaceFragments(in: pattern) { name, group in ("?<\(group)>", try body(of: name, within: [])) }
  }

  /// The fragment's own pattern, with fragments inside it filled in as groups without names.
  func body(of name: String, within outer: [String] = []) throws -> FilledPattern {
    if let builtIn = Self.builtIn[name] { return FilledPattern(builtIn.pattern) }
    guard let fragment = fragments[name] else {
      throw ExpansionError(message: "okänt fragment {\(name)}\(suggestion(for: name))")
    }
    guard !outer.contains(name) else { throw ExpansionError(message: "fragmentet {\(name)} innehåller sig självt") }
    if let known = compiled.body(name) { return known }
    let filled = FilledPattern(alternatives: try filled(fragment.terms.flatMap(\.forms), within: outer + [name]))
    compiled.note(filled, of: name)
    return filled
  }

  private func filled(_ forms: [String], within outer: [String]) throws -> [FilledPattern] {
    try forms.map { form in try replaceFragments(in: form) { inner, _ in ("?:", try body(of: inner, within: outer)) } }
  }

  /// Whether a pattern has been expanded in which the fragment stands.
  func isFilledIn(_ fragment: String) -> Bool { compiled.body(fragment) != nil }

  /// What the text means in the fragment's vocabulary; nil where the fragment has no meanings or does not know the text.
  public func value(of text: [UInt8], in fragment: String) -> String? {
    guard let terms = fragments[fragment]?.terms, terms.contains(where: { $0.value != nil }) else { return nil }
    return compiled.values(fragment) { values(terms, of: fragment) }.first { $0.pattern.matches(text) }?.value
  }

  // Compiled to match from end to end. A fragment that cannot be compiled has no values; loading names it.
  private func values(_ terms: [Fragment.Term], of fragment: String) -> [CompiledFragments.Value] {
    let values = try? terms.compactMap { term -> CompiledFragments.Value? in
      guard let value = term.value else { return nil }
      let forms = FilledPattern(alternatives: try filled(term.forms, within: [fragment]))
      return CompiledFragments.Value(value: value, pattern: try Pattern(forms.inGroup("?:").between("\\A", "\\z")))
    }
    return values ?? []
  }

  /// A fragment compiled by itself, to be searched for; nil where there is none of that name. Compiled the first time it is asked for.
  public func pattern(for fragment: String, prefix: String = "", suffix: String = "") -> Pattern? {
    compiled.pattern("\(prefix){\(fragment)}\(suffix)") {
      guard let body = try? body(of: fragment) else { return nil }
      return try? Pattern(body.inGroup("?:").between(prefix, suffix))
    }
  }

  // A fragment is {name} or {name:group} with letters; {2,3} is a quantifier and stays.
  /// - Parameter replacement: of a fragment's name and its group's, what makes the group one of its kind, and what stands in it.
  private func replaceFragments(
    in pattern: String, with replacement: (String, String) throws -> (head: String, body: FilledPattern)
  ) throws -> FilledPattern {
    var result = FilledPattern("")
    var rest = Substring(pattern)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")), let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}")) {
      let inside = rest[rest.utf8.index(after: open)..<close]
      result.append(rest[..<open])
      if !Self.endsInEscape(rest.utf8[..<open]), let names = Self.names(inside) {
        let (head, body) = try replacement(names.fragment, names.group)
        result.append(body, inGroup: head)
      } else {
        result.append(rest[open...close])
      }
      rest = rest[rest.utf8.index(after: close)...]
    }
    result.append(rest)
    return result
  }

  /// The names in a fragment's braces; nil where no name stands there.
  private static func names(_ inside: Substring) -> (fragment: String, group: String)? {
    guard let first = inside.utf8.first, first >= 0x80 || first | 0x20 >= 0x61 && first | 0x20 <= 0x7A else { return nil }
    let parts = inside.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2 ? (String(parts[0]), String(parts[parts.count - 1])) : nil
  }

  /// Whether a brace behind it is PCRE's own: `\p{Lu}`, `\x{2013}`.
  private static func endsInEscape(_ text: Substring.UTF8View) -> Bool {
    let end = text.suffix(2)
    guard end.count == 2, end.first == UInt8(ascii: "\\"), let letter = end.last else { return false }
    return letter | 0x20 == UInt8(ascii: "p") || letter == UInt8(ascii: "x")
  }

  private func suggestion(for name: String) -> String {
    let known = (Array(fragments.keys) + Array(Self.builtIn.keys)).sorted()
    return Nearest.guess(at: name, in: known.map { ($0, $0) }).map { "; menades {\($0)}?" } ?? ""
  }
}

/// Fragments filled in and compiled once for all rules and documents: a reader is made for each document, and compiling its patterns took longer than
/// using them.
private final class CompiledFragments: Sendable {
  private let patterns = Mutex<[String: Pattern?]>([:])
  private let bodies = Mutex<[String: FilledPattern]>([:])
  private let values = Mutex<[String: [Value]]>([:])

  /// What a fragment's text means that the pattern matches.
  struct Value {
    var value: String
    var pattern: Pattern
  }

  /// A fragment's values, compiled the first time they are asked for.
  func values(_ fragment: String, compile: () -> [Value]) -> [Value] {
    if let known = values.withLock({ $0[fragment] }) { return known }
    let compiled = compile()
    values.withLock { $0[fragment] = compiled }
    return compiled
  }

  func body(_ name: String) -> FilledPattern? { bodies.withLock { $0[name] } }

  func note(_ body: FilledPattern, of name: String) { bodies.withLock { $0[name] = body } }

  func pattern(_ key: String, compile: () -> Pattern?) -> Pattern? {
    if let known = patterns.withLock({ $0[key] }) { return known }
    let pattern = compile()
    patterns.withLock { $0[key] = .some(pattern) }
    return pattern
  }
}
