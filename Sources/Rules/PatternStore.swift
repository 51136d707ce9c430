internal import CPCRE2
internal import Foundation

/// The compiled patterns of a rules folder, kept in a file from one run of the program to the next: to compile them takes a third of what a start takes.
///
/// A pattern is found by how it is written, so that a changed rule is compiled anew. Nothing is read of a file that another build of the program, another
/// version of PCRE2 or another user has written, nor of one that is not whole: then all is compiled, as without it. What is kept is trusted as the
/// program itself is (pcre2serialize(3)): it must lie where only its user can write.
///
/// Not for several threads.
public final class PatternStore {
  /// A pattern as it was kept.
  struct Kept {
    /// Belongs to who takes it.
    var code: OpaquePointer
    var literals: LiteralNeed
    var start: FirstBytes?
  }

  private let path: String
  private let hash: ([UInt8]) -> String
  private var kept: [UInt64: Kept] = [:]
  /// The patterns that were asked for.
  private var used: [(key: UInt64, pattern: Pattern)] = []
  /// How many of them had to be compiled.
  public private(set) var compiled = 0

  /// - Parameters:
  ///   - path: the file; it need not be there.
  ///   - hash: SHA-256 in hexadecimal.
  public init(path: String, hash: @escaping ([UInt8]) -> String) {
    self.path = path
    self.hash = hash
    if let content = Self.content(of: path, hash) { read(content) }
  }

  deinit { for pattern in kept.values { pcre2_code_free_8(pattern.code) } }

  /// What was kept of a pattern; nil where it was not, or has been taken.
  func take(_ pattern: String) -> Kept? { kept.removeValue(forKey: Self.key(pattern)) }

  /// Tells of a pattern that is in use, to be kept.
  func note(_ pattern: Pattern, of source: String, isNew: Bool) {
    used.append((Self.key(source), pattern))
    if isNew { compiled += 1 }
  }

  /// Of the text, eight bytes at a time: tells apart texts that nobody has written to be mistaken for one another.
  private static func key(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var key = UInt64(bytes.count)
      var place = 0
      func add(_ word: UInt64) {
        key = (key ^ word) &* 0x9E37_79B9_7F4A_7C15
        key ^= key >> 29
      }
      while place + 8 <= bytes.count {
        add(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      add(bytes[place...].reduce(0) { $0 << 8 | UInt64($1) })
      return key
    }
  }
}

// The file: the SHA-256 of what follows, in hexadecimal; which build of the program wrote it; of each pattern its key, what it begins with and what it
// needs; the patterns as PCRE2 writes them. Numbers as they lie in memory.
extension PatternStore {
  private static let digestLength = 64

  /// What follows the digest; nil where the file is not there, not the user's own or not whole.
  private static func content(of path: String, _ hash: ([UInt8]) -> String) -> [UInt8]? {
    var about = stat()
    guard stat(path, &about) == 0, about.st_uid == geteuid(), about.st_mode & (S_IWGRP | S_IWOTH) == 0,
      let data = FileManager.default.contents(atPath: path), data.count > digestLength
    else { return nil }
    let content = Array(data.dropFirst(digestLength))
    return hash(content).utf8.elementsEqual(data.prefix(digestLength)) ? content : nil
  }

  private func read(_ content: [UInt8]) {
    content.withUnsafeBytes { bytes in
      var rest = NumberReader(bytes)
      guard rest.take(Int.self) == Self.build.count, rest.takeBytes(Self.build.count)?.elementsEqual(Self.build) == true,
        let count = rest.take(Int32.self)
      else { return }
      let needs = (0..<count).map { _ in KeptNeed(&rest) }
      rest.align()
      var codes = [OpaquePointer?](repeating: nil, count: Int(count))
      guard pcre2_serialize_decode_8(&codes, count, rest.place, nil) == count else { return }
      for (need, code) in zip(needs, codes) {
        guard let code else { continue }
        guard let need, kept[need.key] == nil else {
          pcre2_code_free_8(code)
          continue
        }
        kept[need.key] = Kept(code: code, literals: need.literals, start: need.start)
      }
    }
  }

