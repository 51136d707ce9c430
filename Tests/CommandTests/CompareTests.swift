import Foundation
import Testing

@Suite("compare and reconcile", .needsProgram)
struct CompareTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// Two years of an invented nämnd; the second looks back on the first, and its sum is wrong.
  private func writeReports() throws {
    func report(_ year: Int, _ rows: [String]) -> String {
      """
      Björkmåla kommun
      Kulturnämnden

      Årsredovisning \(year)

      Ekonomi

      Driftredovisning (tkr)
      Verksamhet              Budget \(year)     Utfall \(year)     Avvikelse     Utfall \(year - 1)
      \(rows.joined(separator: "\n"))

      """
    }
    try desk.write(
      report(
        2022,
        [
          "Bibliotek                    1 200           1 300          -100          1 100",
          "Musikskola                   2 200           2 150            50          2 050",
          "Summa                        3 400           3 450           -50          3 150",
        ]), to: "in/kn-2022.txt")
    try desk.write(
      report(
        2023,
        [
          "Bibliotek                    1 250           1 240            10          1 310",
          "Musikskola                   2 300           2 400          -100          2 150",
          "Summa                        3 550           3 740           -90          3 460",
        ]), to: "in/kn-2023.txt")
  }

  @Test("compare answers from the archive: a figure by unit, measure and year, and what was restated")
  func archive() throws {
    try writeReports()
    try desk.program.run("index", "in").expectDone()
    let all = try desk.program.run("compare")
    #expect(all.code == 0 && all.output.contains("1 300") && all.output.contains("Omräknat: Bibliotek, utfall 2022"))
    let one = try desk.program.run("compare", "--unit", "bibliotek", "--measure", "resultat", "--year", "2022", "--format", "csv")
    #expect(
      one.code == 0 && one.output.contains("Resultat,Bibliotek") && one.output.contains(",-100,-100,tkr,")
        && !one.output.contains("Musikskola"))
    #expect(try desk.program.run("compare", "--body", "Vägnämnden").code == 1)
    #expect(try desk.program.run("compare", "--format", "xlsx").code == 2)
    #expect(try desk.program.run("compare", "--format", "xlsx", "--out", "saknas/ut.xlsx").code == 2)
    try desk.program.run("compare", "--format", "html", "--out", "ut.html").expectDone()
    #expect(String(decoding: try desk.data("ut.html"), as: UTF8.self).contains("kn-2023.txt s. 1"))
  }

  @Test("compare reads files where they are given, and needs no archive")
  func files() throws {
    try writeReports()
    let run = try desk.program.run("compare", "in/kn-2022.txt", "in/kn-2023.txt", "--format", "json")
    #expect(run.code == 0 && run.output.contains("\"omräknat\""))
    #expect(!desk.exists("paragraf.db"))
  }

  @Test("reconcile: 0 for nothing, 1 for findings with both places, 2 for a file that cannot be read")
  func reconcile() throws {
    try writeReports()
    #expect(try desk.program.run("reconcile", "in/kn-2022.txt").code == 0)
    let wrong = try desk.program.run("reconcile", "in/kn-2023.txt")
    #expect(wrong.code == 1 && wrong.output.contains("3 740") && wrong.output.contains("3 640"))
    let both = try desk.program.run("reconcile", "in/kn-2022.txt", "in/kn-2023.txt", "--format", "json")
    #expect(both.code == 1 && both.output.contains("\"omräknad\"") && both.output.contains("paragraf-reconcile/1"))
    #expect(try desk.program.run("reconcile", "saknas.pdf").code == 2)
  }
}
