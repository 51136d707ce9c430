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
    // Of two neighbours one has an even place: only where that is no listed word are its neighbours looked up.
    var isEven = true
    var isEvenNew = false
    var previous = 0..<0
    return text.withUnsafeBufferPointer { buffer in
      LetterRun.containsWord(in: buffer) { run in
        defer { (isEven, previous) = (!isEven, run) }
        if isEven { isEvenNew = isNew(run, in: buffer) }
        guard isEvenNew, !previous.isEmpty else { return false }
        return maybeOne(LetterRun(bytes: text[previous]), LetterRun(bytes: text[run])) && isNew(isEven ? previous : run, in: buffer)
          && makesWord(text[previous], text[run])
      }
    }
  }

  /// - Parameter run: of letters and digits.
  private func isNew(_ run: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !run.isEmpty, !ASCII.isDigit(text[run.lowerBound]) else { return false }
    return !words.contains(UnsafeBufferPointer(rebasing: text[run]))
  }

  /// Whether two neighbours look like the parts of one word.
  private func maybeOne(_ first: LetterRun, _ second: LetterRun) -> Bool { !second.startsWithCapital && first.letters + second.letters > 2 }

  private func makesWord(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    var word: [UInt8] = []
    return Self.ligatures.contains { ligature in
      word.removeAll(keepingCapacity: true)
      word += first
      word += ligature
      word += second
      return words.contains(word[...])
    }
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
  private func piece(_ bytes: ArraySlice<UInt8>) -> Piece? {
    let letters = LetterRun.longest(in: bytes)
    let run = LetterRun(bytes: letters)
    let (before, after) = (bytes[..<letters.startIndex], bytes[letters.endIndex...])
    guard !letters.isEmpty, !run.hasDigit, !run.hasInnerCapital, !before.contains(where: Self.isText), !after.contains(where: Self.isText)
    else { return nil }
    return Piece(before: before, letters: letters, after: after, isWord: words.knows(letters))
  }

  private static func isText(_ byte: UInt8) -> Bool { ASCII.isLetterOrDigit(byte) || byte == Hyphen.ascii }

  // MARK: Mending

  /// Two or three pieces with a ligature at each gap; as few as make a word.
  private func joined(_ pieces: [Piece], onlySure: Bool) -> Mending? {
    guard let first = pieces.first else { return nil }
    if onlySure, first.isWord { return nil }
    for count in 2..<max(3, pieces.count + 1) where count <= pieces.count {
      let piece = pieces[count - 1]
      if onlySure || count > 2, piece.isWord { return nil }
      let own = pieces[..<count]
      let isSure = !own.contains(where: \.isWord) && own.contains { !$0.isLetter }
      guard isSure || !onlySure, own.contains(where: { !$0.isWord }), isSure || count == 2 else { continue }
      if let word = onlyWord(Self.candidates(own), compounds: isSure && !onlySure) {
        return Mending(count: count, bytes: first.before + word + piece.after)
      }
    }
    return nil
  }

  /// The pieces with each ligature at each of their gaps.
  private static func candidates(_ pieces: ArraySlice<Piece>) -> [[UInt8]] {
    guard let first = pieces.first else { return [] }
    return pieces.dropFirst().reduce([Array(first.letters)]) { beginnings, piece in
      beginnings.flatMap { beginning in ligatures.map { beginning + $0 + piece.letters } }
    }
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
    let letters = LetterRun.longest(in: line.tokens[index].bytes)
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
