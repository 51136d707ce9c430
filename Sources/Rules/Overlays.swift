internal import Synchronization
internal import Yams

/// The overlays of a rules folder: which there are, and each put over the general rules the first time that a document needs it.
///
/// A class, since what one document has compiled serves the next; what is compiled is kept under a lock.
public final class Overlays: Sendable {
  /// In the order of the files' names.
  public let all: [Overlay]
  /// Files that do not say for whom they are, and second files for one municipality.
  let problems: [RuleProblem]
  private let folder: RuleFolder?
  private let made = Mutex<[String: RuleSet]>([:])

  static let none = Overlays()

  private init() { (all, problems, folder) = ([], [], nil) }

  init(_ folder: RuleFolder) {
    self.folder = folder
    var (overlays, problems): ([Overlay], [RuleProblem]) = ([], [])
    var owners: [String: String] = [:]
    for file in folder.overlays {
      do {
        let overlay = try Overlay(file)
        for name in overlay.municipalities {
          let owner = owners.updateValue(file.path, forKey: Overlay.key(name)) ?? file.path
          if owner != file.path { problems.append(Self.double(name, overlay, owner)) }
        }
        overlays.append(overlay)
      } catch {
        problems.append(error)
      }
    }
    (all, self.problems) = (overlays, problems)
  }

  private static func double(_ name: String, _ overlay: Overlay, _ owner: String) -> RuleProblem {
    RuleProblem(
      file: overlay.file, line: 1, column: 1, message: "\(name) har redan regler i \(owner); skriv allt i den filen och ta bort den andra")
  }

  /// Whether a file of `municipality/` that could not be read may be a municipality's: its name or its text tells.
  func mayBe(_ file: String, of municipality: String) -> Bool {
    guard let bytes = folder?.overlays.first(where: { $0.path == file })?.bytes else { return true }
    let (name, key) = (file.dropFirst(RuleFolder.municipality.count).split(separator: ".").first ?? "", Overlay.key(municipality))
    return Overlay.key(String(name)) == Overlay.key(Overlay.fileName(for: municipality))
      || String(decoding: bytes, as: UTF8.self).lowercased().contains(key)
  }

  /// The overlay for a municipality, however its name is inflected; nil where there is none.
  public subscript(_ municipality: String) -> Overlay? {
    if all.isEmpty { return nil }
    let key = Overlay.key(municipality)
    return all.first { $0.municipalities.contains { Overlay.key($0) == key } }
  }

  fileprivate func rules(_ overlay: Overlay, over general: RuleSet) -> RuleSet {
    made.withLock { made in
      if let known = made[overlay.file] { return known }
      let rules = OverlayApplication(overlay, over: general, files: folder?.general ?? []).rules
      made[overlay.file] = rules
      return rules
    }
  }
}

extension RuleSet {
  /// These rules with an overlay over them. Mistakes in it are among the new set's `problems`, each without what it stands in.
  public func with(_ overlay: Overlay) -> RuleSet { overlays.rules(overlay, over: self) }
}

/// Puts one overlay over the general rules.
struct OverlayApplication {
  let rules: RuleSet

  init(_ overlay: Overlay, over general: RuleSet, files: [RuleFolder.File]) {
    var reader = OverlayReader(overlay)
    reader.checkNames(against: general)
    var compiler = RuleCompiler()
    let words = reader.words.filter { general.vocabulary.fragments[$0.key] != nil }
    // Most overlays add no words, and the general rules serve as they are: compiling them again takes a tenth of a second.
    if !words.isEmpty { compiler.add(files, words: words) }
    let (base, vocabulary) = words.isEmpty ? (general.rules, general.vocabulary) : (compiler.rules, compiler.vocabulary)
    var own = RuleCompiler(vocabulary: vocabulary)
    for entry in reader.entries { own.addRule(entry, file: overlay.file) }
    let forms = reader.forms(vocabulary: vocabulary)
    let merged = Self.merged(base, own: own.rules, forms: forms.map(\.rule), off: Set(reader.off.map(\.text)))
    let contradictions = Contradictions(forms: forms, rules: own.rules).problems
    let problems = (reader.problems + own.problems + contradictions).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    rules = RuleSet(general, overlay: overlay, rules: merged, vocabulary: vocabulary, problems: problems)
  }

  /// Own rules come first, but one that has the id of a general one takes its place.
  private static func merged(_ base: [Rule], own: [Rule], forms: [Rule], off: Set<String>) -> [Rule] {
    let byID = Dictionary(own.map { ($0.id, $0) }) { $1 }
    let known = Set(base.map(\.id))
    let kept = base.filter { !off.contains($0.id) }.map { byID[$0.id] ?? $0 }
    return forms + own.filter { !known.contains($0.id) } + kept
  }
}

extension OverlayReader {
  /// Notes rules and fragments that there are not, and rules that are both switched off and replaced.
  mutating func checkNames(against general: RuleSet) {
    let ids = general.rules.map(\.id)
    let replaced = Set(entries.compactMap { $0.value("id")?.string })
    for name in off {
      if !ids.contains(name.text) {
        let guess =
          Nearest.guess(at: name.text, in: ids.map { ($0, $0) }).map { "; menades \"\($0)\"?" } ?? "; namnen står i rules/MANUAL.md"
        note("regeln \"\(name.text)\" finns inte\(guess)", at: name.node)
      } else if replaced.contains(name.text) {
        note("regeln \"\(name.text)\" är både avstängd och ersatt under \"rules\"; ta bort den ur \"without\"", at: name.node)
      }
    }
    for name in fragments where general.vocabulary.fragments[name.text] == nil {
      note("fragmentet \"\(name.text)\" finns inte\(Self.guess(at: name.text, general.vocabulary))", at: name.node)
    }
  }

  /// The fragments that begin with a name, with what they are since they are much alike; else the nearest.
  private static func guess(at name: String, _ vocabulary: Vocabulary) -> String {
    let begun = vocabulary.fragments.values.filter { name.count > 2 && $0.id.hasPrefix(name) }
    let shown = begun.sorted { ($0.id.count, $0.id) < ($1.id.count, $1.id) }.prefix(3).map {
      "\"\($0.id)\" (\($0.about.split(separator: ".").first ?? ""))"
    }
    if shown.count > 1 { return "; menades \(shown.dropLast().joined(separator: ", ")) eller \(shown[shown.count - 1])?" }
    return Nearest.guess(at: name, in: vocabulary.fragments.keys.sorted().map { ($0, $0) }).map { "; menades \"\($0)\"?" } ?? ""
  }
}
