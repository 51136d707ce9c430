/// How often words stand to each other as is asked. `rows` has a row for each word: its places in the section, rising.
struct PlaceMatch {
  enum Kind {
    /// Side by side, in the order of the rows.
    case phrase(headingOnly: Bool)
    /// In any order, with at most so many other words between the first and the last.
    case near(within: Int)
  }

  private let kind: Kind
  // Kept between sections, so that a section costs no allocation.
  private var indices: [Int]
  private var last: [UInt32?]
  private var merged: [(place: UInt32, row: Int)] = []

  init(_ kind: Kind, words: Int) {
    self.kind = kind
    indices = Array(repeating: 0, count: words)
    last = Array(repeating: nil, count: words)
  }

  mutating func count(_ rows: [ArraySlice<UInt32>]) -> Int {
    switch kind {
    case .phrase(let headingOnly): sideBySide(rows, headingOnly: headingOnly)
    case .near(let distance): near(rows, within: distance)
    }
  }

  private mutating func sideBySide(_ rows: [ArraySlice<UInt32>], headingOnly: Bool) -> Int {
    var count = 0
    for row in rows.indices { indices[row] = rows[row].startIndex }
    for start in rows[0] where !headingOnly || Position.isInHeading(start) {
      var row = 1
      while row < rows.count {
        let wanted = start + Position.step * UInt32(row)
        while indices[row] < rows[row].endIndex, rows[row][indices[row]] < wanted { indices[row] += 1 }
        if indices[row] == rows[row].endIndex { return count }
        if rows[row][indices[row]] != wanted { break }
        row += 1
      }
      if row == rows.count { count += 1 }
    }
    return count
  }

  // Stretches that hold a place of each row; each begins after the one before.
  private mutating func near(_ rows: [ArraySlice<UInt32>], within distance: Int) -> Int {
    merged.removeAll(keepingCapacity: true)
    for (row, places) in rows.enumerated() { for place in places { merged.append((place >> 1, row)) } }
    merged.sort { $0.place < $1.place }
    let widest = UInt32(clamping: distance + rows.count - 1)
    forget()
    var count = 0
    for (place, row) in merged {
      last[row] = place
      if isWithin(widest, of: place) {
        count += 1
        forget()
      }
    }
    return count
  }

  private mutating func forget() { for row in last.indices { last[row] = nil } }

  // Every row has a place, no two the same, none farther back than that.
  private func isWithin(_ widest: UInt32, of place: UInt32) -> Bool {
    for (row, other) in last.enumerated() {
      guard let other, place - other <= widest else { return false }
      for next in last[(row + 1)...] where next == other { return false }
    }
    return true
  }
}

extension Matcher {
  /// Sections in which every word has a place that `times` counts.
  func places(_ words: [[Plan.Form]], _ kind: PlaceMatch.Kind) throws -> Matches {
    guard !words.isEmpty else { return Matches() }
    var match = PlaceMatch(kind, words: words.count)
    let lists = try words.map { try self.lists(of: $0) }
    var found = Matches()
    for segment in index.segments {
      let here = lists.map { $0.filter { $0.segment.id == segment.id && $0.kind.hasPlaces } }
      if here.contains(where: \.isEmpty) { continue }
      try checkTime()
      try find(here, &match, into: &found)
    }
    rate(&found)
    return found
  }

  // The rarest word first: the places of the others are read in its sections only.
  private func find(_ words: [[List]], _ match: inout PlaceMatch, into found: inout Matches) throws {
    let order = words.indices.sorted { Self.sections(words[$0]) < Self.sections(words[$1]) }
    var common: [UInt32]?
    var rows = [PlaceRow](repeating: PlaceRow(), count: words.count)
    for word in order {
      rows[word] = try PlaceRow(words[word], in: common, index.source)
      common = rows[word].sections
      if common?.isEmpty ?? true { return }
    }
    var cursors = [Int](repeating: 0, count: words.count)
    var places = words.map { _ in ArraySlice<UInt32>() }
    for section in common ?? [] {
      for word in words.indices {
        while rows[word].sections[cursors[word]] < section { cursors[word] += 1 }
        places[word] = rows[word].places(cursors[word])
      }
      let count = match.count(places)
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

  private init(postings: ArraySlice<UInt8>, places: ArraySlice<UInt8>, first: Int, in common: [UInt32]?) throws {
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

  func places(_ index: Int) -> ArraySlice<UInt32> { all[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  private func union(_ other: PlaceRow) -> PlaceRow {
    var result = PlaceRow()
    var (left, right) = (0, 0)
    while left < sections.count || right < other.sections.count {
      let first = left < sections.count ? sections[left] : .max
      let second = right < other.sections.count ? other.sections[right] : .max
      let mine = first <= second ? places(left) : []
      let theirs = second <= first ? other.places(right) : []
      result.all += mine.isEmpty ? theirs : theirs.isEmpty ? mine : (mine + theirs).sorted()[...]
      result.sections.append(min(first, second))
      result.ends.append(result.all.count)
      left += first <= second ? 1 : 0
      right += second <= first ? 1 : 0
    }
    return result
  }
}
