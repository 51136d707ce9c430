import Archive

/// A file with the version of the minutes that it is.
enum VersionText {
  /// "ks-rattad.pdf (rättad)".
  static func named(_ source: String, _ version: String?) -> String { version.map { "\(source) (\($0))" } ?? source }
}

extension TextLayout {
  /// The other files of a meeting.
  mutating func add(otherFiles files: [OtherFile]) {
    if files.isEmpty { return }
    heading("Samma sammanträde finns också i")
    for file in files { entry(VersionText.named(file.source, file.version), mark: "– ", indent: 2) }
  }
}
