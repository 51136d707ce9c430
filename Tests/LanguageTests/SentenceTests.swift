import Language
import Testing

/// A sentence's end is marked with "|" in the text.
private func marked(_ text: String, linesAreBlocks: Bool = false) -> String {
  let bytes = Array(text.utf8)
  let splitter = SentenceSplitter(abbreviations: ["sbk."], linesAreBlocks: linesAreBlocks)
  return splitter.split(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "|")
}

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "A sentence ends where the mark stands",
    arguments: [
      "Nämnden beslutar.|Ordföranden yrkar bifall.", "Nämnden beslutar.¹|Ordföranden yrkar bifall.⁴|Han sa nej.",
      "Vad kostar det?|Det vet ingen!|Nej.", "Han sa ”nej.”|Sedan gick han.",
      "(Se bilaga.)|Nämnden noterar.",
      "Målet är uppnått.|”Bra”, sa hon.", "Det kostar 5 mnkr.|14 personer berörs.", "Beslutet togs 2023.|Nämnden noterar det.",
      "enligt § 132.|Sammantaget är det bra.",
      "Det blev dyrt.|– Ja, sa hon.", "Budgeten är 3.5 mnkr.", "Mer pengar … Nej.",
      "Barn, unga m.m.|Nämnden beslutar.", "Anna Ek m.fl. (S) yrkar bifall.", "Det är klart, osv.|Vi går vidare.",
      "Kostnaden är 5 kr.|Det räcker.", "Det var 68 st.|Upp till fyra kom.", "Det var 68 st. 2023.", "Stöd till bl.a. Röda Korset.",
      "T.ex. Anna Ek.", "enligt 3 kap. 9 § lagen.",
      "se nr. 5 och dnr. VSF.2023.247.", "kl. 13.00 börjar mötet.",
      "ca. 300 kr.", "resp. Nämnd.", "s.k. LSS-boende.", "fr.o.m. 2024 t.o.m. 2025.", "inkl. Moms.", "dvs. Nämnden.", "p.g.a. Covid.",
      "A. Svensson yrkar.", "Anna J. P. Ek yrkar.",
      "21 feb. 2024 kom den.", "Enligt sbk. Detaljplan finns.", "1. Nämnden godkänner.|2. Ärendet skickas.",
      "SN.2023.373 och VSF.2023 gäller.",
      "www.bjorkmala.se är adressen.", "2.6.1 Ekonomi", "Ordf. Anna Ek.", "Det gick bra , sa hon. , och", "bilaga 1.|2.", "",
    ])
  func ends(text: String) {
    let unmarked = text.split(separator: "|").joined(separator: " ")
    #expect(marked(unmarked) == text)
  }

  @Test(
    "A missing space after the point is seen",
    arguments: [
      ("Målet är uppnått.Sammantaget är det bra.", "Målet är uppnått.|Sammantaget är det bra."),
      ("enligt § 132.Sammantaget är det bra.", "enligt § 132.|Sammantaget är det bra."),
      ("(se bilaga).Sammantaget är det bra.", "(se bilaga).|Sammantaget är det bra."),
      ("VSF.2023.247", "VSF.2023.247"), ("A.Svensson", "A.Svensson"), ("bl.a.Röda", "bl.a.Röda"), ("SN.Nämnd", "SN.Nämnd"),
    ])
  func glued(text: String, expected: String) {
    #expect(marked(text) == expected)
  }

  @Test("Blank lines, page breaks and bullets end a sentence; a line break alone does not")
  func blocks() {
    #expect(marked("Rubrik\n\nText som\ngår vidare\u{C}Sida") == "Rubrik|Text som\ngår vidare|Sida")
    #expect(marked("att satsa\n- ett\n- två\n• tre") == "att satsa|- ett|- två|• tre")
    #expect(marked("Rubrik\nText", linesAreBlocks: true) == "Rubrik|Text")
  }
}
