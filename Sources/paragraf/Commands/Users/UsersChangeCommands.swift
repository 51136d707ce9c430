import Access
import ArgumentParser

/// `paragraf users add`.
struct UsersAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a user. The password is asked for on the terminal.",
    discussion: "A reader searches and reads, an editor corrects facts and takes documents in too, an admin sees the log too.")

  @Argument(help: "The user's name.")
  var name: String

  @Option(help: "reader, editor or admin.", transform: UsersOption.role)
  var role: Role

  @Flag(help: "They come through a proxy that has logged them in (see \"paragraf serve --proxy-user-header\"), and have no password here.")
  var withoutPassword = false

  @OptionGroup var password: PasswordOption
  @OptionGroup var users: UsersOption

  func run() throws {
    let name = try UsersOption.name(name)
    let password = withoutPassword ? nil : try password.read(for: name)
    try users.store(.create).add(name, role: role, password: password, by: UsersOption.doer)
    try Output.line("\(name.text) är tillagd som \(role.swedish) i \(users.path).")
  }
}

/// `paragraf users remove`.
struct UsersRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Takes a user away and ends their sessions.")

  @Argument(help: "The user's name.")
  var name: String

  @OptionGroup var users: UsersOption

  func run() throws {
    let name = try UsersOption.name(name)
    try users.store(.existing).remove(name, by: UsersOption.doer)
    try Output.line("\(name.text) är borttagen.")
  }
}

/// `paragraf users role`.
struct UsersRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "role", abstract: "Gives a user another role and ends their sessions.")

  @Argument(help: "The user's name.")
  var name: String

  @Argument(help: "reader, editor or admin.", transform: UsersOption.role)
  var role: Role

  @OptionGroup var users: UsersOption

  func run() throws {
    let name = try UsersOption.name(name)
    try users.store(.existing).setRole(role, of: name, by: UsersOption.doer)
    try Output.line("\(name.text) är nu \(role.swedish).")
  }
}

/// `paragraf users password`.
struct UsersPasswordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: "Gives a user a new password and ends their sessions.")

  @Argument(help: "The user's name.")
  var name: String

  @OptionGroup var password: PasswordOption
  @OptionGroup var users: UsersOption

  func run() throws {
    let name = try UsersOption.name(name)
    let store = try users.store(.existing)
    guard try store.user(name) != nil else { throw CommandFailure("det finns ingen användare som heter \(name.text)") }
    try store.setPassword(try password.read(for: name), of: name, by: UsersOption.doer)
    try Output.line("\(name.text) har ett nytt lösenord.")
  }
}
