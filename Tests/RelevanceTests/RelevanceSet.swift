import Foundation

/// The queries of `queries.txt` with what a revisor would want of them.
///
/// `@kf corpus FILE` names a document and where it lies; `[kind]` begins a group; a line at the margin is a query; below it, indented, stand the
/// grade and the places that have it, with semicolons between: `kf § 61` for a §, `rev # 3.2` for the section whose heading begins so.
struct RelevanceSet {
  /// What is wanted of a query.
  struct Judgment: Hashable {
    var file: String
    /// Nil for a report's section.
    var paragraph: Int?
    /// The beginning of the section's heading; empty for a §.
    var heading: String
    /// 2 answers the query, 1 is related.
    var grade: Int

    func holds(_ found: Found) -> Bool {
      guard found.source == file else { return false }
      return paragraph.map { $0 == found.paragraph } ?? found.heading.lowercased().hasPrefix(heading.lowercased())
    }
  }

  struct Query {
    var kind: String
    var text: String
    /// Empty where the query has no answer.
    var judgments: [Judgment] = []
  }

  private(set) var queries: [Query] = []
  /// Path of every document that is there, by its file's name.
  private(set) var documents: [String: String] = [:]
  private var aliases: [String: String] = [:]
  private var kind = ""

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let rules = root.appendingPathComponent("rules").path

  struct Mistake: Error, CustomStringConvertible {
    var description: String
  }

  /// Queries that are answered only in documents that are not there are left out.
  static func load() throws -> RelevanceSet {
    let text = try String(contentsOf: root.appendingPathComponent("Tests/RelevanceTests/queries.txt"), encoding: .utf8)
    var set = RelevanceSet()
    for line in text.split(separator: "\n") where !line.hasPrefix("#") { try set.read(line) }
    set.leaveOutWhatIsMissing()
    return set
  }

  private mutating func read(_ line: Substring) throws {
    if line.hasPrefix("@") {
      try readDocument(line.dropFirst())
    } else if line.hasPrefix("[") {
      kind = String(line.dropFirst().dropLast())
    } else if line.hasPrefix("  ") {
      try readJudgments(line.drop { $0 == " " })
    } else {
      queries.append(Query(kind: kind, text: String(line)))
    }
  }

  private mutating func readDocument(_ line: Substring) throws {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 3 else { throw Mistake(description: "@\(line)") }
    aliases[words[0]] = words[2]
    let folder = words[1] == "corpus" ? "corpus" : "../shared/documents"
    let path = Self.root.appendingPathComponent(folder).appendingPathComponent(words[2]).path
    if FileManager.default.fileExists(atPath: path) { documents[words[2]] = path }
  }

  private mutating func readJudgments(_ line: Substring) throws {
    guard let grade = line.first?.wholeNumberValue, (1...2).contains(grade), !queries.isEmpty else {
      throw Mistake(description: String(line))
    }
    for place in line.dropFirst().split(separator: ";") {
      let words = place.split(separator: " ", maxSplits: 2)
      guard words.count == 3, let file = aliases[String(words[0])] else { throw Mistake(description: String(place)) }
      let isParagraph = words[1] == "§"
      queries[queries.count - 1].judgments.append(
        Judgment(file: file, paragraph: isParagraph ? Int(words[2]) : nil, heading: isParagraph ? "" : String(words[2]), grade: grade))
    }
  }

  private mutating func leaveOutWhatIsMissing() {
    queries = queries.compactMap { query in
      var query = query
      let hadAnswer = !query.judgments.isEmpty
      query.judgments.removeAll { documents[$0.file] == nil }
      return hadAnswer && query.judgments.isEmpty ? nil : query
    }
  }
}
