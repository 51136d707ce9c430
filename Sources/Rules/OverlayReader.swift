internal import Yams

/// What an overlay says, read and checked but not yet put over the general rules.
struct OverlayReader {
  /// A form with its place.
  struct Form {
    var form: LineForm
    var kind: LineForm.Kind
    var rule: Rule
  }

  /// A name with its place.
  struct Name {
    var text: String
    var node: Node
  }

  private(set) var problems: [RuleProblem] = []
  private(set) var off: [Name] = []
  /// Fragment -> words.
  private(set) var words: [String: [String]] = [:]
  private(set) var fragments: [Name] = []
  /// The entries under `rules`.
  private(set) var entries: [Node.Mapping] = []
  private var drafts: [Draft] = []
  private let path: String
  private var source = ""

  /// A form as it is written.
  private struct Draft {
    var kind: LineForm.Kind
    var id: String
    var text: String
    var node: Node
    var examples: [Rule.Example] = []
    var counterexamples: [Rule.Example] = []
  }

  init(_ overlay: Overlay) {
    path = overlay.file
    do {
      var reader = EntryReader(path: path, mapping: try Overlay.mapping(path: path, text: overlay.text))
      read(&reader)
      problems = reader.problems + problems
    } catch {
      problems = [error]
    }
  }

  private mutating func read(_ reader: inout EntryReader) {
    reader.expect(RuleKey.overlay)
    source = reader.string("source")
    _ = reader.string("about")
    off = reader.strings("without").map { Name(text: $0.text, node: $0.node) }
    for (key, kind) in [("headings", LineForm.Kind.heading), ("case_numbers", .caseNumber), ("furniture", .furniture)] {
      if let node = reader[key] { readForms(node, key: key, kind: kind, &reader) }
    }
    for (key, node) in reader.pairs("sections") {
      guard Overlay.sections.contains(key.text) else {
        let words = Overlay.sections.map { (word: $0, name: $0) } + Overlay.swedishSections
        let guess = Nearest.guess(at: key.text, in: words).map { "menades \"\($0)\"?" }
        let all = "det ska vara ett av \(Overlay.sections.joined(separator: ", "))"
        reader.note("okänt avsnitt \"\(key.text)\"; \(guess ?? all)", at: key.node)
        continue
      }
      readForms(node, key: key.text, kind: .section(key.text), &reader)
    }
    for (key, node) in reader.pairs("words") {
      fragments.append(Name(text: key.text, node: key.node))
      words[key.text] = reader.strings("words.\(key.text)", at: node).map(\.text)
    }
    readRules(&reader)
  }

  private mutating func readRules(_ reader: inout EntryReader) {
    guard let node = reader["rules"] else { return }
    guard let list = node.sequence else {
      return reader.note("\"rules\" ska vara en lista av regler som var och en börjar med \"- id:\"", at: node)
    }
    entries = list.compactMap(\.mapping)
    for item in list where item.mapping == nil { reader.note("en regel ska ha nycklar (\"id:\", \"pattern:\" ...)", at: item) }
  }

  private mutating func readForms(_ node: Node, key: String, kind: LineForm.Kind, _ reader: inout EntryReader) {
    let items = node.sequence.map(Array.init) ?? [node]
    for (index, item) in items.enumerated() {
      var draft = Draft(kind: kind, id: "\(stem).\(key)\(items.count > 1 ? "-\(index + 1)" : "")", text: "", node: item)
      let before = reader.problems.count
      if let text = item.string {
        draft.text = text
      } else if let mapping = item.mapping {
        readForm(mapping, into: &draft, &reader)
      }
      if !draft.text.isEmpty {
        drafts.append(draft)
      } else if reader.problems.count == before {
        reader.note("under \"\(key)\" ska stå hur raden ser ut, inom citattecken", at: item)
      }
    }
  }

  private func readForm(_ mapping: Node.Mapping, into draft: inout Draft, _ reader: inout EntryReader) {
    if let line = Self.unquoted(mapping) { return reader.note("texten behöver citattecken; skriv \"\(line)\"", at: draft.node) }
    var form = EntryReader(path: path, mapping: mapping)
    form.expect(RuleKey.form)
    (draft.text, draft.examples, draft.counterexamples) = (form.string("form"), form.examples(), form.counterexamples())
    reader.take(form.problems)
  }

