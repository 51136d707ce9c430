import Foundation
import Synchronization

/// The machine's list of Swedish words (svensk ordlista), by default Debian's `wswedish`.
///
/// The file, one word a line in ISO 8859-1 or UTF-8, is read when a word is first looked up. A file that cannot be read gives an
/// empty list, and `isMissing` says so: nothing is then joined or mended on the list's word.
public final class WordList: Sendable {
  /// Where Debian's `wswedish` puts its list.
  public static let systemPath = "/usr/share/dict/swedish"

  /// The file that the words come from.
  public let path: String
  private let list: LazyTable
  /// The machine's list is read once, however many ask for it.
  private static let system = LazyTable(path: systemPath)

  public init(path: String = WordList.systemPath) {
    self.path = path
    list = path == WordList.systemPath ? WordList.system : LazyTable(path: path)
  }

  /// Whether the file could not be read or holds no word. Asking loads the list.
  public var isMissing: Bool { table.count == 0 }

  /// Reads the file now.
  public func load() { _ = table }

  /// Whether the list holds the word (UTF-8), capital or small letters alike.
  public func contains(_ word: ArraySlice<UInt8>) -> Bool { word.withUnsafeBufferPointer(contains) }

  /// The same of a word in a text that is gone through as a buffer.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let table = table
    return Latin1.withFolded(word) { $0.map(table.contains) ?? false }
  }

  /// Whether the word (UTF-8) is two or more listed words written together (sammansättning), with or without a joining -s-.
  public func isCompound(_ word: ArraySlice<UInt8>) -> Bool {
    guard let folded = Latin1.folded(word) else { return false }
    return CompoundSplitter(table: table).splits(folded[...])
  }

  /// Whether the word (UTF-8) is listed or a compound of listed words.
  public func knows(_ word: ArraySlice<UInt8>) -> Bool { contains(word) || isCompound(word) }

  private var table: WordTable { list.table }
}

/// A file's words, read when they are first asked for. Every word of a page asks: `AtomicLazyReference`, which is generic and not inlined, cost as much
/// as the look-up itself.
private final class LazyTable: Sendable {
  private let path: String
  private let loaded = Atomic<Unmanaged<WordTable>?>(nil)

  init(path: String) { self.path = path }

  deinit { loaded.load(ordering: .acquiring)?.release() }

  var table: WordTable { loaded.load(ordering: .acquiring)?.takeUnretainedValue() ?? load() }

  /// Of several that read the file at the same time one leaves its table to all.
  private func load() -> WordTable {
    let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    let table = Unmanaged.passRetained(WordTable(Latin1.foldedList(bytes)))
    let (isFirst, earlier) = loaded.compareExchange(expected: nil, desired: table, ordering: .acquiringAndReleasing)
    guard !isFirst, let earlier else { return table.takeUnretainedValue() }
    table.release()
    return earlier.takeUnretainedValue()
  }
}
