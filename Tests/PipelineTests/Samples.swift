import Foundation
import Pipeline

/// The repository's own rules and documents.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let reader = Result { try Reader(rulesFolder: root.appendingPathComponent("rules").path) }

  static func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent("corpus").appendingPathComponent(name)))
  }
}

/// Writes the bytes into a file of that name in a folder of its own, hands its path over, and takes the folder away again.
func withFile<Value>(_ name: String, _ bytes: [UInt8], _ use: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pipeline-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent(name)
  try Data(bytes).write(to: file)
  return try use(file.path)
}

/// Minutes with letters that the encodings write each in their own way.
let minutes = """
  Björkmåla kommun
  Sammanträdesprotokoll
  Miljönämnden
  2024-03-12

  Plats och tid    Stora salen, kl. 13.00
  Beslutande       Åsa Öberg (S), ordförande
                   Björn Ek (M)

  § 7 Avgift för tillsyn på Åsön
  Dnr MN 2024/7

  Yrkanden
  Åsa Öberg (S) yrkar att avgiften blir 1 200 kronor.

  Beslut
  Miljönämnden fastställer avgiften enligt förslaget.

  § 8 Övriga frågor

  Beslut
  Frågan läggs till handlingarna.

  """
