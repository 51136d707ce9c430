import Foundation

/// Keeps what Poppler writes to the standard error ("Syntax Warning: ...") from the user, who can do nothing about it.
///
/// Poppler's GLib interface has no way to ask for silence, so the descriptor itself is turned aside while Poppler works. What a reader of PDF should know
/// comes as a `PDFError`.
enum QuietErrors {
  /// Runs `work` with the standard error going nowhere.
  static func during<Value>(_ work: () throws -> Value) rethrows -> Value {
    fflush(nil)
    let kept = dup(STDERR_FILENO)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard kept >= 0, nowhere >= 0 else {
      [kept, nowhere].filter { $0 >= 0 }.forEach { close($0) }
      return try work()
    }
    dup2(nowhere, STDERR_FILENO)
    close(nowhere)
    defer {
      fflush(nil)
      dup2(kept, STDERR_FILENO)
      close(kept)
    }
    return try work()
  }
}
