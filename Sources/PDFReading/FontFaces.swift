import CPoppler
import Foundation

/// Tells bold faces from others by their names, each name looked at once: a page has thousands of runs and a handful of fonts.
struct FontFaces {
  private var known: [[UInt8]: Bool] = [:]

  /// What the makers of fonts call their heavy faces, in small letters.
  private static let heavyNames: [[UInt8]] = ["bold", "black", "heavy", "semibold", "demi", "extrab", "-bd", "_bd"].map { Array($0.utf8) }

  /// Whether the face of that name (`ABCDEF+Arial-BoldMT`) is bold. A font without a name is not.
  mutating func isBold(_ name: UnsafePointer<CChar>?) -> Bool {
    guard let name else { return false }
    let lower = UnsafeBufferPointer(start: name, count: strlen(name)).map { byte -> UInt8 in
      let byte = UInt8(bitPattern: byte)
      return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    if let answer = known[lower] { return answer }
    let answer = Self.heavyNames.contains { Self.contains(lower, $0) }
    known[lower] = answer
    return answer
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
