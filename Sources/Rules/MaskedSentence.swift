internal import Foundation
public import Language

/// A sentence in which each sum of money is one mask character, so that a rule's `{belopp}` matches just what the scanner found.
public struct MaskedSentence: Sendable {
  /// The masked text.
  public let text: [UInt8]
  /// The sums, their ranges in the unmasked text.
  public let amounts: [Amount]
  private let maskOffsets: [Int]

  public init(_ original: [UInt8], units: MoneyUnits) {
    var text: [UInt8] = []
    var offsets: [Int] = []
    var end = 0
    let scanned = AmountScanner.scan(original, units: units)
    var kept: [Amount] = []
    for amount in scanned where amount.range.lowerBound >= end {
      text += original[end..<amount.range.lowerBound]
      offsets.append(text.count)
      text += Array(Self.mask(of: amount, in: original).utf8)
      end = amount.range.upperBound
      kept.append(amount)
    }
    self.text = text + original[end...]
    amounts = kept
    maskOffsets = offsets
  }

  private static func mask(of amount: Amount, in text: [UInt8]) -> String {
    if let value = amount.value, value < 0 { return Vocabulary.minusMask }
    let sign = text[amount.range].prefix { $0 &- 0x30 > 9 }
    let isPlus = sign.contains(UInt8(ascii: "+")) || String(decoding: sign, as: UTF8.self).lowercased().contains("plus ")
    return isPlus ? Vocabulary.plusMask : Vocabulary.moneyMask
  }

  /// Whether the sum at `index` is written with a plus.
  public func isWrittenPlus(_ index: Int) -> Bool { text[maskOffsets[index]...].starts(with: Vocabulary.plusMask.utf8) }

  /// The offset in `text` of the mask of the sum at `index`.
  public func offset(ofMask index: Int) -> Int { maskOffsets[index] }

  /// Index into `amounts` of the sum whose mask stands at the offset in `text`.
  public func index(ofMaskAt offset: Int) -> Int? { maskOffsets.firstIndex(of: offset) }
}
