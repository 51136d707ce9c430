import Documents
import Pages
import Testing

/// Footnotes stand apart: no sentence and no section holds them.
@Suite struct NoteTests {
  private let front = ["Björkmåla kommun", "Sammanträdesprotokoll", "Socialnämnden", "2024-03-12"].map { PrintedLine($0) }
  private let note = PrintedLine("¹ Beslut i kommunfullmäktige den 27 november.", size: 8, stream: .note)

  private func segment(_ pages: [[PrintedLine]]) throws -> MunicipalDocument { try Repository.segmenter.get().segment(typeset(pages)) }

  private func paragraf(_ number: Int, _ lines: [PrintedLine]) -> [PrintedLine] {
    [PrintedLine("§ \(number) Taxa för tillsyn", size: 13, isBold: true), PrintedLine(""), PrintedLine("Beslut", isBold: true)] + lines
      + [PrintedLine("")]
  }

  @Test func aSentenceGoesOnOverThePageAndTheNote() throws {
    let first = paragraf(4, [PrintedLine("Socialnämnden godkänner taxan för tillsyn och den gäller från"), PrintedLine(""), note])
    let second = [PrintedLine("årsskiftet för alla som söker."), PrintedLine("")] + paragraf(5, [PrintedLine("Socialnämnden tackar.")])
    let document = try segment([front, first, second])
    let decision = try #require(document.paragrafer.first?.sections.first { $0.kind == .decision })
    #expect(
      document.blocks(decision.lines).map(\.passage.string) == [
        "Socialnämnden godkänner taxan för tillsyn och den gäller från årsskiftet för alla som söker."
      ])
  }

  @Test func itIsKnownWithItsPlace() throws {
    let first = paragraf(4, [PrintedLine("Socialnämnden godkänner taxan."), PrintedLine(""), note])
    let document = try segment([front, first, paragraf(5, [PrintedLine("Socialnämnden tackar.")])])
    let paragrafer = document.paragrafer.map(\.heading)
    #expect(document.notes.map { String(decoding: document.text($0), as: UTF8.self) } == [note.text])
    #expect(document.notes(from: paragrafer[0], to: paragrafer[1]) == document.notes)
    #expect(document.notes(from: paragrafer[1], to: nil) == [])
    #expect(document.roles[document.notes[0]]?.role == "fotnot")
  }
}
