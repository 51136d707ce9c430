internal import GRDB

/// Cuts text and queries into stems for FTS5: `avgift` finds `avgifterna`, and the hit is the word as it stands in the text.
///
/// FTS5's own tokenizers fold å, ä and ö to a and o, which in Swedish are letters of their own, and stem English only.
final class SearchTokenizer: FTS5CustomTokenizer {
  static let name = "paragraf"

  private let words = Words()

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return Self.done }
    let text = UnsafeRawBufferPointer(start: pText, count: Int(nText))
    return words.each(in: text) { range, stem in
      stem.withMemoryRebound(to: CChar.self) { bytes in
        tokenCallback(context, 0, bytes.baseAddress, CInt(bytes.count), CInt(range.lowerBound), CInt(range.upperBound))
      }
    }
  }

  /// SQLITE_OK.
  private static let done: CInt = 0
}
