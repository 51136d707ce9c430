internal import GRDB

/// Why the archive could not be opened, read or written: one Swedish sentence that names the file and says what to do.
public struct ArchiveFailure: Error, CustomStringConvertible, Sendable {
  public var description: String

  public init(_ description: String) { self.description = description }
}

extension ArchiveFailure {
  static func missing(_ path: String) -> ArchiveFailure {
    ArchiveFailure("arkivet \(path) finns inte; skapa det med \"paragraf index MAPP\" eller ange ett annat med --archive")
  }

  static func empty(_ path: String) -> ArchiveFailure {
    ArchiveFailure("arkivet \(path) är tomt; läs in dokument med \"paragraf index MAPP\" eller ange ett annat med --archive")
  }

  static func notAnArchive(_ path: String) -> ArchiveFailure {
    ArchiveFailure("\(path) är inget arkiv från paragraf; filen är orörd, ange en annan med --archive")
  }

  static func newer(_ path: String, version: Int, known: Int) -> ArchiveFailure {
    ArchiveFailure(
      "arkivet \(path) är gjort av en nyare version av paragraf (arkivets version är \(version), det här programmet känner \(known)); "
        + "uppdatera programmet, arkivet är orört")
  }

  /// The sentence for what SQLite says, by its primary result code (https://www.sqlite.org/rescode.html).
  init(_ error: DatabaseError, path: String) {
    let kept = "det som redan är inläst finns kvar"
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init("disken där arkivet \(path) ligger är full; frigör utrymme och kör samma kommando igen, \(kept)")
    case .SQLITE_IOERR:
      self.init(
        "arkivet \(path) kunde inte läsas eller skrivas; se efter att disken svarar och har utrymme och kör samma kommando igen, \(kept)")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init("arkivet \(path) används av ett annat program; vänta tills det är klart och kör samma kommando igen")
    case .SQLITE_READONLY, .SQLITE_PERM:
      self.init("arkivet \(path) får inte skrivas; se efter vem som äger filen och mappen, eller ange ett annat med --archive")
    case .SQLITE_CANTOPEN, .SQLITE_AUTH:
      self.init("arkivet \(path) kunde inte öppnas; se efter att mappen finns och att du har rätt till den")
    case .SQLITE_NOTADB:
      self = .notAnArchive(path)
    case .SQLITE_CORRUPT:
      self.init("arkivet \(path) är skadat; lägg tillbaka en kopia eller läs in dokumenten i ett nytt arkiv med --archive")
    default:
      self.init("arkivet \(path) svarar med ett fel (SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "utan text"))")
    }
  }
}
