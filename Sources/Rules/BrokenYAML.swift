internal import Yams

/// What is wrong in a file that the YAML parser could not read.
///
/// The parser tells where it could not go on, which is often lines below what was forgotten. So small repairs are tried on that line and those above: the
/// one with which the parser comes farthest is what was meant. Only a file with a mistake costs this.
struct BrokenYAML {
  let path: String
  private let text: String
  private let lines: [String]

  /// So many lines above the place where the parser stopped may hold the mistake: a text that is not closed goes on to the next quotation mark.
  private static let linesAbove = 60

  init(path: String, text: String) {
    (self.path, self.text) = (path, text)
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  func problem(_ error: any Error) -> RuleProblem {
    switch error {
    case YamlError.scanner(_, let words, let mark, _), YamlError.parser(_, let words, let mark, _),
      YamlError.composer(_, let words, let mark, _):
      stopped(at: mark, words)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      doubled(keys.first ?? "", from: context.mark)
    default:
      WrittenText.strange(in: text).map { problem($0.line, $0.column, $0.message) }
        ?? problem(1, 1, "filen kan inte läsas: den är inte skriven som listor och nycklar (YAML)")
    }
  }

  private func problem(_ line: Int, _ column: Int, _ message: String) -> RuleProblem {
    RuleProblem(file: path, line: line, column: column, message: message)
  }

  // MARK: - A key that stands twice

  private func doubled(_ key: String, from mark: Mark) -> RuleProblem {
    let places = lines.indices.dropFirst(mark.line - 1).filter { index in
      let line = LineParts(lines[index])
      return line.key == key && line.keyColumn == mark.column
    }
    guard places.count > 1 else { return problem(mark.line, mark.column, "nyckeln \"\(key)\" står två gånger; skriv allt på ett ställe") }
    return problem(places[1] + 1, mark.column, "nyckeln \"\(key)\" står redan på rad \(places[0] + 1); skriv allt på ett ställe")
  }

  // MARK: - What the parser stopped at

  private func stopped(at mark: Mark, _ words: String) -> RuleProblem {
    let line = min(mark.line, lines.count) - 1
    if let tab = LineParts(lines[line]).indent.firstIndex(of: "\t") {
      return unread(line, tab + 1, "raden är indragen med tabb; använd blanksteg")
    }
    if let sure = Self.sure.first(where: { words.contains($0.words) }) { return unread(mark.line - 1, mark.column, sure.meaning) }
    if let repair = bestRepair(from: line, stop: mark.line) { return unread(repair.line, repair.column, repair.says) }
    let meaning = Self.likely.first { words.contains($0.words) }?.meaning
    return unread(mark.line - 1, mark.column, meaning ?? "se efter citattecken, kolon och indrag på raden och på dem ovanför")
  }

  private func unread(_ line: Int, _ column: Int, _ message: String) -> RuleProblem {
    problem(line + 1, column, "filen kan inte läsas: \(message)")
  }

  /// What libyaml's own words mean without a doubt.
  private static let sure: [(words: String, meaning: String)] = [
    ("escape character", "ett \\ inom citattecken ska skrivas \\\\")
  ]

  /// What they often mean, where no repair helped.
  private static let likely: [(words: String, meaning: String)] = [
    ("expected ',' or ']'", "en lista som börjar med [ slutar inte med ], eller saknar ett komma"),
    ("expected ',' or '}'", "det som börjar med { slutar inte med }, eller saknar ett komma"),
    ("mapping values are not allowed", "ett kolon i en text utan citattecken; sätt citattecken om texten"),
    ("expected <block end>", "en rad är indragen annorlunda än de andra i sin lista"),
    ("expected key", "en rad är indragen annorlunda än de andra i sin lista"),
    ("could not find expected ':'", "ett kolon saknas efter nyckeln, eller texten behöver citattecken"),
    ("unexpected end of stream", "ett citattecken saknas i slutet av en text"),
    ("cannot start any token", "raden börjar med ett tecken som behöver citattecken"),
  ]

  // MARK: - Repairs

  /// A line as it may have been meant.
  private struct Repair {
    /// Counts from 0.
    var line: Int
    var column: Int
    var text: String
    var says: String
  }

  private func bestRepair(from line: Int, stop: Int) -> Repair? {
    var best: (repair: Repair, reach: Int)?
    for repair in repairs(from: line) {
      let reach = reach(of: repair)
      if reach == .max { return repair }
      if reach > max(stop, best?.reach ?? 0) { best = (repair, reach) }
    }
    return best?.repair
  }

  /// The nearest first; another indentation only where nothing else helps.
  private func repairs(from line: Int) -> [Repair] {
    let near = stride(from: line, through: max(0, line - Self.linesAbove), by: -1)
    return near.flatMap { index in
      LineParts(lines[index]).repairs.map { Repair(line: index, column: $0.column, text: $0.text, says: $0.says) }
    } + indents(of: line)
  }

  /// The line as far in as others are, those of its own kind first.
  private func indents(of line: Int) -> [Repair] {
    let own = LineParts(lines[line])
    let near = lines[max(0, line - Self.linesAbove)...].prefix(2 * Self.linesAbove).map(LineParts.init).filter { !$0.isEmpty }
    let widths = near.filter { $0.isItem == own.isItem }.map(\.indent.count) + near.map(\.indent.count)
    var tried: Set<Int> = [own.indent.count]
    return widths.filter { tried.insert($0).inserted }.map { width in
      Repair(
        line: line, column: own.indent.count + 1, text: String(repeating: " ", count: width) + own.rest,
        says: "raden är indragen annorlunda än de andra i sin lista; de ska börja lika långt in")
    }
  }

  /// The line where the parser stops after a repair; the greatest number where it reads the whole file.
  private func reach(of repair: Repair) -> Int {
    var repaired = lines
    repaired[repair.line] = repair.text
    do {
      _ = try Yams.compose(yaml: repaired.joined(separator: "\n"), .basic, .default, .utf8)
      return .max
    } catch YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _), YamlError.composer(_, _, let mark, _) {
      return mark.line
    } catch {
      return .max
    }
  }
}

