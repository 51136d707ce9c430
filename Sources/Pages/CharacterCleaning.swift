import Foundation

/// Characters that stand for others, or for nothing.
enum CharacterCleaning {
  private static let soft: Unicode.Scalar = "\u{AD}"
  private static let bullet: Unicode.Scalar = "•"
  /// Bullets of the symbol fonts Symbol and Wingdings, which come out in the private-use area: dots, squares, diamonds, ticks, arrows.
  private static let bullets = Set<UInt32>([
    0xF02D, 0xF06C, 0xF06D, 0xF06E, 0xF06F, 0xF071, 0xF075, 0xF076, 0xF077, 0xF09E, 0xF09F, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0DF, 0xF0E0,
    0xF0E8,
    0xF0FC, 0xF0FE,
  ])
  /// So many dots, or signs that stand for dots, are a leader; as many are left of it.
  private static let leaderLength = 5

  /// Whether the text may hold any such character: one pass over the bytes, which most pages end without a finding.
  static func isNeeded(in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      var dots = 0
      for index in text.indices {
        let byte = text[index]
        if byte == UInt8(ascii: ".") { dots += 1 } else if byte != 0x20 { dots = 0 }
        if dots > leaderLength || isSuspect(byte, next: index + 1 < text.count ? text[index + 1] : 0) { return true }
      }
      return false
    }
  }

  /// Whether the byte is a control character or begins a character outside what Swedish prose is set with.
  private static func isSuspect(_ byte: UInt8, next: UInt8) -> Bool {
    switch byte {
    case 0x20...0x7E, 0x0A, 0x09, 0x80...0xBF, 0xC3: false
    case 0xC2: next <= 0xA0 || next == 0xAD || next == 0xB7
    case 0xE2: next == 0x81 || next == 0x80
    default: true
    }
  }

  static func clean(_ line: inout TokenLine) {
    joinLeaders(in: &line)
    nameBullet(of: &line)
    for index in line.tokens.indices.reversed() where isNeeded(in: line.tokens[index].bytes) || !line.isBlank(before: index) {
      let isLast = index == line.tokens.count - 1
      let pieces = pieces(of: line.tokens[index].bytes, endsLine: isLast)
      if pieces.count != 1 || pieces[0][...] != line.tokens[index].bytes { line.replace(index, with: pieces) }
    }
  }

  /// A leader set as single dots with spaces between is one token.
  private static func joinLeaders(in line: inout TokenLine) {
    let isDots = { (token: TokenLine.Token) in token.bytes.allSatisfy { $0 == UInt8(ascii: ".") } }
    var end = line.tokens.count
    while end > 0 {
      let cell = line.tokens[end - 1].cell
      let start = line.tokens[..<end].lastIndex { !isDots($0) || $0.cell != cell }.map { $0 + 1 } ?? 0
      let dots = line.tokens[start..<end].reduce(0) { $0 + $1.bytes.count }
      if end - start > 1, dots >= leaderLength { line.join(start..<end, to: Array(repeating: UInt8(ascii: "."), count: dots)) }
      end = min(start, end - 1)
    }
  }

  /// A sign of a symbol font that stands alone before a line's text is a bullet, whichever it is.
  private static func nameBullet(of line: inout TokenLine) {
    guard line.tokens.count > 1, let first = line.tokens.first?.bytes, let lead = first.first, first.count == 3, lead >= 0xEE, lead <= 0xEF
    else { return }
    let scalar = String(decoding: first, as: UTF8.self).unicodeScalars.first
    if let scalar, (0xE000...0xF8FF).contains(scalar.value) { line.tokens[0].bytes = Array(String(bullet).utf8)[...] }
  }

  /// The token's text, cleaned; several pieces where there was a space in it, none where nothing is left.
  private static func pieces(of bytes: ArraySlice<UInt8>, endsLine: Bool) -> [[UInt8]] {
    let text = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
    var scalars = withoutLeaders(Array(text.unicodeScalars))
    if endsLine, scalars.last == soft { scalars[scalars.count - 1] = "-" }
    return scalars.split(whereSeparator: isSpace).map { piece in piece.compactMap(replaced).flatMap { Array(String($0).utf8) } }.filter {
      !$0.isEmpty
    }
  }

  /// No-break, thin and other spaces. A tab inside a token of a PDF is one too.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Nil for what is not printed: control characters, soft hyphens, joiners, marks of direction and of byte order.
  private static func replaced(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: nil
    case let value where bullets.contains(value): bullet
    default: scalar
    }
  }

  /// Leaders cut to the same short run of dots.
  private static func withoutLeaders(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let run = scalars[index...].prefix(while: isLeader)
      if run.count >= leaderLength || run.count > 1 && run.allSatisfy({ $0.value < 0x20 || $0.value == 0xFFFD }) {
        result.append(contentsOf: repeatElement(".", count: leaderLength))
      } else {
        result.append(contentsOf: run)
      }
      index += run.count
      if index < scalars.count { result.append(scalars[index]) }
      index += 1
    }
    return result
  }

  /// A dot, or what a font without names for its signs makes of one.
  private static func isLeader(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E, 0xB7, 0x2026, 0xFFFD, 0x01..<0x09, 0x0E..<0x20: true
    default: false
    }
  }
}
