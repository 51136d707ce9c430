import Access
import ArgumentParser
import Foundation

/// `paragraf users list`.
struct UsersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the users with their roles.")

  @OptionGroup var users: UsersOption

  func run() throws {
    guard AccessStore.exists(users.path) else { throw NothingFound("det finns inga användare: filen \(users.path) saknas") }
    let all = try users.store(.existing).users()
    if all.isEmpty { throw NothingFound("inga användare i \(users.path)") }
    for user in all { try Output.line(Self.line(user)) }
  }

  private static func line(_ user: User) -> String {
    let login =
      user.lastLogin.map { "inloggad \(LogText.time($0))" } ?? (user.hasPassword ? "aldrig inloggad" : "utan lösenord, genom proxy")
    return "\(user.name), \(user.role.swedish), tillagd \(LogText.time(user.addedAt)), \(login)"
  }
}

/// `paragraf users log`.
struct UsersLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Prints who logged in, took documents in and corrected, oldest first.")

  @Option(help: "From this day on, as 2024-06-17.")
  var since: String?

  @OptionGroup var users: UsersOption

  func run() throws {
    let start = try since.map(Self.day)
    guard AccessStore.exists(users.path) else { throw NothingFound("ingen logg: filen \(users.path) saknas") }
    let entries = try users.store(.existing).log(since: start)
    if entries.isEmpty { throw NothingFound("loggen i \(users.path) har inget\(since.map { " sedan \($0)" } ?? "")") }
    for entry in entries.reversed() { try Output.line(LogText.line(entry)) }
  }

  private static func day(_ text: String) throws -> Date {
    let form = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    guard let date = try? form.parse(text) else { throw CommandFailure("--since \(text) är ingen dag; skriv den som 2024-06-17") }
    return date
  }
}

/// The log for a person.
enum LogText {
  /// "2024-06-17 09:30:05", in the machine's own time.
  static func time(_ date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current).year().month().day().time(includingFractionalSeconds: false))
  }

  static func line(_ entry: LogEntry) -> String {
    let parts = [
      time(entry.at), entry.who.isEmpty ? "(okänt namn)" : entry.who, entry.address ?? "vid datorn", entry.event.swedish, entry.what,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
