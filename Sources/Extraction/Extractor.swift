public import Documents
public import Facts
internal import Language
internal import Pages
public import Rules

/// Applies the rules to a document: what comes out is the facts document.
public struct Extractor: Sendable {
  public let rules: RuleSet

  public init(rules: RuleSet) { self.rules = rules }

  /// - Parameters:
  ///   - id: SHA-256 of the file's bytes, hexadecimal.
  ///   - source: the file's name.
  public func extract(_ document: MunicipalDocument, id: String, source: String) -> FactsDocument {
    let evidence = EvidenceMaker(pages: document.pages)
    var facts = FactsDocument(document: documentFacts(document, id: id, source: source))
    let decisions = DecisionExtractor(rules: rules, evidence: evidence, document: document)
    facts.paragraphs = document.paragrafer.map { paragraf($0, in: document, evidence, decisions) }
    VoteAppendices(rules: rules, document: document).add(to: &facts.paragraphs)
    let goals = GoalExtractor(rules: rules, evidence: evidence)
    let located = goals.located(in: document)
    facts.goals = goals.goals(in: document, located: located)
    facts.assignments = AssignmentExtractor(rules: rules, evidence: evidence).assignments(in: document)
    let money = MoneyExtractor(rules: rules, evidence: evidence).amounts(in: document)
    facts.amounts = money.amounts
    let tables = TableExtractor(rules: rules, evidence: evidence)
    facts.tables = tables.tables(in: document, facts.document)
    facts.indicators = IndicatorExtractor(rules: rules, evidence: evidence).indicators(in: document, units: tables.unit)
    let repeats = IndicatorRepeats(facts.indicators)
    let told = IndicatorText(rules: rules, evidence: evidence, goals: located).indicators(in: document)
    facts.indicators += told.filter { !repeats.hold($0) }
    facts.meeting = MeetingExtractor(rules: rules, evidence: evidence, document: document).meeting()
    let votes = voteDoubts(facts.paragraphs)
    // What is told in the doubts is not shown as who voted.
    for paragraf in facts.paragraphs.indices {
      for vote in facts.paragraphs[paragraf].votes.indices { facts.paragraphs[paragraf].votes[vote].dropExcess() }
    }
    facts.doubts =
      doubts(document) + MeetingChecks(facts: facts).doubts() + votes + money.doubts
      + tables.doubts(facts.tables, in: document)
    facts.unplaced = UnplacedFinder(rules: rules, evidence: evidence).unplaced(in: document)
    facts.rules = hashes(of: usedRules(facts))
    return facts
  }

  private func documentFacts(_ document: MunicipalDocument, id: String, source: String) -> DocumentFacts {
    let front = document.frontMatter
    var facts = DocumentFacts(id: id, source: source, type: front.type, pages: document.pages.count)
    facts.municipality = front.municipality
    facts.body = front.body
    facts.date = front.date
    facts.year = front.year
    facts.title = front.title
    if front.type == "protokoll" { facts.version = front.version ?? version(named: source) }
    return facts
  }

  /// The version that the file's name tells: "ks-2024-05-28-rattad.pdf".
  private func version(named source: String) -> String? {
    let name = Array(source.utf8).map { [0x2D, 0x5F, 0x2E].contains($0) ? 0x20 : $0 }
    for rule in rules.rules(in: .versionName, near: name) where rule.firstMatch(in: name) != nil { return rule.gives["version"] }
    return nil
  }

