/// What a rule gives, read once: text with `{group}` where what the group caught is put in.
struct Template: Sendable {
  /// Text, and the group that follows it; the last has none.
  private let parts: [(text: String, group: String?)]

  init(_ written: String) {
    var parts: [(String, String?)] = []
    var rest = Substring(written)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append((String(rest[..<open]), String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty || parts.isEmpty { parts.append((String(rest), nil)) }
    self.parts = parts
  }

  /// The groups that it names.
  var groups: [String] { parts.compactMap(\.group) }

  /// The text with the groups filled in; nil where one of them took no part.
  func filled(_ group: (String) -> String?) -> String? {
    if parts.count == 1, parts[0].group == nil { return parts[0].text }
    var filled = ""
    for part in parts {
      filled += part.text
      guard let name = part.group else { continue }
      guard let caught = group(name) else { return nil }
      filled += caught
    }
    return filled
  }
}
