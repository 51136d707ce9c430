internal import Foundation

/// A line as an overlay writes it, without regular expressions: words with `{nummer}`, `{titel}`, `{dnr}` and so on where they vary.
struct LineForm {
  /// What the line is.
  enum Kind: Equatable {
    case heading
    case caseNumber
    case furniture
    case section(String)
  }

  /// A mistake in the form, in a Swedish sentence.
  struct Mistake: Error {
    let message: String
  }

  /// What varies in a form. `{text}` is also what a fragment of the vocabulary would be: any other name is looked for there.
  struct Placeholder {
    var name: String
    var pattern: String
    /// What may stand in its place.
    var sample: String
    var about: String
  }

  static let placeholders = [
    Placeholder(name: "nummer", pattern: "\\d{1,5}", sample: "12", about: "ett nummer"),
    Placeholder(name: "år", pattern: "(?:(?:19|20)\\d\\d|\\d\\d)", sample: "2024", about: "ett årtal, med två eller fyra siffror"),
    Placeholder(name: "titel", pattern: "\\S.*", sample: "Taxa för vatten", about: "rubriken, resten av raden"),
    Placeholder(name: "text", pattern: "\\S.*?", sample: "Taxa för vatten", about: "vad som helst"),
    Placeholder(
      name: "bokstäver", pattern: "(?-i:\\p{Lu}{1,10}|\\p{Lu}\\p{Ll}{1,2})", sample: "KS", about: "ett organs bokstäver: KS, Kfn"),
    Placeholder(name: "dnr", pattern: "\\S.*?", sample: "KS 2024/12", about: "ett diarienummer av vanligt slag"),
  ]

  private enum Part {
    case words(String)
    case placeholder(String)
  }

  let text: String
  private let parts: [Part]

  init(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      parts.append(.placeholder(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self.parts = parts
  }

  /// Names between braces that are neither placeholders here nor fragments.
  func unknown(fragments: some Collection<String>) -> [String] {
    parts.compactMap { part in
      guard case .placeholder(let name) = part, !Self.placeholders.contains(where: { $0.name == name }), !fragments.contains(name) else {
        return nil
      }
      return name
    }
  }

  /// The pattern, with fragments of the vocabulary still to be expanded. Throws `Mistake`.
  func pattern(as kind: Kind) throws(Mistake) -> String {
    if needsWords(kind), !hasWords {
      throw Mistake(message: "formen \"\(text)\" skulle träffa vad som helst; skriv också de ord som alltid står på raden")
    }
    switch kind {
    case .heading: return try heading()
    case .caseNumber: return try caseNumber()
    case .furniture: return "^\(parts.map(plain).joined())$"
    case .section: return "^\(withoutColon.parts.map(plain).joined())(?:[.:]?|:\\s+(?<rest>\\S.*))$"
    }
  }

  private var hasWords: Bool {
    parts.contains { part in if case .words(let words) = part { words.contains(where: \.isLetter) } else { false } }
  }

  // A heading may be a number and a title, a diarienummer letters and figures.
  private func needsWords(_ kind: Kind) -> Bool {
    switch kind {
    case .furniture, .section: true
    case .heading, .caseNumber: false
    }
  }

  /// A line of the form: placeholders and fragments filled in.
  /// - Parameter example: gives an example of a fragment.
  func sample(example: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .placeholder(let name): Self.placeholders.first { $0.name == name }?.sample ?? example(name) ?? ""
      }
    }.joined()
  }

  private var withoutColon: LineForm { text.hasSuffix(":") ? LineForm(String(text.dropLast())) : self }

