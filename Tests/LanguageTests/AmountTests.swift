import Foundation
import Language
import Testing

/// The units as a vocabulary file gives them.
let units = MoneyUnits(
  [
    .init("kr", factor: 1), .init("kronor", factor: 1), .init("krona", factor: 1), .init(":-", factor: 1, name: "kr"),
    .init("sek", factor: 1, mayPrecede: true), .init("tkr", factor: 1000), .init("t kr", factor: 1000, name: "tkr"),
    .init("mkr", factor: 1_000_000), .init("mnkr", factor: 1_000_000), .init("mdkr", factor: 1_000_000_000),
    .init("tusen", factor: 1000, role: .counter), .init("miljon", factor: 1_000_000, role: .multiplier),
    .init("miljoner", factor: 1_000_000, role: .multiplier), .init("miljarder", factor: 1_000_000_000, role: .multiplier),
    .init("öre", factor: Decimal(sign: .plus, exponent: -2, significand: 1)),
  ],
  approximations: ["cirka", "ca", "ca.", "c:a", "omkring", "ungefär", "drygt", "knappt", "närmare"])

/// Each sum as "text = value unit", with its doubt; the value without trailing zeros, "?" where it cannot be told.
private func read(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return AmountScanner.scan(bytes, units: units).map { amount in
    let written = String(decoding: bytes[amount.range], as: UTF8.self).replacingOccurrences(of: "\n", with: "⏎")
    let doubt = amount.doubt.map { " \($0)" } ?? ""
    return "\(amount.isApproximate ? "~" : "")\(written) = \(amount.value.map { "\($0)" } ?? "?")\(doubt)"
  }
}

