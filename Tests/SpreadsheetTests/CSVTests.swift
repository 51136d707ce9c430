import Foundation
import Spreadsheet
import Testing

@Suite("Rows as CSV")
struct CSVTests {
  @Test("Texts with commas, quotation marks and line breaks are quoted; numbers have a point")
  func quoting() {
    let cells: [Sheet.Cell] = [.text("a, b"), .text("sa \"nej\""), .text("rad\nrad"), .number(12.5), .empty, .init(7)]
    #expect(CSV.line(cells) == "\"a, b\",\"sa \"\"nej\"\"\",\"rad\nrad\",12.5,,7\r\n")
  }

  @Test(
    "What a spreadsheet would run is made text",
    arguments: ["=1+1", "=HYPERLINK(\"x\")", "+SUM(A1)", "-1+1", "@namn", "\t=1", "- kostnader", "＝1", "-"])
  func formulas(text: String) {
    let line = CSV.line([.text(text)])
    #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
  }

  @Test("A number with its sign, and a sign inside a text, are left", arguments: ["-1 200,5", "+3 %", "−5", "a=b", "KS 2024/1", ""])
  func numbers(text: String) {
    #expect(CSV.line([.text(text)]) == (text.contains(",") ? "\"\(text)\"\r\n" : "\(text)\r\n"))
  }
}
