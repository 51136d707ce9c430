/// Text for a person: lines wrapped to the terminal's width, headings, indented entries.
struct TextLayout {
  let terminal: Terminal
  private var lines: [String] = []

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Without the last line's break.
  var string: String { lines.joined(separator: "\n") }

  mutating func blank() {
    if !lines.isEmpty && lines.last != "" { lines.append("") }
  }

  /// A heading that stands out, with a blank line above.
  mutating func heading(_ text: String) {
    blank()
    for line in Self.wrapped(text, width: terminal.width) { lines.append(terminal.bold(line)) }
  }

  /// A paragraph; the first line begins with `mark`, the others stand below its text.
  mutating func entry(_ text: String, mark: String = "", indent: Int = 0, style: (String) -> String = { $0 }) {
    let left = indent + mark.count
    for (index, line) in Self.wrapped(text, width: max(20, terminal.width - left)).enumerated() {
      let margin = index == 0 ? String(repeating: " ", count: indent) + mark : String(repeating: " ", count: left)
      lines.append(margin + style(line))
    }
  }

  /// Lines that are set already.
  mutating func add(lines set: [String]) { lines += set }

  /// A snippet, in which `**` stands around each hit: bold on a terminal, without a sign elsewhere.
  mutating func entry(marked text: String, indent: Int) {
    var isHit = false
    for line in Self.wrapped(text, width: max(20, terminal.width - indent)) {
      var shown = ""
      for (index, part) in line.split(separator: "**", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { isHit.toggle() }
        shown += isHit && !part.isEmpty ? terminal.bold(String(part)) : String(part)
      }
      lines.append(String(repeating: " ", count: indent) + shown)
    }
  }

  /// An entry whose place (a page) stands at its end, in the last line if it has room there.
  mutating func entry(_ text: String, mark: String = "", indent: Int = 0, place: String) {
    let note = place.isEmpty ? "" : " (\(place.replacing(" ", with: "\u{A0}")))"
    entry(text + note, mark: mark, indent: indent)
  }

  /// Names and figures in two columns, the figures to the right; a long name goes on below itself.
  mutating func table(_ rows: [(name: String, figure: String)], indent: Int = 2) {
    let figureWidth = rows.map(\.figure.count).max() ?? 0
    let room = max(10, terminal.width - indent - 2 - figureWidth)
    let nameWidth = min(room, rows.map(\.name.count).max() ?? 0)
    for row in rows {
      let name = Self.wrapped(row.name, width: room - 2).enumerated().map { $0 == 0 ? $1 : "  " + $1 }
      let margin = String(repeating: " ", count: indent)
      for line in name.dropLast() { lines.append(margin + line) }
      let last = name.last ?? ""
      let gap = nameWidth - last.count + 2 + figureWidth - row.figure.count
      lines.append(margin + last + String(repeating: " ", count: max(1, gap)) + row.figure)
    }
  }

  /// Breaks at ordinary white space. `**`, which marks a hit, takes no width. A word longer than the line is left whole.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let length = word.replacing("**", with: "").count
      if used > 0 && used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += used > 0 ? " \(word)" : String(word)
      used += used > 0 ? length + 1 : length
    }
    return lines + [line]
  }
}
