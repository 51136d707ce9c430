/// The notes of one query, in the order they were made.
struct NoteBook {
  let text: QueryText
  private(set) var notes: [QueryNote] = []

  init(_ text: QueryText) { self.text = text }

  /// Adds a note on `place`; beyond the limit nothing.
  mutating func add(_ place: Range<Int>, _ message: String) {
    guard notes.count < QueryLimits.notes, !notes.contains(where: { $0.place == place && $0.message == message }) else { return }
    notes.append(QueryNote(place: place, message: message, marked: marked(place)))
  }

  private static let around = 30

  /// The text around the place and carets below it. Signs that would move the cursor are shown as spaces.
  private func marked(_ place: Range<Int>) -> String {
    let before = characters(0..<place.lowerBound)
    let inside = characters(place)
    let after = characters(place.upperBound..<min(text.bytes.count, place.upperBound + 4 * Self.around))
    let start = before.count > Self.around ? "…" + before.suffix(Self.around) : before
    let shown = inside.count > 2 * Self.around ? inside.prefix(2 * Self.around) + "…" : inside
    let end = after.count > Self.around ? after.prefix(Self.around) + "…" : after
    let carets = String(repeating: "^", count: max(1, shown.count))
    return "\(start)\(shown)\(end)\n\(String(repeating: " ", count: start.count))\(carets)"
  }

  private func characters(_ range: Range<Int>) -> String {
    String(text[range].map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0 })
  }
}
