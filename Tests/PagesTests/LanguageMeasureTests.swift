import Pages
import Testing

/// Whether a text is language is measured; where it cannot be told, it is.
@Suite struct LanguageMeasureTests {
  private static let swedish = """
    Nämnden beslutar att höja avgiften för trygghetslarm från och med den första september. Förvaltningen får i uppdrag att följa upp
    kvalitetsarbetet inom hemtjänsten och redovisa resultatet för arbetsutskottet.
    """

  private func measure(_ text: String) -> LanguageMeasure { LanguageMeasure(Array(text.utf8), words: WordList()) }

  /// Every letter and sign moved in Unicode, as by a font whose map is lost.
  private static func shifted(_ text: String, by distance: Int) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == " " || $0 == "\n" ? $0 : Unicode.Scalar(UInt32(Int($0.value) + distance)) ?? $0 }))
  }

  @Test(.enabled(if: !WordList().isMissing, "wswedish is not installed")) func theListKnowsMostWordsOfSwedish() {
    let measure = measure(Self.swedish)
    // Four of the 27 words of three letters or more are compounds, which are looked into only where the list leaves a doubt.
    #expect(measure.words == 27 && measure.known >= 22 && measure.isLanguage)
  }

  @Test(arguments: [
    "The committee decided to raise the fee for personal alarms from the first of September and asked the office to report on the quality of care.",
    "Kaupunginvaltuusto päätti korottaa turvapuhelinmaksua syyskuun alusta lähtien ja pyysi virastoa raportoimaan kotihoidon laadusta.",
    "Annika Lövdahl Per-Olof Strandh Henrik Brolund Tove Askling Disa Björnram Ibrahim Said Zbigniew Wójcik Nguyễn Thị Mai Göran Åsenhammar",
    "2 450 2 398 -52 1 180 12,5 % 97 % 2024-03-12 450-3321 100 200 300 400 500 600 700",
    "KS KF SN AU HVB LSS SoL IVO SKR BRÅ tkr mnkr dnr TN SFS HSL KPMG ÄO IFO VoO BUN MBN",
    "Муниципалитет принял решение повысить плату за сигнализацию безопасности с первого сентября этого года",
    "", "Bilaga 1",
  ])
  func whatElsePagesHoldIsLanguage(_ text: String) { #expect(measure(text).isLanguage) }

  @Test(arguments: [-29, 1, 3, -1]) func shiftedLettersAreNone(_ distance: Int) {
    #expect(!measure(Self.shifted(Self.swedish, by: distance)).isLanguage)
  }

  @Test func glyphsWithoutAMeaningAreNone() {
    #expect(!measure(Self.shifted(Self.swedish, by: 0xE000)).isLanguage)
    #expect(!measure("\u{1}\u{2}\u{3}\u{4} \u{5}\u{6}\u{7}\u{8} \u{E}\u{F}").isLanguage)
  }

  @Test func leadersOfControlCharactersAreNoGarbage() {
    let contents = (1...12).map { "Sammanfattning " + String(repeating: "\u{8}", count: 60) + " \($0)" }.joined(separator: "\n")
    #expect(measure(contents).isLanguage)
  }

  @Test func bytesThatAreNoTextAreMeasuredWithoutHarm() {
    for seed in 0..<64 {
      _ = LanguageMeasure((0..<300).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ seed &* 97 &+ $0 &* $0) }, words: WordList())
    }
  }
}
