import Extraction
import Foundation
import Pipeline
import Rules
import Workers

/// Which rules of a municipality take no line of sample documents.
struct RuleUse {
  /// For a person: what each file was read by, then the rules that took nothing.
  private(set) var lines: [String] = []
  /// The municipalities' files that any of them was read by.
  private(set) var overlays: Set<String> = []

  /// Throws as `TaskOptions.perform`.
  init(_ files: [String], general: RuleSet, options: TaskOptions) throws {
    var used: [String: Set<String>] = [:]
    for file in files {
      let answer = try options.perform(.explanation(path: file, page: nil))
      let document = try JSONDecoder().decode(DocumentExplanation.self, from: Data(answer))
      let paragrafer = document.pages.flatMap(\.lines).count { $0.role?.hasPrefix("paragrafrubrik") == true }
      lines.append(
        paragrafer == 0 ? "obs: \(file): inga paragrafer hittades" : "\(file): \(Swedish.count(paragrafer, "paragraf", "paragrafer"))")
      guard let overlay = document.overlay else {
        lines.append("obs: \(file) är läst med de allmänna reglerna; ingen kommuns egna regler gäller den (se --municipality)")
        continue
      }
      used[overlay, default: []].formUnion(document.pages.flatMap(\.lines).flatMap(Self.rules))
    }
    overlays = Set(used.keys)
    for overlay in general.overlays.all {
      guard let used = used[overlay.file] else { continue }
      for rule in general.with(overlay).rules where rule.file == overlay.file && !used.contains(rule.id) {
        lines.append("obs: \(rule.file):\(rule.line): \(rule.id) tog ingen rad; se med \"paragraf rules explain\" hur raden lyder")
      }
    }
  }

  private static func rules(_ line: Explainer.LineExplanation) -> [String] { [line.rule].compactMap { $0 } + line.factRules }
}
