import Archive
import Facts
import Foundation
import Language
import Querying

struct Bench {
  let documents: Documents
  let sections: Int
  let path: String
  /// Whether an archive that an earlier run left is gone on with.
  let isResumed: Bool

  func run() throws {
    var report: [String: Any] = ["sections": sections]
    let archive = try isResumed ? Archive(path: path, mode: .existing) : newArchive()
    let before = try isResumed ? archive.status().documents : 0
    if before < sections / Documents.sectionsPerDocument { report.merge(try fill(archive, from: before)) { $1 } }
    report.merge(try search(archive)) { $1 }
    let data = try JSONSerialization.data(withJSONObject: report, options: [.sortedKeys])
    print(String(decoding: data, as: UTF8.self))
  }

  private func newArchive() throws -> Archive {
    for suffix in ["", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.removeItem(atPath: path + suffix)
    }
    return try Archive(path: path, mode: .create)
  }

  /// Processor seconds for the first and the last thousand documents, and the archive's size against the text's.
  private func fill(_ archive: Archive, from before: Int) throws -> [String: Any] {
    let count = sections / Documents.sectionsPerDocument
    let mark = min(1000, count)
    var textBytes = 0
    var (first, last) = (0.0, 0.0)
    for number in 0..<count {
      let (facts, sections) = documents.document(number)
      textBytes += sections.reduce(0) { $0 + $1.text.utf8.count }
      if number < before { continue }
      let stamp = FileStamp(path: "/p/\(number).pdf", size: 1, modified: 1)
      let start = ProcessorTime.now
      try archive.store(
        facts, sections: sections, from: stamp, read: ReadingVersion(program: "1", rules: "1"), at: Date(timeIntervalSince1970: 0))
      let seconds = ProcessorTime.now - start
      if number < mark { first += seconds }
      if number >= count - mark { last += seconds }
    }
    let start = ProcessorTime.now
    try archive.tidy()
    let tidying = ProcessorTime.now - start
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    return [
      "text_mb": Double(textBytes) / 1e6, "archive_to_text": Double(size) / Double(textBytes), "first_thousand_s": first,
      "last_thousand_s": last, "tidying_s": tidying,
    ]
  }

  private func search(_ archive: Archive) throws -> [String: Any] {
    let before = Memory.resident
    let queries = try Queries(documents).mixed(200)
    _ = try archive.search(queries[0].query, SearchOptions(limit: 10))
    let times = try queries.map { query in
      let (start, processor) = (ContinuousClock.now, ProcessorTime.now)
      let answer = try archive.search(query.query, SearchOptions(limit: 10))
      return Time(
        clock: (ContinuousClock.now - start) / .milliseconds(1), processor: (ProcessorTime.now - processor) * 1000,
        name: "\(query.name) (\(answer.total))")
    }
    let (byClock, byProcessor) = (times.sorted { $0.clock < $1.clock }, times.sorted { $0.processor < $1.processor })
    return [
      "median_ms": byClock[times.count / 2].clock, "p95_ms": byClock[times.count * 95 / 100].clock,
      "median_processor_ms": byProcessor[times.count / 2].processor, "p95_processor_ms": byProcessor[times.count * 95 / 100].processor,
      "mean_processor_ms": times.reduce(0) { $0 + $1.processor } / Double(times.count), "search_mb": Memory.resident - before,
      "slowest": byProcessor.suffix(8).map { "\($0.name): \(Int($0.processor)) ms of the processor" },
    ]
  }
}

/// Milliseconds that one search took: by the clock, which other programs slow, and of the processor.
private struct Time {
  var clock: Double
  var processor: Double
  var name: String
}

/// Queries of all kinds, from single common words to phrases and fields.
struct Queries {
  private let documents: Documents
  private let analyzer: Analyzer
  private var dice = Dice(seed: 4711)

  init(_ documents: Documents) throws {
    self.documents = documents
    analyzer = try Analyzer()
  }

  func mixed(_ count: Int) throws -> [(name: String, query: ParsedQuery)] {
    var dice = Dice(seed: 4711)
    return (0..<count).map { number in
      let words = documents.vocabulary.text(3, &dice).split(separator: " ").map(String.init)
      let (name, node) = node(number % 10, words, documents.vocabulary.word(&dice), &dice)
      return (name, ParsedQuery(root: node, notes: [], understood: name, direct: nil, chips: []))
    }
  }

  private func node(_ kind: Int, _ row: [String], _ other: String, _ dice: inout Dice) -> (String, QueryNode) {
    let year = 2000 + Int.random(in: 0..<25, using: &dice)
    switch kind {
    case 0, 1, 2: return ("ord \(other)", .word(word(other)))
    case 3: return ("två ord \(row[0]) \(other)", .all([.word(word(row[0])), .word(word(other))]))
    case 4: return ("fras \(row[0]) \(row[1])", .phrase([word(row[0]), word(row[1])]))
    case 5: return ("fras av tre \(row.joined(separator: " "))", .phrase(row.map(word)))
    case 6: return ("ord och år \(other) \(year)", .all([.word(word(other)), .condition(.years(year...year))]))
    case 7: return ("eller \(row[0]) \(other)", .any([.word(word(row[0])), .word(word(other))]))
    case 8: return ("utfall \(other)", .all([.word(word(other)), .condition(.outcome("avslag"))]))
    default: return ("början \(other.prefix(5))", .prefix(String(other.lowercased().prefix(5))))
    }
  }

  private func word(_ text: String) -> QueryWord {
    let analysis = analyzer.words(of: text).first?.word
    let exact = analysis?.exact ?? Array(text.utf8)
    return QueryWord(
      typed: text, exact: String(decoding: exact, as: UTF8.self), stem: String(decoding: analysis?.stem ?? exact, as: UTF8.self),
      parts: analyzer.compoundParts(of: exact).map { String(decoding: $0, as: UTF8.self) }, place: 0..<text.utf8.count)
  }
}

enum Memory {
  /// Megabytes that the process holds (Linux: /proc/self/statm counts pages of 4 kB).
  static var resident: Double {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    return (Double(text.split(separator: " ")[1]) ?? 0) * 4096 / 1e6
  }
}

enum ProcessorTime {
  /// Seconds of the processor that this process has had.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
