import Foundation
import Testing
import Workers

@Suite("Workers side by side")
struct WorkerPoolTests {
  /// The program lies where the tests lie.
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("paragraf").path

  private func write(_ name: String, sections: Int, in folder: String) throws -> String {
    let section = { (number: Int) in
      "§ \(number) Avgift för plats \(number) Dnr SN 2024/\(number)\n\nBeslut\nSocialnämnden beslutar att höja avgiften.\n\n"
    }
    let text = "Björkmåla kommun\nSocialnämnden\nSammanträdesprotokoll\n2024-03-07\n\n" + (1...sections).map(section).joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    return folder + "/" + name
  }

  @Test("One that is done begins the next file while another is still busy, and the answers come in the order of the files")
  func noneIsKeptWaiting() throws {
    let folder = NSTemporaryDirectory() + "pool-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var files = [try write("0.txt", sections: 2000, in: folder)]
    for number in 1...5 { files.append(try write("\(number).txt", sections: 1, in: folder)) }
    var asked = 0
    var askedAtFirst = 0
    var order: [Int] = []
    try WorkerPool(WorkerProgram([Self.program, "worker", "--ocr", "never"]), jobs: 2).read(
      withSections: false,
      next: {
        defer { asked += 1 }
        return asked < files.count ? files[asked] : nil
      },
      finished: { number, answer in
        if number == 0 { askedAtFirst = asked }
        order.append(number)
        _ = try answer.get()
      })
    #expect(order == Array(files.indices))
    #expect(askedAtFirst >= files.count)
  }
}
