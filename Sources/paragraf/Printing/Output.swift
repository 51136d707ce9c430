import Foundation

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

  /// Writes a file as a whole, or to standard output for "-". Throws a `CommandFailure` where it cannot be written.
  static func bytes(_ bytes: [UInt8], to path: String) throws {
    do {
      if path == "-" { return try FileHandle.standardOutput.write(contentsOf: Data(bytes)) }
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure("\(path) kunde inte skrivas; se efter att mappen finns, att du får skriva i den och att disken har utrymme")
    }
  }

  static func error(_ line: String) {
    // Where standard error cannot be written there is no one left to tell.
    if !line.isEmpty { try? Terminal.standardError.write(line + "\n") }
  }
}
