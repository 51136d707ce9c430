import Foundation
import Rules
import Testing

/// Compiled patterns are kept from one run to the next, and whatever is wrong with the file costs time alone.
struct PatternStoreTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("patterns-\(UUID().uuidString)")
  private var file: String { folder.appendingPathComponent("kept/patterns").path }

  /// 64 letters that any changed byte changes.
  private static func digest(_ bytes: [UInt8]) -> String {
    let sum = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }

  /// The ids of the rules that match, and how many patterns were compiled.
  private func read(_ rules: String, _ text: String) throws -> (ids: [String], compiled: Int) {
    let place = folder.appendingPathComponent("rules/facts")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(rules.utf8).write(to: place.appendingPathComponent("a.yaml"))
    let store = PatternStore(path: file, hash: Self.digest)
    let set = try RuleSet(folder: folder.appendingPathComponent("rules").path, store: store, hash: { _ in "" })
    store.save()
    #expect(set.problems.isEmpty)
    let bytes = Array(text.utf8)
    return (set.rules(in: .decision, near: bytes).filter { $0.firstMatch(in: bytes) != nil }.map(\.id), store.compiled)
  }

  private static let rules =
    rule("^(?:bifall|avslag) till (?<what>.+)$")
      + """

      - id: prov.tva
        about: Två mönster.
        source: provet
        scope: decision
        pattern: ['\\d+ kronor', '(?:ingen|inga) (?:avgift|kostnad)er?']
        examples: [12 kronor]
        counterexamples: [elva]
      """

  @Test func whatWasCompiledIsKeptAndMatchesTheSame() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try read(Self.rules, "Bifall till motionen").compiled == 3)
    for (text, ids) in [
      ("Bifall till motionen", ["prov.ett"]), ("Den kostar 12 kronor", ["prov.tva"]), ("Inga avgifter", ["prov.tva"]), ("Nej", []),
    ] {
      let (found, compiled) = try read(Self.rules, text)
      #expect(found == ids && compiled == 0)
    }
  }

  @Test func aChangedPatternIsCompiledAnew() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try read(Self.rules, "")
    let changed = Self.rules.replacing("bifall|avslag", with: "bifall|nej")
    let (ids, compiled) = try read(changed, "Nej till motionen")
    #expect(ids == ["prov.ett"] && compiled == 1)
  }

  /// Its last byte changed, cut short, empty, or writable by others.
  @Test(arguments: 0..<4)
  func aFileThatIsNotWholeOrNotTheUsersOwnIsNotRead(_ damage: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try read(Self.rules, "")
    var bytes = try #require(FileManager.default.contents(atPath: file))
    switch damage {
    case 0: bytes[bytes.count - 1] ^= 0xFF
    case 1: bytes.removeLast(bytes.count / 2)
    case 2: bytes = Data()
    default: break
    }
    try bytes.write(to: URL(fileURLWithPath: file))
    let mode = damage == 3 ? 0o666 : 0o600
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    let (ids, compiled) = try read(Self.rules, "Avslag till allt")
    #expect(ids == ["prov.ett"] && compiled == 3)
    #expect(try read(Self.rules, "Avslag till allt").compiled == 0, "it is written again")
  }

  @Test func whereNothingCanBeWrittenAllIsCompiled() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // A file stands where the folder would be.
    try Data().write(to: folder.appendingPathComponent("kept"))
    for _ in 0..<2 {
      let (ids, compiled) = try read(Self.rules, "Bifall till motionen")
      #expect(ids == ["prov.ett"] && compiled == 3)
    }
  }
}