  /// Writes the patterns that were used, where a good part of them was not kept: a few are compiled in less time than the file is written in. Where it
  /// cannot be written the next start takes as long as this one, and nothing else.
  public func save() {
    guard compiled * Self.worthWriting > used.count, let patterns = serialized() else { return }
    var content = NumberWriter()
    content.add(Self.build.count)
    content.bytes += Self.build
    content.add(Int32(used.count))
    for (key, pattern) in used { KeptNeed(key: key, literals: pattern.literals, start: pattern.start).write(to: &content) }
    content.align()
    content.bytes += patterns
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = Data(hash(content.bytes).utf8) + content.bytes
    try? file.write(to: URL(fileURLWithPath: path), options: .atomic)
    chmod(path, S_IRUSR | S_IWUSR)
  }

  /// So many times the patterns that were not kept must be more than all.
  private static let worthWriting = 20

  private func serialized() -> [UInt8]? {
    var codes = used.map { Optional($0.pattern.code) }
    var bytes: UnsafeMutablePointer<UInt8>?
    var size = 0
    guard pcre2_serialize_encode_8(&codes, Int32(codes.count), &bytes, &size, nil) == codes.count, let bytes else { return nil }
    defer { pcre2_serialize_free_8(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// Tells one build of the program from another: what patterns need is read and written otherwise there.
  private static let build: [UInt8] = {
    var about = stat()
    guard stat("/proc/self/exe", &about) == 0 else { return [] }
    return Array("\(about.st_dev) \(about.st_ino) \(about.st_size) \(about.st_mtim.tv_sec).\(about.st_mtim.tv_nsec)".utf8)
  }()
}

/// What was kept of a pattern beside its code.
private struct KeptNeed {
  var key: UInt64
  var literals: LiteralNeed
  var start: FirstBytes?

  init(key: UInt64, literals: LiteralNeed, start: FirstBytes?) {
    self.key = key
    self.literals = literals
    self.start = start
  }

  init?(_ reader: inout NumberReader) {
    guard let key = reader.take(UInt64.self), let hasStart = reader.take(UInt8.self) else { return nil }
    self.key = key
    if hasStart != 0 {
      guard let words = reader.takeNumbers(UInt64.self, count: FirstBytes.wordCount) else { return nil }
      start = FirstBytes(words: words)
    }
    guard let length = reader.take(UInt16.self), let list = reader.takeNumbers(UInt16.self, count: Int(length)) else { return nil }
    literals = LiteralNeed(list: list)
  }

  func write(to writer: inout NumberWriter) {
    writer.add(key)
    writer.add(UInt8(start == nil ? 0 : 1))
    if let start { for word in start.words { writer.add(word) } }
    let list = literals.list
    writer.add(UInt16(list.count))
    for number in list { writer.add(number) }
  }
}

/// PCRE2 reads numbers of up to eight bytes where they lie.
private enum Alignment {
  static func padding(after count: Int) -> Int { -count & 7 }
}

/// Takes numbers and bytes from a buffer; nil past its end.
private struct NumberReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Where the rest begins.
  var place: UnsafePointer<UInt8>? { bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: UInt8.self) } }

  mutating func take<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type) -> Number? {
    guard offset + MemoryLayout<Number>.size <= bytes.count else { return nil }
    defer { offset += MemoryLayout<Number>.size }
    return bytes.loadUnaligned(fromByteOffset: offset, as: type)
  }

  mutating func takeNumbers<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, count: Int) -> [Number]? {
    guard offset + count * MemoryLayout<Number>.size <= bytes.count else { return nil }
    return (0..<count).compactMap { _ in take(type) }
  }

  mutating func align() { offset += Alignment.padding(after: offset) }

  mutating func takeBytes(_ count: Int) -> UnsafeRawBufferPointer.SubSequence? {
    guard offset + count <= bytes.count else { return nil }
    defer { offset += count }
    return bytes[offset..<(offset + count)]
  }
}

private struct NumberWriter {
  var bytes: [UInt8] = []

  mutating func align() { bytes += [UInt8](repeating: 0, count: Alignment.padding(after: bytes.count)) }

  mutating func add(_ number: some FixedWidthInteger) { withUnsafeBytes(of: number) { bytes += $0 } }
}
