import Access
import ArgumentParser
import Foundation

/// `paragraf users`: who may use the archive over the network.
struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users",
    abstract: "Says who may use the archive in a browser, and shows who did what.",
    discussion: """
      Users, their sessions and the log stand in a file of their own beside the archive (paragraf.users.db for paragraf.db), which only its
      owner may read. As soon as there is one user, "paragraf serve" asks everyone to log in.
      """,
    subcommands: [
      UsersAddCommand.self, UsersListCommand.self, UsersRemoveCommand.self, UsersRoleCommand.self, UsersPasswordCommand.self,
      UsersLogCommand.self,
    ])
}

/// Which users a command works on.
struct UsersOption: ParsableArguments {
  @Option(name: .customLong("users"), help: "The file with the users. Default: beside the archive, paragraf.users.db for paragraf.db.")
  var given: String?

  @OptionGroup var archive: ArchiveOption

  var path: String { given ?? AccessStore.path(besideArchive: archive.path) }

  func store(_ mode: AccessStore.Mode) throws -> AccessStore { try AccessStore(path: path, mode: mode) }

  /// Who gives the command.
  static var doer: Doer { Doer(name: NSUserName(), address: nil) }

  static func role(_ text: String) throws -> Role {
    guard let role = Role(rawValue: text) else { throw ValidationError("\(text) är ingen roll; ange reader, editor eller admin") }
    return role
  }

  /// Throws a `CommandFailure` for what can be no name.
  static func name(_ text: String) throws -> UserName {
    guard let name = UserName(text) else {
      throw CommandFailure("\(text) kan inte vara ett användarnamn; ta högst 64 bokstäver, siffror, blanksteg och . _ - @")
    }
    return name
  }
}
