/// Letter-spaced words (spärrad stil) that came out in pieces, as text without geometry has them: `PRO T OK OL L`.
///
/// Pieces are put together only where they make listed words and are not all words themselves.
struct SpacedWords {
  let words: WordList
  /// So many pieces in a row are suspicious, each of at most so many letters.
  private static let fewestPieces = 4
  private static let longestPiece = 3
  /// A word put together has at least so many letters.
  private static let shortestWord = 5

  /// Whether several short pieces in capitals, or single letters, stand in a row: one pass over the bytes, which most pages end without a finding.
  static func isSuspected(in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var (pieces, letters, isPiece) = (0, 0, true)
      for index in 0...text.count {
        let byte = index < text.count ? text[index] : 0x0A
        guard byte <= 0x20 else {
          // The first byte of each letter is counted; small letters make a piece only alone.
          if byte & 0xC0 != 0x80 { letters += 1 }
          isPiece = isPiece && letters <= longestPiece && (byte >= 0x80 || ASCII.isCapital(byte) || letters == 1 && ASCII.isLetter(byte))
          continue
        }
        pieces = isPiece && letters > 0 ? pieces + 1 : letters > 0 ? 0 : pieces
        if pieces >= fewestPieces { return true }
        if byte == 0x0A { pieces = 0 }
        (letters, isPiece) = (0, true)
      }
      return false
    }
  }

  func mend(_ line: inout TokenLine) {
    var start = 0
    while start < line.tokens.count {
      let end = line.tokens[start...].firstIndex { !Self.isPiece($0.bytes) } ?? line.tokens.count
      let groups = end - start >= Self.fewestPieces ? grouped(line.tokens[start..<end].map(\.bytes)) : nil
      for group in (groups ?? []).reversed() where group.count > 1 {
        let bytes = line.tokens[start + group.lowerBound..<start + group.upperBound].flatMap(\.bytes)
        line.join(start + group.lowerBound..<start + group.upperBound, to: bytes)
      }
      start = (groups.map { start + $0.count } ?? end) + 1
    }
  }

  private static func isPiece(_ token: ArraySlice<UInt8>) -> Bool {
    let run = LetterRun.first(in: token)
    guard run.bytes.count == token.count, !run.hasDigit, (1...longestPiece).contains(run.letters) else { return false }
    return run.letters == 1 || run.isAllCapitals
  }

  /// The pieces as words, ranges of their indices; nil where they make none, or are words as they stand. Compounds are tried last.
  private func grouped(_ pieces: [ArraySlice<UInt8>]) -> [Range<Int>]? {
    guard !pieces.allSatisfy(isWord) else { return nil }
    return grouped(pieces, isListed: words.contains) ?? grouped(pieces, isListed: words.knows)
  }

  private func grouped(_ pieces: [ArraySlice<UInt8>], isListed: (ArraySlice<UInt8>) -> Bool) -> [Range<Int>]? {
    // From the end: how the pieces from each index on are words.
    var groups: [[Range<Int>]?] = Array(repeating: nil, count: pieces.count) + [[]]
    for start in pieces.indices.reversed() {
      for end in (start + 1...pieces.count).reversed() where groups[start] == nil {
        guard let rest = groups[end] else { continue }
        let word = pieces[start..<end].flatMap { $0 }[...]
        let isLong = LetterRun(bytes: word).letters >= Self.shortestWord
        if end == start + 1 ? isWord(pieces[start]) : isLong && isListed(word) { groups[start] = [start..<end] + rest }
      }
    }
    return groups[0]
  }

  /// A listed word; of the single letters only those that are words.
  private func isWord(_ piece: ArraySlice<UInt8>) -> Bool {
    LetterRun(bytes: piece).letters > 1
      ? words.contains(piece) : ["i", "å", "ö", "I", "Å", "Ö"].contains(String(decoding: piece, as: UTF8.self))
  }
}
