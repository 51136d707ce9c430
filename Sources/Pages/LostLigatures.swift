/// Ligatures that a font gives no character at all, so that a gap is left: `rela oner`, `bevi nat`, `ll`.
///
/// They are put back only where one ligature makes a listed word of the pieces and the pieces are no words themselves. Pieces of which one could be a word
/// (`u rycka`, a lone `a` for "att"), and those that make a compound, are mended only on a page where others leave no doubt.
struct LostLigatures {
  let words: WordList
  private static let ligatures = ["ti", "tt", "ft", "fi", "ff", "fl", "tf", "fj", "tti", "ffi", "ffl"].map { Array($0.utf8) }
  /// Those that one may expect after a single letter: "a", "e" for "att", "ett".
  private static let doubles = ["tt", "ff"].map { Array($0.utf8) }
  private static let mostPieces = 3
  /// So many broken ligatures show that a document has lost its ligatures.
  static let enoughEvidence = 2

  /// A token's letters, and what stands before and after them.
  private struct Piece {
    let before: ArraySlice<UInt8>
    let letters: ArraySlice<UInt8>
    let after: ArraySlice<UInt8>
    let isWord: Bool

    var isLetter: Bool { letters.count == 1 }
  }

  /// What takes the place of some tokens.
  private struct Mending {
    let count: Int
    let bytes: [UInt8]
  }

  /// Whether two neighbours are no listed words and make one with a ligature between them. Few pages hold such a pair; the others are done with here.
  func isSuspected(in text: [UInt8]) -> Bool {
    var runs: [LetterRun] = []
    var start = 0
    for end in 0...text.count where end == text.count || text[end] <= 0x20 {
      if start < end { runs.append(LetterRun(bytes: LetterRun.longest(in: text[start..<end]))) }
      start = end + 1
    }
    // Of two neighbours one has an even place: only where that is no listed word are its neighbours looked up.
    return stride(from: 0, to: runs.count, by: 2).contains { index in
      guard isNew(runs[index]) else { return false }
      return index > 0 && maybeOne(runs[index - 1], runs[index], unknown: runs[index - 1])
        || index + 1 < runs.count && maybeOne(runs[index], runs[index + 1], unknown: runs[index + 1])
    }
  }

  private func isNew(_ run: LetterRun) -> Bool { !run.bytes.isEmpty && !run.startsWithDigit && !words.contains(run.bytes) }

  /// - Parameter unknown: the one of the two that has not been looked up.
  private func maybeOne(_ first: LetterRun, _ second: LetterRun, unknown: LetterRun) -> Bool {
    !second.startsWithCapital && first.letters + second.letters > 2 && isNew(unknown) && makesWord(first.bytes, second.bytes)
  }

  private func makesWord(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    Self.ligatures.contains { words.contains((first + $0 + second)[...]) }
  }

  /// Mends what leaves no doubt: pieces that are no words, of a word that is listed.
  /// - Returns: the number of mendings.
  func mendSure(_ lines: inout [TokenLine]) -> Int {
    lines.indices.reduce(0) { $0 + mend(&lines, $1) { joined(pieces(from: $1, in: $0), onlySure: true) } }
  }

  /// Mends what is clear once it is known that ligatures are lost.
  func mendTheRest(of lines: inout [TokenLine]) {
    for line in lines.indices {
      _ = mend(&lines, line) { joined(pieces(from: $1, in: $0), onlySure: false) }
      _ = mend(&lines, line) { completed(at: $1, in: $0) }
    }
  }

  /// The number of mendings.
  private func mend(_ lines: inout [TokenLine], _ line: Int, with mending: (TokenLine, Int) -> Mending?) -> Int {
    var count = 0
    // What follows a line-end hyphen is half a word.
    var index = line > 0 && lines[line - 1].tokens.last?.bytes.last == Hyphen.ascii ? 1 : 0
    while index < lines[line].tokens.count {
      if let mending = mending(lines[line], index) {
        lines[line].join(index..<index + mending.count, to: mending.bytes)
        count += 1
      }
      index += 1
    }
    return count
  }

  // MARK: Pieces

