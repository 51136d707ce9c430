internal import Facts
internal import PDFReading
internal import Pages

/// What is to be said of how the pages were read: which were not, and why; which were recognised from their image, and how surely.
struct PageDoubts {
  let pages: [Page]
  /// Pages that no reader came through.
  let lost: LostPages?
  let mode: RecognitionMode

  /// A page below this is said to be unsure. Clean print comes out at 0.9 and more, handwriting and blurred copies below 0.7.
  private static let sure = 0.75
  /// A figure below this is said to be unsure: that is where figures turned out wrong (an 0 read as 6), while most that are right have 0.9 and more.
  private static let sureFigure = 0.88

  func note(in facts: inout FactsDocument) {
    let recognised = pages.filter { confidence(of: $0) != nil }
    facts.document.unreadPages = pages.filter { reason(of: $0) != nil }.map(\.number)
    facts.document.recognisedPages = recognised.map(\.number)
    // Opening the model takes half a second and much memory: where no page was recognised there is nothing to say of it.
    if !recognised.isEmpty, let model = RecognitionModel.installed {
      let confidence = recognised.compactMap(confidence).map { ($0 * 100).rounded() / 100 }
      facts.document.recognition = TextRecognition(by: model.description, confidence: confidence)
    }
    if let lost { facts.doubts.append(lost.doubt) }
    facts.doubts += unread() + garbled() + unsure(recognised) + unsureFigures(of: facts)
  }

  private func confidence(of page: Page) -> Double? { if case .recognised(let confidence) = page.origin { confidence } else { nil } }

  private func reason(of page: Page) -> PageOrigin.Reason? { if case .unread(let reason) = page.origin { reason } else { nil } }

  private func unread() -> [Doubt] {
    let known = Set(lost?.numbers ?? [])
    let reasons: [(PageOrigin.Reason, String)] = [
      (.damaged, "kunde inte läsas; se efter i en PDF-läsare"),
      (.noText, "har ingen text: tom, eller en bild som behöver textigenkänning; läs om med --ocr auto"),
      (.noLanguage, "har text som inte går att läsa (felkodade tecken) och behöver textigenkänning; läs om med --ocr auto"),
      (
        .noRecognition,
        "har ingen läsbar text och behöver textigenkänning; installera tesseract-ocr-script-latn eller tesseract-ocr-swe och läs om"
      ),
    ]
    return reasons.compactMap { reason, words in
      let numbers = pages.filter { self.reason(of: $0) == reason && !known.contains($0.number) }.map(\.number)
      return numbers.isEmpty ? nil : Doubt(message: "\(subject(numbers)) \(words).", page: numbers.first)
    }
  }

  private func garbled() -> [Doubt] {
    let numbers = pages.filter { $0.origin == .garbled }.map(\.number)
    return numbers.isEmpty
      ? []
      : [
        Doubt(
          message: "\(subject(numbers)) har text som inte är språk, och textigenkänning gav inget bättre; jämför med sidan.",
          page: numbers.first)
      ]
  }

  /// "Sidan 3", or "Dokumentet" for all pages.
  private func subject(_ numbers: [Int]) -> String {
    if numbers.count == pages.count { return "Dokumentet" }
    return "\(numbers.count == 1 ? "Sidan" : "Sidorna") \(PageList.words(numbers))"
  }

  private func unsure(_ recognised: [Page]) -> [Doubt] {
    var doubts: [Doubt] = recognised.compactMap { page in
      guard let confidence = confidence(of: page), confidence < Self.sure else { return nil }
      let what =
        page.lines.isEmpty ? "är en bild där ingen text kunde kännas igen" : "är textigenkänd med låg säkerhet (\(percent(confidence)))"
      return Doubt(message: "Sidan \(page.number) \(what); jämför med sidan.", page: page.number)
    }
    if let first = recognised.first, RecognitionModel.installed?.knowsSigns == false {
      let message =
        "\(subject(recognised.map(\.number))): texten är igenkänd med en modell som läser § och % som siffror; "
        + "installera tesseract-ocr-script-latn och läs om."
      doubts.insert(Doubt(message: message, page: first.number), at: 0)
    }
    return doubts
  }

  private func unsureFigures(of facts: FactsDocument) -> [Doubt] {
    var figures: [(what: String, source: Evidence?)] = facts.amounts.map { ("Beloppet ”\($0.asWritten)”", $0.source) }
    figures += facts.paragraphs.flatMap { paragraf in paragraf.votes.map { ("Voteringen i § \(paragraf.designation)", $0.source) } }
    figures += facts.tables.map { ("Tabellen" + ($0.title.map { " ”\($0)”" } ?? ""), $0.source) }
    figures += facts.indicators.map { ("Nyckeltalet ”\($0.name)”", $0.source) }
    return figures.compactMap { what, source in
      guard let source, let confidence = source.confidence, confidence < Self.sureFigure else { return nil }
      return Doubt(message: "\(what) är textigenkänt och osäkert (\(percent(confidence))); jämför med sidan.", page: source.page)
    }
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
