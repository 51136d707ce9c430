/// What a font's PostScript name says of it. Poppler's GLib interface gives no flags, so the name is all there is.
struct FontName {
  /// `ABCDEF+Calibri-Bold`, `Arial,BoldItalic`, `Frutiger-Black`, `MyriadPro-Semibold`, `AvenirNext-DemiBold`, `Lato-Heavy`, `HelveticaNeue-Bd`.
  let isBold: Bool
  /// A font of signs: `SymbolMT`, `Wingdings-Regular`, `Webdings`, `ZapfDingbats`, `OpenSymbol`.
  let isSymbol: Bool

  private static let bold = ["bold", "black", "heavy", "demi", "fett", "-bd"].map { Array($0.utf8) }
  private static let symbols = ["symbol", "dings", "dingbats"].map { Array($0.utf8) }

  init(_ name: UnsafePointer<CChar>) {
    var length = 0
    while name[length] != 0 { length += 1 }
    let bytes = UnsafeBufferPointer(start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: length)
    isBold = Self.holds(bytes, anyOf: Self.bold)
    isSymbol = Self.holds(bytes, anyOf: Self.symbols)
  }

  private static func holds(_ name: UnsafeBufferPointer<UInt8>, anyOf words: [[UInt8]]) -> Bool {
    name.indices.contains { start in words.contains { begins(name, at: start, with: $0) } }
  }

  private static func begins(_ name: UnsafeBufferPointer<UInt8>, at start: Int, with word: [UInt8]) -> Bool {
    // At most places the first letter is another.
    guard name[start] | 0x20 == word[0], start + word.count <= name.count else { return false }
    for index in word.indices where name[start + index] | 0x20 != word[index] { return false }
    return true
  }
}
