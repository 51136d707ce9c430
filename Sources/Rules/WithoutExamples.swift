/// Leaves the examples out of a rule file: to read documents nothing asks for them, and they are nearly a third of what there is to parse.
///
/// A rule is an item of the file's list, so its keys stand two spaces in; what belongs to a key stands farther in, or is a list right below it (YAML 1.2,
/// 8.2). Lines are emptied and not removed, so that a mistake is told at its own place.
struct WithoutExamples {
  private static let keys = ["  examples:", "  counterexamples:"].map { Array($0.utf8) }
  private static let item = Array("  - ".utf8)
  private static let newline = UInt8(ascii: "\n")

  static func text(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var isLeftOut = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      let line = bytes[start..<end]
      if keys.contains(where: line.starts) { isLeftOut = true } else if isLeftOut { isLeftOut = goesOn(line) }
      if !isLeftOut { kept += line }
      if end < bytes.count { kept.append(newline) }
      start = end + 1
    }
    return kept
  }

  /// Whether a line belongs to the key above it.
  private static func goesOn(_ line: ArraySlice<UInt8>) -> Bool {
    let indent = line.prefix { $0 == 0x20 }.count
    return indent == line.count || indent > 2 || line.starts(with: item)
  }
}
