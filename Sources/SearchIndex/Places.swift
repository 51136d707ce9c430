/// Where words of a phrase stand to each other.
enum PlaceMatch {
  /// How many times one place of each row follows on that of the row before. Each row rises.
  static func sideBySide(_ rows: [[UInt32]], headingOnly: Bool) -> Int {
    guard let first = rows.first else { return 0 }
    var indices = [Int](repeating: 0, count: rows.count)
    return first.count { start in
      if headingOnly, !Position.isInHeading(start) { return false }
      return (1..<max(1, rows.count)).allSatisfy { row in
        let wanted = start + Position.step * UInt32(row)
        while indices[row] < rows[row].count, rows[row][indices[row]] < wanted { indices[row] += 1 }
        return indices[row] < rows[row].count && rows[row][indices[row]] == wanted
      }
    }
  }

  /// How many stretches hold a place of each row, with at most `distance` other words between; each stretch begins after the one before.
  static func near(_ rows: [[UInt32]], within distance: Int) -> Int {
    let all = rows.enumerated().flatMap { row, places in places.map { (place: $0 >> 1, row: row) } }.sorted { $0.place < $1.place }
    let widest = UInt32(clamping: distance + rows.count - 1)
    var last = [UInt32?](repeating: nil, count: rows.count)
    var count = 0
    for (place, row) in all {
      last[row] = place
      let lasts = last.compactMap { $0 }
      if lasts.count == rows.count, let first = lasts.min(), place - first <= widest, Set(lasts).count == rows.count {
        count += 1
        last = [UInt32?](repeating: nil, count: rows.count)
      }
    }
    return count
  }
}

extension Matcher {
  /// Sections in which every word has a place that `times` counts.
  func places(_ words: [[Plan.Form]], _ times: ([[UInt32]]) -> Int) throws -> Matches {
    guard !words.isEmpty else { return Matches() }
    let lists = try words.map { try self.lists(of: $0) }
    var found = Matches()
    for segment in index.segments {
      let here = lists.map { $0.filter { $0.segment.id == segment.id && $0.kind.hasPlaces } }
      if here.contains(where: \.isEmpty) { continue }
      try checkTime()
      try match(here, times, into: &found)
    }
    rate(&found)
    return found
  }

  // The rarest word first: the places of the others are read in its sections only.
  private func match(_ words: [[List]], _ times: ([[UInt32]]) -> Int, into found: inout Matches) throws {
    let order = words.indices.sorted { Self.sections(words[$0]) < Self.sections(words[$1]) }
    var common: [UInt32]?
    var rows = [PlaceRow](repeating: PlaceRow(), count: words.count)
    for word in order {
      rows[word] = try PlaceRow(words[word], in: common, index.source)
      common = rows[word].sections
      if common?.isEmpty ?? true { return }
    }
    var cursors = [Int](repeating: 0, count: words.count)
    for section in common ?? [] {
      var places: [[UInt32]] = []
      for word in words.indices {
        while rows[word].sections[cursors[word]] < section { cursors[word] += 1 }
        places.append(rows[word].places(cursors[word]))
      }
      let count = times(places)
      if count > 0 { found.append(section, Float(count)) }
    }
  }

  private static func sections(_ lists: [List]) -> Int { lists.reduce(0) { $0 + $1.entry.count } }
}

/// The sections of one word of a phrase within a segment, and its places in them.
private struct PlaceRow {
  private(set) var sections: [UInt32] = []
  private var all: [UInt32] = []
  private var ends: [Int] = []

  init() {}

  /// - Parameter common: the sections that are asked for; nil for all.
  init(_ lists: [Matcher.List], in common: [UInt32]?, _ source: any ChunkSource) throws {
    let rows = try lists.map { list in
      try PlaceRow(
        postings: try list.entry.postings.read(list.segment, from: source), places: try list.entry.places.read(list.segment, from: source),
        first: list.segment.first, in: common)
    }
    self = rows.dropFirst().reduce(rows.first ?? PlaceRow()) { $0.union($1) }
  }

  private init(postings: [UInt8], places: [UInt8], first: Int, in common: [UInt32]?) throws {
    postings.withUnsafeBufferPointer { postings in
      places.withUnsafeBufferPointer { places in
        var reader = PostingReader(postings, kind: .stem, first: first)
        var placeReader = PlaceReader(places)
        var next = 0
        while reader.next() {
          let range = placeReader.next()
          if let common {
            while next < common.count, common[next] < reader.section { next += 1 }
            if next == common.count { return }
            if common[next] != reader.section { continue }
          }
          placeReader.positions(range, into: &all)
          sections.append(reader.section)
          ends.append(all.count)
        }
      }
    }
  }

  func places(_ index: Int) -> [UInt32] { Array(all[(index == 0 ? 0 : ends[index - 1])..<ends[index]]) }

  private func union(_ other: PlaceRow) -> PlaceRow {
    var result = PlaceRow()
    var (left, right) = (0, 0)
    while left < sections.count || right < other.sections.count {
      let first = left < sections.count ? sections[left] : .max
      let second = right < other.sections.count ? other.sections[right] : .max
      let mine = first <= second ? places(left) : []
      let theirs = second <= first ? other.places(right) : []
      result.all += mine.isEmpty ? theirs : theirs.isEmpty ? mine : (mine + theirs).sorted()
      result.sections.append(min(first, second))
      result.ends.append(result.all.count)
      left += first <= second ? 1 : 0
      right += second <= first ? 1 : 0
    }
    return result
  }
}
