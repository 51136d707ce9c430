/// What is said where the workers could not be closed in.
enum SandboxText {
  static func warning(_ doubt: String) -> String {
    "paragraf: varning: läsprocesserna är inte avskärmade från nät och filer, eftersom \(doubt); läs bara filer från avsändare som du litar på."
  }
}