  /// The line that was meant by a form without quotation marks, which its colon or its braces have made a table of; nil for a table with keys.
  private static func unquoted(_ mapping: Node.Mapping) -> String? {
    guard mapping.count == 1, let (key, value) = mapping.first.map({ ($0.key, $0.value) }), let name = key.string,
      RuleKey.guess(at: name, among: RuleKey.form) == nil
    else { return nil }
    if value.string == "", LineForm.placeholders.contains(where: { $0.name == name }) { return "{\(name)}" }
    return (value.string ?? value.mapping.flatMap(unquoted)).map { "\(name): \($0)" }
  }

  private var stem: String { String(path.dropFirst(RuleFolder.municipality.count).dropLast(".yaml".count)) }

  /// The forms as rules; one with a mistake is left out and noted.
  mutating func forms(vocabulary: Vocabulary) -> [Form] {
    var forms: [Form] = []
    for draft in drafts {
      let form = LineForm(draft.text)
      do {
        forms.append(Form(form: form, kind: draft.kind, rule: try rule(draft, form, vocabulary)))
      } catch let mistake as LineForm.Mistake {
        note(mistake.message, at: draft.node)
      } catch {
        note("formen \"\(draft.text)\": \(RuleCompiler.explain(error, in: draft.text))", at: draft.node)
      }
    }
    return forms
  }

  mutating func note(_ message: String, at node: Node?) { problems.append(RuleFile.problem(path: path, node: node, message)) }

  private func rule(_ draft: Draft, _ form: LineForm, _ vocabulary: Vocabulary) throws -> Rule {
    let fragments = Array(vocabulary.fragments.keys)
    guard draft.text.count(where: { $0 == "{" }) == draft.text.count(where: { $0 == "}" }) else {
      throw LineForm.Mistake(message: "en klammer saknas i formen \"\(draft.text)\"; varje { ska ha ett }")
    }
    if let name = form.unknown(fragments: fragments).first {
      let guess = Self.guess(at: name, fragments).map { "; menades {\($0)}?" } ?? ""
      throw LineForm.Mistake(message: "okänt {\(name)} i formen \"\(draft.text)\"\(guess)")
    }
    let pattern = try Pattern(try vocabulary.expand(try form.pattern(as: draft.kind)))
    return Rule(
      id: draft.id, about: "Kommunens egen form: \(draft.text)", source: source, scopes: [draft.kind.scope], patterns: [pattern],
      unless: [], until: [], gives: gives(draft.kind, form), examples: draft.examples, counterexamples: draft.counterexamples, file: path,
      line: draft.node.mark?.line ?? 1, form: draft.text, sample: form.sample { vocabulary.fragments[$0]?.examples.first })
  }

  /// What was meant by a name that is neither a placeholder nor a fragment: a placeholder's name, a word that says what it stands for, or a fragment.
  private static func guess(at name: String, _ fragments: [String]) -> String? {
    let about = LineForm.placeholders.flatMap { placeholder in
      let words = placeholder.about.prefix { $0 != "," }.split { !$0.isLetter }.filter { $0.count > 3 }
      return words.map { (word: String($0), name: placeholder.name) }
    }
    let own = LineForm.placeholders.map { (word: $0.name, name: $0.name) } + about
    return Nearest.guess(at: name, in: own + fragments.map { ($0, $0) })
  }

  private func gives(_ kind: LineForm.Kind, _ form: LineForm) -> [String: String] {
    switch kind {
    case .heading: ["weight": "1.6"]
    case .caseNumber: form.isWholeNumber ? ["as_written": "ja"] : [:]
    case .furniture: ["place": "sidhuvud"]
    case .section(let name): name == "statement" ? ["section": name, "kind": name] : ["section": name]
    }
  }
}

extension LineForm.Kind {
  var scope: Scope {
    switch self {
    case .heading: .paragrafHeading
    case .caseNumber: .caseNumber
    case .furniture: .furniture
    case .section: .sectionHeading
    }
  }
}
