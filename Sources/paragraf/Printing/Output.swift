/// What goes to standard output and standard error.
enum Output {
  static func line(_ line: String) throws { try text(line + "\n") }

  /// Throws a `CommandFailure` where it cannot be written (a full disk behind `>`).
  static func text(_ text: String) throws {
    do {
      try Terminal.standardOutput.write(text)
    } catch {
      throw CommandFailure("svaret kunde inte skrivas; se efter att disken det skrivs till har utrymme")
    }
  }

  static func error(_ line: String) {
    // Where standard error cannot be written there is no one left to tell.
    if !line.isEmpty { try? Terminal.standardError.write(line + "\n") }
  }
}
