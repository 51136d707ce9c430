/// What is the same thing in several reports, though it is called something else.
struct Threads {
  /// One thing in one report.
  struct Member: Sendable {
    /// Index of the report.
    var report: Int
    /// Index of the thing among those of the report.
    var item: Int
    /// To the thread's one before, 0 to 1; nil for its first.
    var likeness: Double?
  }

  /// The threads in the order of their first members, each with its members in the order of the reports.
  private(set) var threads: [[Member]] = []
  private var last: [Likeness] = []
  private let threshold: Double

  /// - Parameters:
  ///   - names: for each report the names of its things.
  ///   - threshold: the least likeness of what is held to be the same.
  init(_ names: [[String]], threshold: Double) {
    self.threshold = threshold
    for (report, names) in names.enumerated() { add(names.map(Likeness.init), report: report) }
  }

  private mutating func add(_ names: [Likeness], report: Int) {
    var freeThreads = Set(threads.indices)
    var freeNames = Set(names.indices)
    for (thread, name, likeness) in pairs(names) where freeThreads.contains(thread) && freeNames.contains(name) {
      freeThreads.remove(thread)
      freeNames.remove(name)
      threads[thread].append(Member(report: report, item: name, likeness: likeness))
      last[thread] = names[name]
    }
    for name in freeNames.sorted() {
      threads.append([Member(report: report, item: name, likeness: nil)])
      last.append(names[name])
    }
  }

  /// The pairs that may be the same, the likest first. What has the very same name is not held against anything else.
  private func pairs(_ names: [Likeness]) -> [(thread: Int, name: Int, likeness: Double)] {
    let exact = Dictionary(last.indices.map { (last[$0].normalised, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [(thread: Int, name: Int, likeness: Double)] = []
    for (name, likeness) in names.enumerated() {
      if let thread = exact[likeness.normalised] {
        found.append((thread, name, 1))
        continue
      }
      for thread in threads.indices {
        let value = last[thread].likeness(to: likeness)
        if value >= threshold { found.append((thread, name, value)) }
      }
    }
    return found.sorted { ($1.likeness, $0.thread, $0.name) < ($0.likeness, $1.thread, $1.name) }
  }
}
