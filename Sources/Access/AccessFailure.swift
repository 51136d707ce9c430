internal import GRDB

/// Why users, sessions or the log could not be read or changed: one Swedish sentence that says what to do.
public struct AccessFailure: Error, CustomStringConvertible, Sendable {
  public var description: String

  public init(_ description: String) { self.description = description }

  /// The sentence for what SQLite says, by its primary result code (https://www.sqlite.org/rescode.html).
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR:
      self.init("användarfilen \(path) kunde inte läsas eller skrivas; se efter att disken svarar och har utrymme")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init("användarfilen \(path) används av ett annat program; vänta tills det är klart och försök igen")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      self.init("användarfilen \(path) får inte öppnas eller skrivas; se efter vem som äger filen och mappen")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self.init("\(path) är ingen användarfil från paragraf, eller så är den skadad; lägg tillbaka en kopia")
    default:
      self.init("användarfilen \(path) svarar med ett fel (SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "utan text"))")
    }
  }
}
