public import Rules

/// Proposes an overlay for a municipality from a few of its documents: what the general rules do not read in them.
///
/// ```swift
/// let draft = OverlayDraft("Björkmåla kommun", samples: samples, rules: general)
/// print(draft.yaml)
/// ```
public struct OverlayDraft {
  /// The rule file, with a comment on every line that is unsure.
  public let yaml: String
  /// How many lines it proposes.
  public let count: Int
  /// How many § there are in the samples, by the rules or by what is proposed.
  public let paragrafer: Int

  /// - Parameter rules: the rules by which the samples were read: the general ones, with the municipality's own where it has some.
  public init(_ municipality: String, samples: [SampleDocument], rules: RuleSet) {
    let headings = HeadingDraft(samples, rules: rules)
    let numbers = CaseNumberDraft(samples, headings: headings, rules: rules)
    let labels = LabelDraft(samples, rules: rules, headings: headings.headings)
    let furniture = FurnitureDraft(samples, rules: rules, headings: headings.headings, except: labels.proposals.map(\.proposal.form))
    count = headings.proposals.count + numbers.proposals.count + furniture.proposals.count + labels.proposals.count
    paragrafer = headings.headings.reduce(0) { $0 + $1.count }
    var text = DraftText()
    text.open(municipality, samples)
    text.tell(headings, numbers)
    text.add("municipality: \(DraftText.quoted(municipality))")
    text.list("headings", headings.proposals)
    text.list("case_numbers", numbers.proposals)
    text.list("furniture", furniture.proposals)
    text.sections(labels.proposals)
    yaml = text.text
  }
}

/// Writes a draft as a rule file.
struct DraftText {
  private(set) var text = ""

  mutating func add(_ line: String) { text += line + "\n" }

  mutating func open(_ municipality: String, _ samples: [SampleDocument]) {
    add("# yaml-language-server: $schema=../schema.json")
    add("# Egna regler för \(municipality), föreslagna av \"paragraf rules new\" ur \(samples.map(\.name).joined(separator: ", ")).")
    add("# Läs igenom och ta bort det som inte stämmer. Det som står \"osäkert\" vid måste ses efter. Pröva sedan med")
    add("# \"paragraf rules check FIL\" och \"paragraf rules explain FIL\". Hur man gör står i rules/README.md.")
    let others = Set(samples.compactMap(\.municipality).filter { Overlay.key($0) != Overlay.key(municipality) })
    for other in others.sorted() {
      add("# osäkert: dokument säger sig höra till \(other); reglerna gäller bara dem som säger \(municipality)")
    }
    if samples.contains(where: { $0.municipality == nil }) {
      add("# osäkert: dokument säger inte vilken kommun de hör till; läs dem med --municipality \(Self.quoted(municipality))")
    }
  }

  /// What is left out, since the general rules read it.
  mutating func tell(_ headings: HeadingDraft, _ numbers: CaseNumberDraft) {
    let all = headings.headings.reduce(0) { $0 + $1.count }
    if headings.proposals.isEmpty {
      add(
        all == 0
          ? "# osäkert: inga paragrafer hittades, varken av reglerna eller som en stigande rad nummer"
          : "# Reglerna läser redan \(all) paragrafrubriker.")
      if all == 0 { suggest(headings.numbered) }
    }
    if numbers.known > 0 { add("# Reglerna läser redan \(numbers.known) diarienummer (av \(all) paragrafer).") }
    if numbers.known == 0, numbers.proposals.isEmpty, all > 0 { add("# osäkert: inga diarienummer hittades vid rubrikerna") }
    add("")
  }

  /// Lines that may be headings, for who writes the form of one.
  private mutating func suggest(_ lines: [String]) {
    add("# Skriv själv under headings hur rubriken ser ut, och kör sedan \"paragraf rules new\" igen med --out -, så föreslås resten.")
    if lines.isEmpty { return }
    add("# Rader med nummer som kan vara rubriker:")
    for line in lines { add("#   \(line)") }
  }

  mutating func list(_ key: String, _ proposals: [Proposal]) {
    if proposals.isEmpty { return }
    add("")
    add("\(key):")
    for proposal in proposals { add("  - \(Self.line(proposal))") }
  }

  mutating func sections(_ found: [(section: String?, proposal: Proposal)]) {
    if found.isEmpty { return }
    let named = found.filter { $0.section != nil }
    add("")
    add(named.isEmpty ? "#sections:" : "sections:")
    for section in Overlay.sections {
      let own = named.filter { $0.section == section }
      if own.isEmpty { continue }
      add("  \(section):")
      for (_, proposal) in own { add("    - \(Self.line(proposal))") }
    }
    // What nobody can place is left as text until someone says what it is. A line of its own, right once the sign before it is taken away.
    for (section, proposal) in found where section == nil {
      add(
        "  #background: [\(Self.quoted(proposal.form))]  # välj avsnitt, skriv det i stället för background och ta bort #;\(Self.remark(proposal))"
      )
    }
  }

  private static func line(_ proposal: Proposal) -> String { "\(quoted(proposal.form))  #\(remark(proposal))" }

  private static func remark(_ proposal: Proposal) -> String {
    let example = proposal.example.count > 60 ? proposal.example.prefix(57) + "..." : proposal.example[...]
    let doubt = proposal.doubt.map { " osäkert: \($0);" } ?? ""
    return "\(doubt) \(proposal.count) träffar: \(example)"
  }

  /// As a YAML text in quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
