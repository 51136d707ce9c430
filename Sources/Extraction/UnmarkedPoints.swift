internal import Documents
internal import Pages

/// Finds the points of a decision whose bullets are drawn or of a font that gives no text: only their indent tells them.
struct UnmarkedPoints {
  let document: MunicipalDocument

  /// Points; a line that begins so much farther to the right than the lead-in stands in a list.
  private static let leastIndent = 8.0
  /// Points; lines that begin within so many of each other begin at the same place.
  private static let sameEdge = 2.0
  /// What a point ends with.
  private static let ends: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ".")]
  private static let clause = Array(" att".utf8)

  /// The lines that begin a point, of lists of two at least: the first below its lead-in, and each after a line that the writer ended.
  ///
  /// - Parameter heading: the section's, where it leads in what is decided.
  func points(in section: Section, below heading: LineReference?) -> Set<LineReference> {
    var found = Set<LineReference>()
    var list: [LineReference] = []
    // Where the lead-in begins; nil outside of a list.
    var lead = heading.flatMap { document.line($0).box?.x0 }
    var above: LineReference?
    func end() {
      if list.count > 1 { found.formUnion(list) }
      list = []
    }
    for line in section.lines {
      if let edge = lead, let left = document.line(line).box?.x0, isInList(left, list.first, lead: edge),
        ListMark(document.text(line)) == nil
      {
        if list.isEmpty || above.map({ isEnded($0, before: line) }) ?? false { list.append(line) }
      } else {
        end()
        lead = leadEdge(line)
      }
      above = line
    }
    end()
    return found
  }

  private func isInList(_ left: Double, _ first: LineReference?, lead: Double) -> Bool {
    guard let first, let edge = document.line(first).box?.x0 else { return left > lead + Self.leastIndent }
    return abs(left - edge) < Self.sameEdge
  }

  /// Where the line begins, if what is decided follows it. Below a point that announces others they are its own.
  private func leadEdge(_ line: LineReference) -> Double? {
    let text = document.text(line)
    guard ListMark(text) == nil else { return nil }
    return text.endsInColon || text.suffix(Self.clause.count).elementsEqual(Self.clause) ? document.line(line).box?.x0 : nil
  }

  /// Whether the next line's first word would have fitted behind the end of a point. A new sentence begins a decision even where the margin may have
  /// broken the line.
  private func isEnded(_ line: LineReference, before next: LineReference) -> Bool {
    guard let last = document.text(line).last, Self.ends.contains(last) else { return false }
    if last == UInt8(ascii: "."), document.text(next).beginsWithCapital { return true }
    return !document.flow.isFull(line, before: next, in: document.pages)
  }
}
