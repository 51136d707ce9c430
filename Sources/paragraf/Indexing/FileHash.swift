import Archive
import Foundation
import Pipeline

/// The hash by which the archive knows a file's bytes.
enum FileHash {
  private static let pieceSize = 1 << 20

  /// SHA-256 of a file, read piece by piece. Throws a `ReadFailure` where it cannot be read.
  static func hexadecimal(ofFile path: String) throws -> String {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ReadFailure("\(path) får inte läsas; se efter att filen finns kvar och att du har rätt till den")
    }
    defer { try? file.close() }
    var hash = ContentHash()
    do {
      while let piece = try file.read(upToCount: pieceSize), !piece.isEmpty { hash.update(piece) }
    } catch {
      throw ReadFailure("\(path) gick inte att läsa till slut; se efter att disken svarar och kör samma kommando igen")
    }
    return hash.hexadecimal()
  }
}
