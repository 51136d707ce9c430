import Documents
import Extraction
import Foundation
import PDFReading
import Pages
import Pipeline
import Rules

// Measures in one process what the steps of reading documents cost: scripts/bench runs it and keeps the figures.
//
//     reading-bench RULES ROUNDS FILE.pdf...
//
// RULES: a folder with rule files. The first round, in which patterns are compiled, is told apart. Prints one JSON object, in seconds of the processor:
// for each step the median over the later rounds, and the first round's in `first_...`.

/// What the whole process has used of the processor, in seconds.
func processorTime() -> Double {
  var used = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
  return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
}

struct Steps {
  var pages = 0.0
  var structure = 0.0
  var facts = 0.0

  /// What `work` gives; its cost is added to `step`.
  mutating func measure<Result>(_ step: WritableKeyPath<Steps, Double>, _ work: () throws -> Result) rethrows -> Result {
    let start = processorTime()
    defer { self[keyPath: step] += processorTime() - start }
    return try work()
  }
}

/// What reading all files once costs.
func measured(_ files: [String], rules: RuleSet, words: WordList) throws -> Steps {
  var steps = Steps()
  for file in files {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
    let pages = try steps.measure(\.pages) {
      try PDFDocument(bytes: bytes).pages(words: words, recognition: .never, without: [], progress: { _, _ in })
    }
    let document = steps.measure(\.structure) { Segmenter(rules: rules, hyphenation: Hyphenation(words: words)).segment(pages) }
    _ = steps.measure(\.facts) { Extractor(rules: rules).extract(document, id: "", source: file) }
  }
  return steps
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

let arguments = CommandLine.arguments
guard arguments.count > 3, let rounds = Int(arguments[2]), rounds > 0 else {
  print("reading-bench RULES ROUNDS FILE.pdf...")
  exit(2)
}
let start = processorTime()
let rules = try RuleSet(folder: arguments[1], hash: FileHash.sha256)
let loading = processorTime() - start
let words = WordList()
let first = try measured(Array(arguments[3...]), rules: rules, words: words)
let later = try (0..<rounds).map { _ in try measured(Array(arguments[3...]), rules: rules, words: words) }
let figures = [
  "rules_loading": loading, "first_pages": first.pages, "first_structure": first.structure, "first_facts": first.facts,
  "pages": median(later.map(\.pages)), "structure": median(later.map(\.structure)), "facts": median(later.map(\.facts)),
]
print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
