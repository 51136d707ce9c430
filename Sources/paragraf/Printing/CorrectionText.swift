import Corrections

/// Corrections by document, for a person.
enum CorrectionText {
  /// - Parameter names: the documents' file names by their ids.
  static func text(of corrections: [Correction], names: [String: String], on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    text.entry(Swedish.count(corrections.count, "rättelse", "rättelser"))
    for (document, all) in Dictionary(grouping: corrections, by: \.document).sorted(by: { name($0.key, names) < name($1.key, names) }) {
      text.heading(name(document, names))
      for correction in all { add(correction, to: &text) }
    }
    return text.string
  }

  private static func name(_ document: String, _ names: [String: String]) -> String {
    names[document] ?? "dokument som inte längre finns i arkivet (\(document.prefix(8)))"
  }

  static func add(_ correction: Correction, to text: inout TextLayout) {
    let place = correction.place
    let paragraf = place.paragraf.map { "§\u{A0}\($0) " } ?? ""
    let number = place.list == .paragraf || place.list == .document ? "" : " \(place.number)"
    let page = correction.page.map { "sida \($0)" } ?? ""
    text.entry("\(paragraf)\(place.list.name)\(number): \(verdict(correction.verdict))", mark: "•  ", place: page)
    let names = Dictionary(place.list.fields.map { ($0.key, $0.name) }) { first, _ in first }
    for (key, value) in correction.mended.sorted(by: { $0.key < $1.key }) {
      let name = names[key] ?? key
      let read = correction.read[key] ?? ""
      text.entry("\(name): ”\(value)” i stället för ”\(read)”", indent: 3)
    }
    if !correction.note.isEmpty { text.entry(correction.note, indent: 3) }
    text.entry("\(correction.who), \(correction.at.prefix(10))", indent: 3, style: text.terminal.faint)
  }

  private static func verdict(_ verdict: Correction.Verdict) -> String {
    switch verdict {
    case .right: "stämmer"
    case .wrong: "stämmer inte"
    case .mended: "ska vara på annat sätt"
    case .withdrawn: "taget tillbaka"
    }
  }
}

extension TextLayout {
  /// What readers have said of the facts above, which are shown as they were read.
  mutating func add(corrections: [Correction]) {
    if corrections.isEmpty { return }
    heading("Rättelser av läsare")
    for correction in corrections { CorrectionText.add(correction, to: &self) }
  }
}
