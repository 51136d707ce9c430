/// Compares the § of minutes with their parts.
struct MinutesScorer {
  var board = Board()

  private static let fields = ["title", "diarienummer", "process_code", "outcome"]
  /// Lists of texts, with how alike two must be to be one.
  private static let texts: [(name: String, least: Double)] = [
    ("motions", 0.9), ("decisions", 0.9), ("reservations", 0.8), ("statements", 0.8), ("recipients", 0.8), ("basis", 0.8),
    ("recusals", 0.8),
  ]

  mutating func compare(_ gold: [JSONValue], with found: [JSONValue]) {
    let name = { (paragraf: JSONValue) in "§ \(paragraf["number"].text) \(paragraf["title"].text)" }
    let pairs = board.match("paragraph", gold, found, named: name, alike: { $0["number"].text == $1["number"].text ? 1 : 0 })
    let partner = Dictionary(uniqueKeysWithValues: pairs.map { ($0.gold, found[$0.found]) })
    for (index, paragraf) in gold.enumerated() { compare(paragraf, with: partner[index] ?? .object([:])) }
  }

  private mutating func compare(_ gold: JSONValue, with found: JSONValue) {
    let place = "§ \(gold["number"].text): "
    board.compareFields("paragraph", Self.fields.filter { gold[$0] != nil }, gold: gold, found: found, place: place)
    for (name, least) in Self.texts where gold[name] != nil {
      let (wanted, have) = (gold[name].items.map(Named.init), found[name].items.map(Named.init))
      let alike = { (one: Named, other: Named) in one.compared.similarity(to: other.compared) }
      let pairs = board.match(name, wanted, have, least: least, named: { place + $0.text }, alike: alike)
      guard name == "motions" else { continue }
      for pair in pairs {
        board.compareFields(name, ["mover"], gold: wanted[pair.gold].value, found: have[pair.found].value, place: place)
      }
    }
    compareReferences(gold, found, place)
    compareVotes(gold, found, place)
  }

  private mutating func compareReferences(_ gold: JSONValue, _ found: JSONValue, _ place: String) {
    guard gold["references"] != nil else { return }
    let key = { (reference: JSONValue) in "\(reference["date"].text) § \(reference["paragraph"].text)" }
    let alike = { (one: JSONValue, other: JSONValue) in key(one) == key(other) ? 1.0 : 0 }
    board.match("references", gold["references"].items, found["references"].items, named: { place + key($0) }, alike: alike)
  }

  private mutating func compareVotes(_ gold: JSONValue, _ found: JSONValue, _ place: String) {
    guard gold["votes"] != nil else { return }
    let (wanted, have) = (gold["votes"].items, found["votes"].items)
    let tally = { (vote: JSONValue) in ["yes", "no", "abstain"].map { vote[$0]?.number ?? 0 } }
    let named = { (vote: JSONValue) in place + tally(vote).map { String(Int($0)) }.joined(separator: "–") }
    let pairs = board.match("votes", wanted, have, named: named) { tally($0) == tally($1) ? 1 : 0 }
    for pair in pairs {
      compareNames(wanted[pair.gold], have[pair.found], place)
      let meanings = ["yes_means", "no_means"].filter { wanted[pair.gold][$0] != nil }
      board.compareFields("votes", meanings, gold: wanted[pair.gold], found: have[pair.found], place: place)
    }
  }

  /// Who voted what, where the annotation names them: a name counts with its side.
  private mutating func compareNames(_ gold: JSONValue, _ found: JSONValue, _ place: String) {
    let sides = ["yes", "no", "abstain", "absent"]
    guard sides.contains(where: { gold["\($0)_names"] != nil }) else { return }
    let names = { (vote: JSONValue) in
      sides.flatMap { side in vote["\(side)_names"].items.map { "\(side): \(ComparedText($0.text).normalised)" } }
    }
    board.match("votes.names", names(gold), names(found), named: { place + $0 }, alike: { $0 == $1 ? 1 : 0 })
  }
}

/// A fact with a text, or a text alone, ready to be compared.
struct Named {
  let value: JSONValue
  let text: String
  let compared: ComparedText

  init(_ value: JSONValue) {
    self.value = value
    if case .object = value { text = value["text"].text } else { text = value.text }
    compared = ComparedText(text)
  }
}