@Suite("Sums of money")
struct AmountTests {
  @Test(
    "A sum has its exact value, its sign as written and its bytes",
    arguments: [
      ("ett underskott på -11,2 mnkr i år", ["-11,2 mnkr = -11200000"]),
      ("överskott (6,2mnkr) i år", ["6,2mnkr = 6200000"]),
      ("Resultat - 506 tkr.", ["- 506 tkr = -506000"]),
      ("Resultat − 500 tkr", ["− 500 tkr = -500000"]),
      ("Resultat –500 tkr", ["–500 tkr = -500000"]),
      ("uppgå till minus 7 000 tkr", ["minus 7 000 tkr = -7000000"]),
      ("uppgå till plus 7 000 tkr", ["plus 7 000 tkr = 7000000"]),
      ("Resultat +275 tkr.", ["+275 tkr = 275000"]),
      ("30,1 mkr", ["30,1 mkr = 30100000"]),
      ("överskott på 1 753¹ tkr", ["1 753¹ tkr = 1753000"]),
      ("12,4⁴ mnkr och 450 ² kr", ["12,4⁴ mnkr = 12400000", "450 ² kr = 450"]),
      ("3 500kr/dygn", ["3 500kr = 3500"]),
      ("1431 tkr", ["1431 tkr = 1431000"]),
      ("9 164 tkr", ["9 164 tkr = 9164000"]),
      ("9\u{A0}164\u{A0}tkr", ["9\u{A0}164\u{A0}tkr = 9164000"]),
      ("9\u{202F}164\u{2009}tkr", ["9\u{202F}164\u{2009}tkr = 9164000"]),
      ("1 250 000 000 kr", ["1 250 000 000 kr = 1250000000"]),
      ("1.753.000 kr", ["1.753.000 kr = 1753000"]),
      ("1.753,50 kr", ["1.753,50 kr = 1753.5"]),
      ("3.5 mnkr", ["3.5 mnkr = 3500000"]),
      ("0,125 mnkr", ["0,125 mnkr = 125000"]),
      ("0.125 mnkr", ["0.125 mnkr = 125000"]),
      ("cirka två miljoner kr", ["~två miljoner kr = 2000000"]),
      ("motsvarande 20 miljoner som", ["20 miljoner = 20000000"]),
      ("om totalt\n6 miljoner kronor", ["6 miljoner kronor = 6000000"]),
      ("tre miljoner", ["tre miljoner = 3000000"]),
      ("en halv miljon kronor", ["en halv miljon kronor = 500000"]),
      ("2 och en halv miljon kronor", ["2 och en halv miljon kronor = 2500000"]),
      ("två och en halv miljon kronor", ["två och en halv miljon kronor = 2500000"]),
      ("tjugofem tusen kronor", ["tjugofem tusen kronor = 25000"]),
      ("500 tusen kronor", ["500 tusen kronor = 500000"]),
      ("22 kronor och 15 öre", ["22 kronor och 15 öre = 22.15"]), ("fastställs till 21 kr 5 öre.", ["21 kr 5 öre = 21.05"]),
      ("22 kronor och 15 barn", ["22 kronor = 22"]),
      ("Tvåhundra kronor", ["Tvåhundra kronor = 200"]),
      ("1100 kronor per konto", ["1100 kronor = 1100"]),
      ("408 093 tkr.", ["408 093 tkr = 408093000"]),
      ("SEK 1 500 per år", ["SEK 1 500 = 1500"]),
      ("1 500 SEK", ["1 500 SEK = 1500"]),
      ("250:- per styck", ["250:- = 250"]),
      ("12 t kr", ["12 t kr = 12000"]),
      ("45 öre", ["45 öre = 0.45"]),
      ("samt -2\nmnkr för", ["-2⏎mnkr = -2000000"]),
      ("Utfallet är - 221\ntkr.", ["- 221⏎tkr = -221000"]),
      ("omkring -\n\n500 tkr", ["~-⏎⏎500 tkr = -500000"]),
      ("uppgå till minus \n\n7 000 tkr", ["minus ⏎⏎7 000 tkr = -7000000"]),
      ("social-\n500 tkr", ["500 tkr = 500000"]),
      ("600.000 kronor", ["600.000 kronor = 600000"]),
      ("ca 6 000 tkr", ["~6 000 tkr = 6000000"]),
      ("ca. 6 000 TKR", ["~6 000 TKR = 6000000"]),
      ("omkring -3 mnkr", ["~-3 mnkr = -3000000"]),
      ("Resultat 2023 -506 tkr", ["-506 tkr = -506000"]),
      ("Resultat 2023 - 506 tkr", ["- 506 tkr = -506000"]),
      ("år 2023 753 tkr", ["753 tkr = 753000"]),
      ("från 300 kronor till 400 kronor", ["300 kronor = 300", "400 kronor = 400"]),
      ("2023-12-31 500 kr", ["500 kr = 500"]),
      ("blev 2,8 (1,2) mkr", ["2,8 (1,2) mkr = 2800000"]),
      ("till 1 234 (1 100) tkr", ["1 234 (1 100) tkr = 1234000"]),
      ("blev -3,4 (−1,2) mkr", ["-3,4 (−1,2) mkr = -3400000"]),
      ("12 (tolv) kronor", ["12 (tolv) kronor = 12"]),
      ("Resultat 2023 (2022) tkr", []), ("§ 12 (13) kr", []), ("tabell (12) kr", []),
    ])
  func sums(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(
    "A range is two sums, neither below zero",
    arguments: [
      ("varierar mellan 300 - 485 kronor", ["300 = 300", "485 kronor = 485"]),
      ("10-12 mnkr", ["10 = 10000000", "12 mnkr = 12000000"]),
      ("10–12 mnkr", ["10 = 10000000", "12 mnkr = 12000000"]),
      ("300-1 500 kronor", ["300 = 300", "1 500 kronor = 1500"]),
      ("mellan 3 och 5 mnkr", ["3 = 3000000", "5 mnkr = 5000000"]),
      ("från 3 till 5 mnkr", ["3 = 3000000", "5 mnkr = 5000000"]),
      ("från 300-1 500 kr", ["300 = 300", "1 500 kr = 1500"]),
      ("3,2 resp. 4,1 mkr", ["3,2 = 3200000", "4,1 mkr = 4100000"]),
      ("3 à 4 miljoner", ["3 = 3000000", "4 miljoner = 4000000"]),
      ("3 respektive 5 mnkr", ["3 = 3000000", "5 mnkr = 5000000"]),
      ("två-tre miljoner kronor", ["två = 2000000", "tre miljoner kronor = 3000000"]),
      ("300 kr - 485 kr", ["300 kr = 300", "485 kr = 485"]),
      ("300 kr–485 kr", ["300 kr = 300", "485 kr = 485"]),
    ])
  func ranges(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(
    "What may be read in two ways says so",
    arguments: [
      ("2023 tkr", ["2023 tkr = 2023000 year"]),
      ("1.753 tkr", ["1.753 tkr = ? figure"]),
      ("1,753,000 kr", ["1,753,000 kr = ? figure"]),
      ("053 tkr", ["053 tkr = ? figure"]),
      ("266 377 310 000 tkr", ["266 377 310 000 tkr = ? implausible"]),
      ("99999999999999999999999 kr", ["99999999999999999999999 kr = ? implausible"]),
      ("+/- 500 tkr", ["+/- 500 tkr = ? sign"]),
      ("± 500 tkr", ["± 500 tkr = ? sign"]),
      ("satsas:\n- 500 tkr till lek", ["- 500 tkr = -500000 sign"]),
      ("summan – 500 tkr – räcker", ["– 500 tkr = -500000 sign"]),
      ("1 753 -506 tkr", ["-506 tkr = -506000 sign"]),
      ("budget-500 tkr", ["500 tkr = 500000 sign"]),
      ("uppgår till 12\n500 tkr", ["12⏎500 tkr = 12500000 lineBreak"]),
      ("1/2 miljon", ["2 miljon = ? figure"]),
      ("500-600 000 kronor", ["500 = ? figure", "600 000 kronor = 600000"]),
      ("-5-7 mkr", ["5 = 5000000 sign", "7 mkr = 7000000 sign"]),
      ("på500 tkr", ["500 tkr = 500000 glued"]),
      ("Utfall\n12\ntkr", ["12⏎tkr = 12000 tableHead"]),
    ])
  func doubts(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(
    "What is no sum is left alone",
    arguments: [
      "omkring 3 %", "Kostnad kr/inv", "12 timmar", "tre ledamöter", "§ 16 kr", "§ 16 kronor", "Belopp i tkr", "(tusen kronor)",
      "miljoner kronor", "kronor per konto och år", "500 tusen invånare", "SLK-2023-00021:-1", "12 krav", "3 mkrona", "2024.02.21 kr",
      "12        tkr", "mellan 2022 och 2023", "Tkr", "utfall per 2024-12-31\ntkr",
      "2023-24 tkr", "2023–2024 tkr", "", "kr", "-", "0", ":-",
    ])
  func noSums(text: String) {
    #expect(read(text) == [])
  }

  @Test("Millions without a currency are told from those with one")
  func currency() {
    let amounts = AmountScanner.scan(Array("20 miljoner, 5 miljoner kronor och 3 tkr".utf8), units: units)
    #expect(amounts.map(\.hasCurrency) == [false, true, true])
    #expect(amounts.map(\.unit) == ["miljoner", "miljoner kronor", "tkr"])
  }

  @Test("A part of a text gives the bytes of the whole")
  func slice() {
    let text = Array("Först 5 tkr, sedan 7 tkr.".utf8)
    let amounts = AmountScanner.scan(text[13...], units: units)
    #expect(amounts.map { String(decoding: text[$0.range], as: UTF8.self) } == ["7 tkr"])
  }

  @Test("Sums keep öre exact")
  func exactness() {
    let amounts = AmountScanner.scan(Array("0,1 kr 0,2 kr 0,3 kr".utf8), units: units)
    #expect((amounts[0].value ?? 0) + (amounts[1].value ?? 0) == amounts[2].value)
  }
}
