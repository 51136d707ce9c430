/// What is wrong with a pattern that PCRE2 refuses, told of the pattern as its writer knows it.
struct PatternMistake {
  /// One Swedish sentence.
  let message: String

  /// - Parameter written: the pattern before its fragments were filled in, which are longer than their names.
  init(_ error: Pattern.CompileError, in written: String) {
    guard let own = Self.error(in: written) else {
      message = "mönstret kan inte tolkas: \(Self.meaning(of: error))"
      return
    }
    let place = String(decoding: Array(written.utf8).prefix(own.offset), as: UTF8.self).count
    message = "mönstret kan inte tolkas vid tecken \(place): \(Self.meaning(of: own))"
  }

  /// The mistake in the pattern with letters in place of each fragment, as many as its name has; nil where only what they stand for has one.
  private static func error(in written: String) -> Pattern.CompileError? {
    let bare = written.replacing(#/\{[\p{L}_:]+\}/#) { String(repeating: "x", count: $0.output.utf8.count) }
    do {
      _ = try Pattern(bare)
      return nil
    } catch {
      return error as? Pattern.CompileError
    }
  }

  private static func meaning(of error: Pattern.CompileError) -> String {
    meanings[error.number] ?? "se efter parenteser, hakparenteser och tecknen * + ? { | \\ strax före"
  }

  /// By PCRE2's numbers, for the mistakes that are made.
  private static let meanings: [Int32: String] = [
    101: "mönstret slutar med ett ensamt \\",
    103: "bokstaven efter \\ betyder ingenting särskilt; skriv den utan \\",
    104: "talen inom { } står i fel ordning",
    105: "talet inom { } är för stort",
    106: "en hakparentes [ är inte stängd med ]",
    107: "bokstaven efter \\ får inte stå inom [ ]",
    108: "tecknen omkring - inom [ ] står i fel ordning; skriv strecket sist",
    109: "det finns inget framför * + ? eller { } att upprepa",
    111: "tecknet efter (? betyder ingenting; en grupp skrivs (?<namn>…) eller (?:…)",
    114: "en parentes ( är inte stängd med )",
    115: "mönstret hänvisar till en grupp som inte finns",
    122: "en parentes ) saknar sin (",
    125: "det som står inom (?<=…) eller (?<!…) får inte variera i längd",
    142: "gruppens namn slutar inte med >",
    147: "okänt namn inom \\p{ }",
    162: "gruppens namn saknas efter (?<",
  ]
}
