/// Splits compounds (sammansättningar) into listed words. Works on words folded by `Latin1`.
struct CompoundSplitter {
  let table: WordTable
  /// A listed word of two letters ("ad", "al") would let nearly anything pass as a compound.
  private static let shortestPart = 3
  private static let mostParts = 4

  /// Whether the word is two to four listed words, an -s- allowed between them.
  func splits(_ word: ArraySlice<UInt8>) -> Bool { splits(word, partsLeft: CompoundSplitter.mostParts) }

  private func splits(_ word: ArraySlice<UInt8>, partsLeft: Int) -> Bool {
    let shortest = CompoundSplitter.shortestPart
    guard partsLeft > 1, word.count >= 2 * shortest else { return false }
    for end in stride(from: word.endIndex - shortest, through: word.startIndex + shortest, by: -1)
    where isFirstPart(word[..<end]) {
      if isRest(word[end...], partsLeft: partsLeft - 1) { return true }
    }
    return false
  }

  private func isRest(_ rest: ArraySlice<UInt8>, partsLeft: Int) -> Bool {
    if table.contains(rest) || splits(rest, partsLeft: partsLeft) { return true }
    guard rest.first == 0x73, rest.count > CompoundSplitter.shortestPart else { return false }
    let afterS = rest.dropFirst()
    return table.contains(afterS) || splits(afterS, partsLeft: partsLeft)
  }

  /// A listed word, or one that takes another form before the next: without its final -a (skolnämnd), with -o, -u or -e in its place (kyrkogård,
  /// färjetrafik) or with an -e added (familjehem).
  private func isFirstPart(_ part: ArraySlice<UInt8>) -> Bool {
    if table.contains(part) { return true }
    guard part.count > CompoundSplitter.shortestPart, let last = part.last else { return false }
    if last == 0x65, table.contains(part.dropLast()) { return true }
    let stem = last == 0x6F || last == 0x75 || last == 0x65 ? part.dropLast() : part
    return table.contains((stem + [0x61])[...])
  }
}
