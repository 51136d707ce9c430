/// What a font's PostScript name says of its weight. Poppler's GLib interface gives no flags, so the name is all there is.
enum FontName {
  /// `ABCDEF+Calibri-Bold`, `Arial,BoldItalic`, `Frutiger-Black`, `MyriadPro-Semibold`, `AvenirNext-DemiBold`, `Lato-Heavy` are bold.
  private static let bold: [[UInt8]] = ["bold", "black", "heavy", "demi", "fett"].map { Array($0.utf8) }

  static func isBold(_ name: UnsafePointer<CChar>) -> Bool {
    var length = 0
    while name[length] != 0 { length += 1 }
    return isBold(UnsafeBufferPointer(start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: length))
  }

  private static func isBold(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for start in name.indices {
      for word in bold where begins(name, at: start, with: word) { return true }
    }
    return false
  }

  private static func begins(_ name: UnsafeBufferPointer<UInt8>, at start: Int, with word: [UInt8]) -> Bool {
    guard start + word.count <= name.count else { return false }
    for index in word.indices where name[start + index] | 0x20 != word[index] { return false }
    return true
  }
}
