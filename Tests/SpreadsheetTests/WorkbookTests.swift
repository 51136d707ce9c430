import Foundation
import Spreadsheet
import Testing

@Suite("Workbooks")
struct WorkbookTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "paragraf-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("A text that no cell takes is cut and does not stop the book")
  func longText() throws {
    try inFolder { folder in
      let sheet = Sheet(name: "Blad", columns: ["text"], rows: [[.text(String(repeating: "å", count: 40_000))]])
      try Workbook.write([sheet], to: folder + "/ut.xlsx")
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/ut.xlsx")).starts(with: Data("PK".utf8)))
    }
  }

  @Test("A sheet takes as many rows as Excel does, and says where it ends")
  func rows() throws {
    try inFolder { folder in
      let book = try Workbook(path: folder + "/ut.xlsx")
      let page = try book.begin(Sheet(name: "Blad", columns: ["n"]))
      try page.append(Array(repeating: [.empty], count: 1_048_575))
      let failure = try #require(#expect(throws: Workbook.Failure.self) { try page.append([[.number(1)]]) })
      #expect(failure.description.contains("1 048 575 rader"))
    }
  }

  @Test("A folder that is not there is a failure with its reason")
  func noFolder() throws {
    try inFolder { folder in
      let sheet = Sheet(name: "Blad", columns: ["n"], rows: [[.number(1)]])
      #expect(throws: Workbook.Failure.self) { try Workbook.write([sheet], to: folder + "/saknas/ut.xlsx") }
    }
  }
}
