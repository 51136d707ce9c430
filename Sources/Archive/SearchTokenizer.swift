internal import GRDB
internal import Language

/// Cuts text and queries into stems for FTS5: `avgift` finds `avgifterna`, and the hit is the word as it stands in the text.
///
/// FTS5's own tokenizers fold å, ä and ö to a and o, which in Swedish are letters of their own, and stem English only.
final class SearchTokenizer: FTS5CustomTokenizer {
  static let name = "paragraf"

  private let analyzer: Analyzer

  init(db: Database, arguments: [String]) throws { analyzer = try Analyzer() }

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return ResultCode.SQLITE_OK.rawValue }
    return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { start in
      let text = UnsafeBufferPointer(start: start, count: Int(nText))
      do throws(Refusal) {
        try analyzer.forEachToken(in: text) { (stem, range) throws(Refusal) in
          let code = stem.withMemoryRebound(to: CChar.self) {
            tokenCallback(context, 0, $0.baseAddress, CInt($0.count), CInt(range.lowerBound), CInt(range.upperBound))
          }
          if code != ResultCode.SQLITE_OK.rawValue { throw Refusal(code: code) }
        }
        return ResultCode.SQLITE_OK.rawValue
      } catch {
        return error.code
      }
    }
  }

  /// FTS5 wants no more tokens; its result code goes back to it as it is.
  private struct Refusal: Error {
    var code: CInt
  }
}
