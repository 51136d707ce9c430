import ArgumentParser
import Foundation

/// How the program ends on an error: ripgrep's convention, 0 found or done, 1 nothing found, 2 error.
struct Ending {
  private let message: String
  private let code: Int32

  init(_ error: any Error) {
    let parsed = Paragraf.exitCode(for: error)
    // `--help` and `--version` come as errors too.
    if parsed == .success { Paragraf.exit(withError: error) }
    switch error {
    case let exit as ExitCode:
      (message, code) = ("", exit.rawValue)
    case let nothing as NothingFound:
      (message, code) = ("paragraf: \(nothing.description)", 1)
    case _ where parsed == .validationFailure:
      let text = Paragraf.fullMessage(for: error)
      (message, code) = ("paragraf: \(text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text)", 2)
    default:
      (message, code) = ("paragraf: \(error)", 2)
    }
  }

  /// Says why, and gives the process's exit code; ending is left to the caller, who by then holds nothing more.
  func say() -> Int32 {
    Output.error(message)
    return code
  }
}

/// Nothing was found: one Swedish sentence that says what was looked for.
struct NothingFound: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// What the user asked for cannot be done: one Swedish sentence that says why and what to do.
struct CommandFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