  private func paragraf(
    _ paragraf: Paragraf, in document: MunicipalDocument, _ evidence: EvidenceMaker, _ decisions: DecisionExtractor
  ) -> ParagrafFacts {
    var facts = ParagrafFacts(number: paragraf.number, letter: paragraf.letter)
    let sections = paragraf.sections.map { ReadSection($0, in: document, splitter: rules.shared.sentences) }
    let present = sections.filter { $0.kind != .earlier }
    let decided = decisions.extract(paragraf.sections)
    let sentences = SentenceFacts(rules: rules, evidence: evidence)
    let lists = ListFacts(rules: rules)
    facts.title = paragraf.title
    facts.diarienummer = paragraf.caseNumber
    facts.processCode = paragraf.processCode
    facts.lead = decided.lead
    facts.decisions = decided.decisions
    facts.motions = sentences.motions(present)
    facts.reservations = sentences.reservations(present)
    let proposals = ProposalReader(rules: rules).proposals(sections, in: document)
    facts.outcome = OutcomeReader(rules: rules).outcome(
      title: paragraf.title, decisions: decided.decisions, proposals: proposals, motions: facts.motions)
    facts.votes = VoteExtractor(rules: rules, evidence: evidence).votes(present, of: paragraf.number, in: document)
    facts.statements = StatementExtractor(rules: rules, evidence: evidence).statements(present)
    let remarks = RemarkReader(rules: rules)
    facts.immediateApproval = remarks.has("immediate", sections)
    facts.confidential = paragraf.isConfidential || remarks.has("confidential", sections)
    facts.recusals = RecusalExtractor(rules: rules).recusals(present, of: paragraf.number)
    facts.recipients = lists.items(paragraf.sections, kind: .recipients, scope: .recipients, in: document)
    facts.basis = lists.items(paragraf.sections, kind: .basis, scope: .basis, in: document)
    facts.references = ReferenceExtractor(rules: rules, evidence: evidence).references(sections, in: document)
    let heading = document.passage(paragraf.titleLines.isEmpty ? [paragraf.heading] : paragraf.titleLines)
    facts.source = evidence.evidence(heading, 0..<heading.text.count, rule: paragraf.rule)
    return facts
  }

  /// What the structure leaves unsure: gaps in the series, a § without title.
  private func doubts(_ document: MunicipalDocument) -> [Doubt] {
    var doubts: [Doubt] = []
    for (before, after) in zip(document.paragrafer, document.paragrafer.dropFirst()) where after.number > before.number + 1 {
      let missing = after.number - before.number == 2 ? "§ \(before.number + 1)" : "§ \(before.number + 1)–\(after.number - 1)"
      doubts.append(
        Doubt(message: "\(missing) hittades inte mellan § \(before.number) och § \(after.number).", page: after.heading.page + 1))
    }
    for paragraf in document.paragrafer where paragraf.title == nil {
      doubts.append(
        Doubt(message: "§ \(paragraf.number)\(paragraf.letter ?? "") har ingen rubrik som kunde läsas.", page: paragraf.heading.page + 1))
    }
    for paragraf in document.paragrafer {
      guard let letter = paragraf.letter else { continue }
      let message =
        "§ \(paragraf.number)\(letter) har en bokstav efter numret; i sökning och hänvisningar står den som § \(paragraf.number)."
      doubts.append(Doubt(message: message, page: paragraf.heading.page + 1))
    }
    if document.frontMatter.type == "protokoll", document.paragrafer.isEmpty {
      doubts.append(Doubt(message: "Dokumentet ser ut som ett protokoll, men inga paragrafer hittades."))
    }
    return doubts
  }

  /// Names that do not add up with the tally, with the page where it stands.
  private func voteDoubts(_ paragraphs: [ParagrafFacts]) -> [Doubt] {
    paragraphs.flatMap { paragraf in
      paragraf.votes.compactMap { vote in
        vote.difference.map {
          Doubt(message: "§ \(paragraf.designation): röstetalen och namnen stämmer inte (\($0)).", page: vote.source?.page)
        }
      }
    }
  }

  private func usedRules(_ facts: FactsDocument) -> Set<String> {
    var used = Set<String>()
    for paragraf in facts.paragraphs {
      let sources =
        [paragraf.source] + paragraf.motions.map(\.source) + paragraf.decisions.map(\.source) + paragraf.votes.map(\.source)
        + paragraf.reservations.map(\.source) + paragraf.references.map(\.source)
      used.formUnion(sources.compactMap { $0?.rule })
    }
    if let meeting = facts.meeting { used.formUnion(meeting.sources.map(\.rule)) }
    used.formUnion(
      (facts.goals.map(\.source) + facts.assignments.map(\.source) + facts.amounts.map(\.source)
        + facts.tables.map(\.source) + facts.indicators.map(\.source)).compactMap { $0?.rule })
    return used
  }

  private func hashes(of used: Set<String>) -> [String: String] {
    rules.rules.reduce(into: [:]) { table, rule in
      if used.contains(rule.id) { table[rule.id] = rules.fileHashes[rule.file] }
    }
  }
}