  /// The pieces that a word may be made of: in one cell, with nothing but spaces between their letters.
  private func pieces(from index: Int, in line: TokenLine) -> [Piece] {
    var pieces: [Piece] = []
    for token in line.tokens[index...].prefix(Self.mostPieces) {
      guard token.cell == line.tokens[index].cell, let piece = piece(token.bytes) else { break }
      if !pieces.isEmpty, !piece.before.isEmpty || LetterRun(bytes: piece.letters).startsWithCapital { break }
      pieces.append(piece)
      if !piece.after.isEmpty { break }
    }
    return pieces
  }

  /// Nil where the token holds more than one run of letters, or digits.
  private func piece(_ bytes: [UInt8]) -> Piece? {
    let letters = LetterRun.longest(in: bytes[...])
    let run = LetterRun(bytes: letters)
    let rest = bytes[..<letters.startIndex] + bytes[letters.endIndex...]
    guard !letters.isEmpty, !run.hasDigit, !run.hasInnerCapital, !rest.contains(where: { ASCII.isLetterOrDigit($0) || $0 == Hyphen.ascii })
    else { return nil }
    return Piece(
      before: bytes[..<letters.startIndex], letters: letters, after: bytes[letters.endIndex...], isWord: words.knows(letters))
  }

  // MARK: Mending

  /// Two or three pieces with a ligature at each gap; as few as make a word.
  private func joined(_ pieces: [Piece], onlySure: Bool) -> Mending? {
    guard let first = pieces.first else { return nil }
    if onlySure, first.isWord { return nil }
    var beginnings = [Array(first.letters)]
    for count in 2..<max(3, pieces.count + 1) where count <= pieces.count {
      let piece = pieces[count - 1]
      if onlySure || count > 2, piece.isWord { return nil }
      beginnings = beginnings.flatMap { beginning in Self.ligatures.map { beginning + $0 + piece.letters } }
      let own = pieces[..<count]
      let isSure = !own.contains(where: \.isWord) && own.contains { !$0.isLetter }
      guard isSure || !onlySure, own.contains(where: { !$0.isWord }), isSure || count == 2 else { continue }
      if let word = onlyWord(beginnings, compounds: isSure && !onlySure) {
        return Mending(count: count, bytes: first.before + word + piece.after)
      }
    }
    return nil
  }

  /// One piece that has lost its end or its beginning, between words.
  private func completed(at index: Int, in line: TokenLine) -> Mending? {
    guard let piece = piece(line.tokens[index].bytes), !piece.isWord else { return nil }
    guard piece.isLetter || !LetterRun(bytes: piece.letters).startsWithCapital else { return nil }
    let numbersCount = !piece.isLetter
    guard isWord(index - 1, in: line, orNumber: numbersCount) else { return nil }
    guard isWord(index + 1, in: line, orNumber: numbersCount) || !piece.after.isEmpty else { return nil }
    let ligatures = piece.isLetter ? Self.doubles : Self.ligatures
    let ends = piece.after.isEmpty || !piece.isLetter ? ligatures.map { Array(piece.letters) + $0 } : []
    let beginnings = piece.isLetter ? [] : ligatures.map { $0 + piece.letters }
    guard let word = onlyWord(ends + beginnings, compounds: false) else { return nil }
    return Mending(count: 1, bytes: piece.before + word + piece.after)
  }

  /// Whether a known word of two letters or more stands there, or the line's end.
  private func isWord(_ index: Int, in line: TokenLine, orNumber: Bool) -> Bool {
    guard line.tokens.indices.contains(index) else { return true }
    let letters = LetterRun.longest(in: line.tokens[index].bytes[...])
    return letters.count > 1 && words.knows(letters) || orNumber && LetterRun(bytes: letters).startsWithDigit
  }

  /// The one candidate that is listed; where none is and `compounds` are allowed, the one that is a compound.
  private func onlyWord(_ candidates: [[UInt8]], compounds: Bool) -> [UInt8]? {
    let listed = candidates.filter { words.contains($0[...]) }
    if listed.count == 1 { return listed[0] }
    guard compounds, listed.isEmpty else { return nil }
    let composed = candidates.filter { words.isCompound($0[...]) }
    return composed.count == 1 ? composed[0] : nil
  }
}