/// A line of YAML as it is written: how far in it begins, its key, its value.
struct LineParts {
  /// The white space before it.
  let indent: [Character]
  /// All after that.
  let rest: String
  /// What stands before the value: dashes, the key with its colon.
  private let head: String
  /// Without the remark after it.
  private let value: String
  private let remark: String
  /// Nil where it has none.
  let key: String?

  init(_ line: String) {
    indent = Array(line.prefix(while: \.isWhitespace))
    let rest = String(line.dropFirst(indent.count))
    self.rest = rest
    let content = rest.hasPrefix("#") ? "" : rest.firstRange(of: " #").map { String(rest[..<$0.lowerBound]) } ?? rest
    remark = String(rest.dropFirst(content.count))
    let dashes = content.prefix { $0 == "-" || $0 == " " }.count
    let bare = content.dropFirst(content.hasPrefix("- ") ? dashes : 0)
    let name = bare.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let after = bare.dropFirst(name.count)
    let hasKey = !name.isEmpty && (after == ":" || after.hasPrefix(": "))
    key = hasKey ? String(name) : nil
    let start = (hasKey ? after.dropFirst() : bare).drop(while: \.isWhitespace)
    head = String(content.dropLast(start.count))
    value = String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  var isEmpty: Bool { rest.isEmpty || rest.hasPrefix("#") }
  var isItem: Bool { rest.hasPrefix("-") }

  /// Where its key stands, counted from 1.
  var keyColumn: Int { indent.count + 1 + (rest.hasPrefix("- ") ? rest.prefix { $0 == "-" || $0 == " " }.count : 0) }

  private var column: Int { indent.count + head.count + 1 }

  /// The line as it may have been meant, each with what was wrong.
  var repairs: [(column: Int, text: String, says: String)] {
    isEmpty ? [] : spaces + closings.map { (column, $0.text, $0.says) } + quoted
  }

  private var whole: String { String(indent) + rest }

  private func line(_ value: String) -> String { String(indent) + head + value + remark }

  private var spaces: [(column: Int, text: String, says: String)] {
    var found: [(Int, String, String)] = []
    if let hard = indent.firstIndex(where: { $0 != " " }) {
      let says = "raden är indragen med hårda blanksteg, som ser ut som vanliga; skriv om dem"
      found.append((hard + 1, String(repeating: " ", count: indent.count) + rest, says))
    }
    if rest.hasPrefix("-"), !rest.hasPrefix("- ") {
      found.append((indent.count + 1, String(indent) + "- " + rest.dropFirst(), "ett blanksteg saknas efter strecket"))
    }
    guard key == nil else { return found }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let after = rest.dropFirst(name.count)
    if name.isEmpty { return found }
    if after.allSatisfy(\.isWhitespace) || after.trimmingPrefix(" ").hasPrefix("#") {
      found.append((indent.count + name.count + 1, String(indent) + name + ":" + after, "ett kolon saknas efter \"\(name)\""))
    } else if after.hasPrefix(":") {
      let says = "ett blanksteg saknas efter kolonet i \"\(name):\""
      found.append((indent.count + name.count + 2, String(indent) + name + ": " + after.dropFirst(), says))
    }
    return found
  }

  /// With the quotation mark or bracket that it begins with at its end too.
  private var closings: [(text: String, says: String)] {
    var found: [(String, String)] = []
    for mark in ["\"", "'"] where value.replacing("\\" + mark, with: "").count(where: { String($0) == mark }) % 2 == 1 {
      let tail = value.reversed().prefix { "]},".contains($0) }.count
      for tail in Set([tail, 0]).sorted(by: >) {
        found.append((line(value.dropLast(tail) + mark + value.suffix(tail)), "ett citattecken saknas i slutet av texten på raden"))
      }
    }
    for (open, close) in [("[", "]"), ("{", "}")] where value.hasPrefix(open) && !value.hasSuffix(close) {
      found.append((line(value + close), "det som börjar med \(open) slutar inte med \(close)"))
    }
    return found
  }

  /// With quotation marks around the whole value.
  private var quoted: [(column: Int, text: String, says: String)] {
    guard !value.isEmpty, value != "|", value != ">" else { return [] }
    let isOpen = value.hasPrefix("\"")
    let inner = isOpen ? String(value.dropFirst().dropLast(value.hasSuffix("\"") ? 1 : 0)) : value
    guard !(isOpen || value.hasPrefix("'")) || inner.contains("\"") else { return [] }
    let single = "'\(inner.replacing("'", with: "''"))'"
    let shown = inner.contains("\"") || inner.contains("\\") ? single : "\"\(inner)\""
    let what = isOpen ? "citattecken inne i en text inom citattecken" : "texten behöver citattecken"
    return [(column, line(single), "\(what); skriv \(shown)")]
  }
}