  // What follows the number is the heading's rest: title, diarienummer; or the title stands before it.
  private func heading() throws(Mistake) -> String {
    guard let number = parts.firstIndex(where: { isPlaceholder($0, "nummer") }) else {
      throw Mistake(message: "rubrikens form \"\(text)\" saknar {nummer}, platsen för paragrafens nummer")
    }
    if parts.contains(where: { isPlaceholder($0, "dnr") }) {
      throw Mistake(
        message: "skriv {titel} i stället för {dnr} i rubrikens form \"\(text)\", och diarienumret för sig under \"case_numbers\"")
    }
    let before = parts[..<number].map { isPlaceholder($0, "titel") ? "(?<rest>\\S.*?)" : plain($0) }.joined()
    let after = parts[(number + 1)...]
    let hasTitle = parts[..<number].contains { isPlaceholder($0, "titel") }
    let title = hasTitle ? nil : after.firstIndex { isPlaceholder($0, "titel") || isPlaceholder($0, "text") }
    let rest = title ?? after.endIndex
    let ending = rest == after.endIndex ? "[.:]?" : "(?<rest>\(after[rest...].map(plain).joined()))"
    return "^\(before)(?<number>\\d{1,5})\(after[..<rest].map(plain).joined())\(ending)$"
  }

  /// How the pattern of a heading without title ends.
  static let headingEnd = "[.:]?$"

  private func caseNumber() throws(Mistake) -> String {
    let boundary = "(?:^|(?<=[\\s(]))"
    if let number = parts.firstIndex(where: { isPlaceholder($0, "dnr") }) {
      let label = parts[..<number].map(plain).joined()
      let labelled = label.isEmpty ? "" : "(?<label>\(label))"
      return "\(boundary)\(labelled)(?<value>\\S.*)\(parts[(number + 1)...].map(plain).joined())"
    }
    // A bracket round the number is no part of it.
    let opens = text.hasPrefix("(")
    let inner = opens ? String(text.dropFirst()) : text
    let closes = inner.hasSuffix(")") && !inner.contains("(")
    let bare = LineForm(closes ? String(inner.dropLast()) : inner)
    let (labelled, value) = try bare.labelAndNumber()
    return "\(opens ? "(?<=\\()" : boundary)\(labelled)(?<value>(?!\\()\(value))\(closes ? "(?=\\s*\\))" : "(?![\\p{L}\\d])")"
  }

  /// The patterns of the label in front and of the number itself.
  private func labelAndNumber() throws(Mistake) -> (label: String, number: String) {
    guard let first = parts.firstIndex(where: { if case .placeholder = $0 { true } else { false } }) else {
      throw Mistake(message: "diarienumrets form \"\(text)\" saknar {dnr}, platsen för numret")
    }
    // The label ends at the last space before what varies; what stands closer belongs to the number as written.
    var (label, start) = ("", "")
    if case .words(let words)? = parts.first {
      let cut = words.lastIndex(where: \.isWhitespace).map(words.index(after:)) ?? words.startIndex
      (label, start) = (String(words[..<cut]), String(words[cut...]))
    }
    return (label.isEmpty ? "" : "(?<label>\(words(label)))", words(start) + parts[first...].map(plain).joined())
  }

  /// Whether the number is taken as it is written: the form says itself what it looks like.
  var isWholeNumber: Bool { !parts.contains { isPlaceholder($0, "dnr") } }

  private func isPlaceholder(_ part: Part, _ name: String) -> Bool { if case .placeholder(name) = part { true } else { false } }

  private func plain(_ part: Part) -> String {
    switch part {
    case .words(let text): words(text)
    case .placeholder(let name): Self.placeholders.first { $0.name == name }?.pattern ?? "{\(name)}"
    }
  }

  // A capital in the form is one on the page; spaces are as many as they happen to be, and one dash is as good as another.
  private func words(_ text: String) -> String {
    var pattern = ""
    var isFirst = true
    var wasSpace = false
    for character in text {
      defer { wasSpace = character.isWhitespace }
      if character.isWhitespace {
        if !wasSpace { pattern += "\\s+" }
      } else if "-–—".contains(character) {
        pattern += "[-–—]"
      } else {
        let escaped = NSRegularExpression.escapedPattern(for: String(character))
        pattern += isFirst && character.isUppercase ? "(?-i:\(escaped))" : escaped
      }
      if !character.isWhitespace { isFirst = false }
    }
    return pattern
  }
}
