internal import Language
internal import Rules

/// Finds how diarienummer look where the general rules do not know them: signs of one shape at most headings of §.
struct CaseNumberDraft {
  let proposals: [Proposal]
  /// How many § have a diarienummer that the general rules read.
  let known: Int

  private struct Candidate {
    var label: String
    var token: String
    var line: String
    var place: Int
    /// Whether it stands last on the heading's own line.
    var isInHeading = false

    /// Letters as L, figures as 9: what two numbers of one register have in common.
    var shape: String {
      String(token.map { $0.isLetter ? "L" : $0.isNumber ? "9" : $0 }).replacing(#/L+/#, with: "L").replacing(#/9+/#, with: "9")
    }
    var key: String { "\(label.lowercased()) \(shape)" }
  }

  init(_ samples: [SampleDocument], headings: HeadingDraft, rules: RuleSet) {
    known = samples.reduce(0) { $0 + $1.paragrafer.count(where: \.hasCaseNumber) }
    let places = headings.headings.enumerated().flatMap { sample, lines in lines.map { (sample, $0) } }
    let all = places.enumerated().flatMap { place, found in Self.candidates(samples[found.0], heading: found.1, place: place) }
    let candidates = all.filter { !Self.isKnown($0, rules) }
    let families = Dictionary(grouping: candidates, by: \.key).values
    let best = families.max { Set($0.map(\.place)).count < Set($1.map(\.place)).count } ?? []
    let count = Set(best.map(\.place)).count
    guard let first = best.first, count * 2 >= places.count, count > 1 else {
      proposals = []
      return
    }
    let form = Self.form(first)
    proposals = [
      Proposal(
        form: form.text, count: count, example: first.line, doubt: form.isOwn ? "numrets form är ovanlig; se efter att den stämmer" : nil)
    ]
  }

  private static func candidates(_ sample: SampleDocument, heading: Int, place: Int) -> [Candidate] {
    let lines = (heading - 1...heading + 3).filter { sample.lines.indices.contains($0) && sample.lines[$0].standing != .furniture }
    return lines.compactMap { index in
      let text = sample.lines[index].text
      guard index != heading else { return last(in: text, place: place) }
      guard text.count < 80, let match = text.wholeMatch(of: form), DateScanner.parse(String(match.token)) == nil else { return nil }
      // The bracket round a number is not written.
      let label = String(match.label).trimmed
      return Candidate(
        label: label.hasPrefix("(") ? String(label.dropFirst()).trimmed : label, token: String(match.token), line: text, place: place)
    }
  }

  /// A label of a few words, and a sign with figures and something between them.
  private static var form: Regex<(Substring, label: Substring, token: Substring)> {
    #/^(?<label>[^\d]{0,30}?)(?<token>(?:(?:\p{Lu}{1,10}|\p{Lu}\p{Ll}{1,2})[ .\/:_#-]?)?\d[\p{L}\d]*(?:[.\/:_#-][\p{L}\d]+| [-\/]\d+)+)(?:\).*|\s.*)?$/#
  }

  /// On the heading's own line a number without a label, letters in it, stands last.
  private static func last(in heading: String, place: Int) -> Candidate? {
    guard let word = heading.split(separator: " ").last, word.contains(where: \.isLetter), word.count < heading.count,
      let match = String(word).wholeMatch(of: form), match.label.isEmpty
    else { return nil }
    return Candidate(label: "", token: String(match.token), line: heading, place: place, isInHeading: true)
  }

  // Where words are left over in front of the number they would become a part of the title.
  private static func isKnown(_ candidate: Candidate, _ rules: RuleSet) -> Bool {
    let text = Array(candidate.line.utf8)
    return rules.rules(in: .caseNumber, near: text).contains { rule in
      guard let match = rule.firstMatch(in: text) else { return false }
      return candidate.isInHeading ? match.range.upperBound == text.count : match.range.lowerBound == 0
    }
  }

  /// The form, and whether the general rules cannot read such a number.
  private static func form(_ candidate: Candidate) -> (text: String, isOwn: Bool) {
    let label = candidate.label.isEmpty ? "" : "\(candidate.label) "
    let isKnown = CaseNumber.parse(prefixOf: Array(candidate.token.utf8)[...])?.length == candidate.token.utf8.count
    if isKnown, !label.isEmpty { return ("\(label){dnr}", false) }
    let shape = candidate.token.replacing(#/\p{L}+|\d+/#) { part in
      if part.output.first?.isLetter == true { return "{bokstäver}" }
      return part.output.count == 4 && (part.output.hasPrefix("19") || part.output.hasPrefix("20")) ? "{år}" : "{nummer}"
    }
    return (label + shape, true)
  }
}
