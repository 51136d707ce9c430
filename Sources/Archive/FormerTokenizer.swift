internal import GRDB

/// The name of the tokenizer that archives before version 4 gave their FTS5 index, without which SQLite does not let go of that index. It cuts
/// nothing.
final class FormerTokenizer: FTS5CustomTokenizer {
  static let name = "paragraf"

  init(db: Database, arguments: [String]) {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    ResultCode.SQLITE_OK.rawValue
  }
}
