extension Hyphenation {
  /// The texts of two lines as one: with a space, or as the hyphen at the first one's end says.
  public func joined(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    guard !first.isEmpty, !second.isEmpty else { return first + second }
    let stem = Hyphen.dropping(first[...])
    guard stem.count < first.count else { return first + [0x20] + second }
    let before = first.split(separator: 0x20).last ?? first[...]
    let after = second.prefix { $0 != 0x20 }
    switch joins(before, after) {
    case .join: return stem + second
    case .keepHyphen: return first + second
    case .keepHyphenAndSpace: return first + [0x20] + second
    }
  }
}
