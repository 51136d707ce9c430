/// Mends a page's text as PDF and office files give it: composed characters (NFC), spaces, bullets, dot leaders, control characters, soft hyphens,
/// ligatures that came out wrong or not at all, and letter-spaced words that came out in pieces. Words, boxes and lines are kept in step.
///
/// A ligature or a word in pieces is mended only where the word list confirms the word; a page without anything suspicious is returned as it is.
public struct PageCleaner: Sendable {
  private let lost: LostLigatures
  private let wrong: WrongLigatures
  private let spaced: SpacedWords

  public init(words: WordList) {
    lost = LostLigatures(words: words)
    wrong = WrongLigatures(words: words)
    spaced = SpacedWords(words: words)
  }

  /// Cleans the pages of one document: where ligatures are lost is told from all of them.
  public func clean(_ pages: [Page]) -> [Page] {
    var works = pages.map(surely)
    let evidence = works.reduce(0) { $0 + $1.evidence }
    for index in works.indices where works[index].evidence > 0 && evidence >= LostLigatures.enoughEvidence {
      lost.mendTheRest(of: &works[index].lines)
    }
    return zip(pages, works).map { page, work in work.isTouched ? page.replacing(work.lines) : page }
  }

  /// Cleans a page by itself.
  public func clean(_ page: Page) -> Page { clean([page])[0] }

  /// A page in work; without lines where there is nothing to mend.
  private struct Work {
    var lines: [TokenLine] = []
    var isTouched = false
    /// The number of ligatures that are known to be broken.
    var evidence = 0
  }

  /// Mends what leaves no doubt.
  private func surely(_ page: Page) -> Work {
    let hasSigns = CharacterCleaning.isNeeded(in: page.text[...])
    let hasLosses = lost.isSuspected(in: page.text)
    let hasPieces = SpacedWords.isSuspected(in: page.text)
    guard hasSigns || hasLosses || hasPieces else { return Work() }
    var work = Work(lines: page.lines.map { TokenLine($0, on: page) }, isTouched: true)
    if hasSigns {
      for line in work.lines.indices { CharacterCleaning.clean(&work.lines[line]) }
      for line in work.lines.indices { work.evidence += wrong.mend(&work.lines[line]) }
    }
    if hasPieces { for line in work.lines.indices { spaced.mend(&work.lines[line]) } }
    if hasLosses { work.evidence += lost.mendSure(&work.lines) }
    return work
  }
}
