public import Pages

extension Hyphenation {
  /// The texts of two lines as one: with a space, or as the hyphen at the first one's end says.
  public func joined(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    guard !first.isEmpty, !second.isEmpty else { return first + second }
    guard first.last == UInt8(ascii: "-") else { return first + [0x20] + second }
    let before = first.split(separator: 0x20).last ?? first[...]
    let after = second.prefix { $0 != 0x20 }
    switch joins(before, after) {
    case .join: return first.dropLast() + second
    case .keepHyphen: return first + second
    case .keepHyphenAndSpace: return first + [0x20] + second
    }
  }
}
