internal import Pages

/// Joins a chain of § that stands one below the other ("Au § 84", "Ks § 91", "Kf § 20") to one heading: each of its lines may be the § of these minutes, and
/// no more than one of them is.
///
/// A chain names each organ once, and no line but its last bears anything else than a diarienummer.
struct HeadingChains {
  let body: [LineReference]
  /// The text of a line, by its index in `body`.
  let text: (Int) -> [UInt8]
  /// Whether a text is a diarienummer and nothing else.
  let isCaseNumber: ([UInt8]) -> Bool

  /// The last line of a chain is most often its own organ's: what was decided before stands above.
  private static let lastIsOwn = 0.1

  /// - Parameter candidates: in the order of their lines.
  func joined(_ candidates: [ParagrafFinder.Candidate]) -> [ParagrafFinder.Candidate] {
    var joined = candidates
    var start = 0
    while start < candidates.count {
      let end = end(of: start, candidates)
      if end - start > 1 { join(&joined[start..<end]) }
      start = end
    }
    return joined
  }

  /// Behind the last candidate of the chain that begins with one; one candidate alone is none.
  private func end(of start: Int, _ candidates: [ParagrafFinder.Candidate]) -> Int {
    var organs = [candidates[start].organ]
    var end = start + 1
    while end < candidates.count, follows(candidates[end - 1], candidates[end]), !organs.contains(candidates[end].organ) {
      organs.append(candidates[end].organ)
      end += 1
    }
    // A line that gives two candidates is a chain by itself.
    return end < candidates.count && candidates[end].index == candidates[end - 1].index ? max(start + 1, end - 1) : end
  }

  private func follows(_ before: ParagrafFinder.Candidate, _ next: ParagrafFinder.Candidate) -> Bool {
    guard before.hasSign, next.hasSign, next.index == before.index + 1, body[next.index].page == body[before.index].page else {
      return false
    }
    let rest = Array(text(before.index)[before.rest])
    return rest.isEmpty || isCaseNumber(rest)
  }

  private func join(_ chain: inout ArraySlice<ParagrafFinder.Candidate>) {
    guard let first = chain.first, let last = chain.last else { return }
    let links = chain.map { ParagrafFinder.Link(index: $0.index, number: $0.number, organ: $0.organ) }
    let weight = chain.map(\.weight).max() ?? 0
    for index in chain.indices {
      chain[index].lines = first.index..<last.index + 1
      chain[index].rest = last.rest
      chain[index].weight = weight + (chain[index].index == last.index ? Self.lastIsOwn : 0)
      chain[index].chain = links
    }
  }
}

/// A chain of § on one line ("KF § 112    KS § 187    KSAU § 201").
enum ChainLine {
  /// Each organ's § of the chain, in order.
  /// - Parameters:
  ///   - text: the line up to what stands behind its last number.
  ///   - index: the line's in the body.
  static func links(of text: ArraySlice<UInt8>, at index: Int) -> [ParagrafFinder.Link] {
    let parts = String(decoding: text, as: UTF8.self).split(separator: "§", omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).compactMap { before, after in
      let organ = before.drop { !$0.isLetter }.trimmingSuffix { !$0.isLetter }
      guard let number = Int(after.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }), !organ.isEmpty else { return nil }
      return ParagrafFinder.Link(index: index, number: number, organ: String(organ))
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !isLeftOut($0) }.map(index(after:)) ?? startIndex)]
  }
}

extension [ParagrafFinder.Candidate] {
  /// The same headings with the numbers that are the body's own; as they are where those make no series, since the series is the better witness then.
  func own(of body: String?) -> Self {
    let own = map { $0.own(of: body) }
    let isSeries = zip(own, own.dropFirst()).allSatisfy { ($0.number, $0.letter ?? "") < ($1.number, $1.letter ?? "") }
    return isSeries ? own : self
  }
}

extension ParagrafFinder.Candidate {
  /// The same heading with the number that is the body's own: the one without an organ, or whose organ stands for its name.
  func own(of body: String?) -> Self {
    let bare = chain.filter { $0.organ == nil }
    let named = body.map { body in chain.filter { $0.organ.map { Self.stands($0, for: body) } ?? false } } ?? []
    guard let link = bare.first ?? named.max(by: { ($0.organ ?? "").count < ($1.organ ?? "").count }) else { return self }
    var own = self
    (own.index, own.number, own.organ) = (link.index, link.number, link.organ)
    return own
  }

  /// Whether letters are an abbreviation of a name: they stand in it in order, the first where a word begins and the last in the last word.
  private static func stands(_ organ: String, for name: String) -> Bool {
    let (letters, words) = (organ.lowercased().filter(\.isLetter), name.lowercased().split(separator: " "))
    return words.indices.contains { start in
      guard words[start].first == letters.first else { return false }
      var rest = letters[...]
      for (index, word) in words.enumerated().dropFirst(start) {
        if index == words.count - 1, rest.isEmpty { return false }
        for letter in word where letter == rest.first { rest.removeFirst() }
      }
      return rest.isEmpty
    }
  }
}
