import Access
import ArgumentParser
import Foundation

/// How a password is given: never as an argument, which every process of the machine can see.
struct PasswordOption: ParsableArguments {
  @Flag(help: "Read the password from the first line of standard input, not from the terminal.")
  var passwordStdin = false

  /// Throws a `CommandFailure`.
  func read(for name: UserName) throws -> String {
    if passwordStdin {
      guard let line = readLine(strippingNewline: true) else { throw CommandFailure("lösenordet saknas på standard in") }
      return line
    }
    let first = try Self.asked("Lösenord för \(name.text) (minst \(AccessStore.shortestPassword) tecken): ")
    guard try Self.asked("En gång till: ") == first else { throw CommandFailure("de två lösenorden är olika; försök igen") }
    return first
  }

  /// Asks on the terminal without showing what is typed; glibc's getpass(3) puts the terminal back as it was.
  private static func asked(_ question: String) throws -> String {
    guard isatty(STDIN_FILENO) == 1, let typed = getpass(question) else {
      throw CommandFailure("det finns ingen terminal att fråga på; ange --password-stdin")
    }
    return String(cString: typed)
  }
}
