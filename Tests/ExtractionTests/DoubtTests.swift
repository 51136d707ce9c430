import Facts
import Testing

/// What could not be read is said, never hidden.
@Suite struct DoubtTests {
  @Test func aGapInTheSeriesOfParagraferIsSaid() throws {
    let text =
      "Sammanträdesprotokoll\nSocialnämnden\n2024-03-12\n\n§ 12 Tillsyn\n\nBeslut\nPlanen godkänns.\n\n§ 14 Information\n\nBeslut\nInformationen antecknas.\n"
    #expect(try facts(text).doubts.contains { $0.message.contains("§ 13") })
  }

  @Test func anUnbrokenSeriesGivesNoDoubt() throws {
    #expect(try facts(minutes("Beslut\nPlanen godkänns.")).doubts.isEmpty)
  }

  @Test func minutesWithoutParagraferAreADoubt() throws {
    let found = try facts("Sammanträdesprotokoll\nSocialnämnden\nSammanträdesdatum: 2024-03-12\n\nPlanen godkänns.\n")
    #expect(found.document.type == "protokoll" && found.paragraphs.isEmpty && !found.doubts.isEmpty)
  }

  @Test func aReportHasNoParagrafer() throws {
    #expect(try facts(report("Ekonomi\n\nEnligt § 12 i reglementet ska nämnden redovisa.")).paragraphs.isEmpty)
  }
}
