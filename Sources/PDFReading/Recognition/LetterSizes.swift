import Pages

/// Tells the size of letters from how high they are drawn, and evens it out over a page: recognition knows no fonts.
struct LetterSizes {
  /// Font sizes in points, by line.
  let sizes: [Int: Double]

  /// Of the font size: how high capitals, figures and long letters rise above the baseline, and how high the others, in common fonts.
  private static let tall = 0.70
  private static let short = 0.50
  /// Sizes so close to each other are one.
  private static let nearness = 0.12
  /// In points; no letter of a page is larger.
  private static let largest = 1000.0
  /// Where a line has nothing to be measured by.
  private static let usual = 10.0

  /// - Parameter pixelsPerPoint: of the image.
  init(_ words: [RecognisedWord], pixelsPerPoint: Double) {
    var measured: [(line: Int, size: Double, letters: Int)] = []
    for words in Dictionary(grouping: words, by: \.line).values {
      // A line whose baseline could not be told has a size past all measure.
      guard let size = Self.size(of: words), size.isFinite, size > 0, size / pixelsPerPoint < Self.largest else { continue }
      measured.append((words[0].line, size / pixelsPerPoint, words.reduce(0) { $0 + $1.text.count }))
    }
    var sizes: [Int: Double] = [:]
    // The most common size first: what is near it is it.
    while let common = Self.mostCommon(measured) {
      for line in measured where Self.isNear(line.size, common) { sizes[line.line] = common }
      measured.removeAll { Self.isNear($0.size, common) }
    }
    self.sizes = sizes
  }

  func size(ofLine line: Int) -> Double { sizes[line] ?? Self.usual }

  private static func isNear(_ size: Double, _ other: Double) -> Bool { abs(size - other) <= other * nearness }

  /// In pixels; nil where the line has no letter or figure to be measured.
  private static func size(of words: [RecognisedWord]) -> Double? {
    let plain = words.filter { isPlain($0.text) }
    let tallWords = plain.filter { $0.text.contains(where: tallLetters.contains) }
    if !tallWords.isEmpty { return height(of: tallWords) / tall }
    let shortWords = plain.filter { $0.text.allSatisfy(shortLetters.contains) }
    return shortWords.isEmpty ? nil : height(of: shortWords) / short
  }

  /// Above the baseline: the middle one.
  private static func height(of words: [RecognisedWord]) -> Double {
    words.map { $0.baseline - Double($0.box.top) }.sorted()[words.count / 2]
  }

  private static let tallLetters = Set("ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789bdfhkl".utf8)
  private static let shortLetters = Set("acegmnopqrsuvwxyz".utf8)

  /// Whether nothing in the word rises above its letters: accents on capitals, brackets, quotes.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    let hasAccent = zip(text, text.dropFirst()).contains { $0 == 0xC3 && $1 < 0xA0 }
    return !hasAccent && text.allSatisfy { !"()[]|\"'/".utf8.contains($0) && $0 != 0xE2 && $0 != 0xC2 }
  }

  /// The size that most letters have, to half a point; nil where no line is left.
  private static func mostCommon(_ lines: [(line: Int, size: Double, letters: Int)]) -> Double? {
    var counts: [Int: Int] = [:]
    for line in lines { counts[Int((line.size * 2).rounded()), default: 0] += line.letters }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return max(Double(most.key) / 2, 1)
  }
}
