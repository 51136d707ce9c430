internal import CPCRE2
internal import Glibc
internal import Synchronization

/// A compiled pattern (PCRE2, UTF-8, letters of any case alike), safe to share: compiled code is not written to once it has been used.
public final class Pattern: @unchecked Sendable {
  let code: OpaquePointer
  private let matchContext: OpaquePointer
  /// Group name -> the numbers of the groups of that name (a name may stand in several branches).
  private let groups: [String: [Int]]
  /// The pattern as compiled, its fragments filled in.
  public let source: String
  /// What must stand in a text that it can match, as `LiteralNeed.list` has it.
  let need: [UInt16]
  /// The same, not written down.
  let literals: LiteralNeed
  /// With what a text begins that it can match; nil where anything may.
  let start: FirstBytes?
  private let isLong: Bool
  /// Machine code is made when matching without it has taken its time: to make it costs what dozens or thousands of matches without it cost, and in most
  /// documents most patterns are ruled out by the text's signature.
  private let isTranslated = Atomic(false)
  /// Nanoseconds that matches without machine code have taken.
  private let spent = Atomic<UInt64>(0)
  /// Nanoseconds that they may take before machine code is made.
  private let patience: UInt64
  private let translation = Mutex(())
  /// The places that a match tells of: the whole's and each group's.
  private let spanCount: Int
  /// Address of room for a match that is not in use, of any pattern, since making it costs what a short match costs; 0: none.
  private static let spare = Atomic<UInt>(0)
  /// The places that `spare` has room for.
  private static let spareSpans = 256

  /// Half the nanoseconds that making machine code takes: some for each pattern, and some for each byte of it as compiled. Reckoned from the times of every
  /// match over twenty documents: with a fifth or with the double of it, matching and translating together take longer.
  private static func patience(_ code: OpaquePointer) -> UInt64 { 8000 + 24 * UInt64(size(of: code)) }

  /// How many steps a match may take before it counts as one that backtracks without end.
  private static let matchLimit: UInt32 = 2_000_000

  /// A pattern that PCRE2 refuses, with the offset in bytes where it stopped.
  public struct CompileError: Error {
    /// PCRE2's own number for what is wrong.
    let number: Int32
    public let offset: Int
  }

  /// Compiles. Throws `CompileError`.
  public convenience init(_ source: String) throws { try self.init(FilledPattern(source)) }

  /// - Parameter memory: what is known of groups that it has in common with other patterns, and of patterns that were compiled before.
  init(_ pattern: FilledPattern, memory: PatternMemory? = nil) throws {
    source = pattern.source
    let kept = memory?.store?.take(pattern.quick)
    code = try kept?.code ?? Self.compile(pattern)
    matchContext = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(matchContext, Self.matchLimit)
    groups = Self.groupNames(of: code)
    spanCount = Self.groupCount(of: code) + 1
    patience = Self.patience(code)
    let needs = kept.map { PatternNeeds(literals: $0.literals, start: $0.start) } ?? PatternNeeds(pattern: source, memory: memory)
    literals = needs.literals
    need = literals.list
    start = needs.start
    isLong = source.utf8.count > Self.shortPattern && need.count > 2
    memory?.store?.note(self, of: pattern.quick, isNew: kept == nil)
  }

  /// What is wrong is told of the source, as its writer knows it.
  private static func compile(_ pattern: FilledPattern) throws -> OpaquePointer {
    let quick = SharedGroups.pattern(of: pattern.quick)
    if quick != pattern.source, let code = try? compile(quick) { return code }
    return try compile(pattern.source)
  }

  private static func compile(_ source: String) throws -> OpaquePointer {
    var number: Int32 = 0
    var offset = 0
    let options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_DUPNAMES | PCRE2_NO_UTF_CHECK
    let bytes = Array(source.utf8)
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &number, &offset, nil) else {
      throw CompileError(number: number, offset: offset)
    }
    return code
  }

  /// False where the text surely has no match, told by its signature alone; true says nothing.
  public func mayMatch(_ signature: TextSignature) -> Bool {
    guard mayMatch(textOf: signature.first) else { return false }
    return need.withUnsafeBufferPointer { need in signature.withBits { LiteralNeed.isMet(need, by: $0) } }
  }

  /// False where a text surely has no match that begins with the byte; nil says nothing of it.
  func mayMatch(textOf first: UInt8?) -> Bool {
    guard let start, let first else { return true }
    return start.contains(first)
  }

  deinit {
    pcre2_match_context_free_8(matchContext)
    pcre2_code_free_8(code)
  }

  func hasGroup(_ name: String) -> Bool { groups[name] != nil }

  /// Names of the groups, in no order.
  public var groupNames: [String] { Array(groups.keys) }

  /// One match: the bytes it spans and those of each group that took part.
  public struct Match: Sendable {
    /// Bytes in the text.
    public let range: Range<Int>
    private let spans: [Range<Int>?]
    private let groups: [String: [Int]]

    init(spans: [Range<Int>?], groups: [String: [Int]]) {
      range = spans[0] ?? 0..<0
      self.spans = spans
      self.groups = groups
    }

    /// The bytes of the named group; nil where it took no part in the match.
    public func range(_ name: String) -> Range<Int>? {
      groups[name]?.lazy.compactMap { $0 < self.spans.count ? self.spans[$0] : nil }.first
    }
  }

  /// The first match at or after `start`, nil for none. A pattern that passes its step limit counts as no match; `exceedsLimit` tells.
  public func firstMatch(in text: [UInt8], from start: Int = 0) -> Match? {
    guard mayMatch(text, from: start) else { return nil }
    if start == 0, isLong, !mayMatch(TextSignature(text)) { return nil }
    return withMatchData { data in run(text, from: start, into: data) > 0 ? match(from: data) : nil }
  }

  /// The same in a text whose signature is known.
  func firstMatch(in text: [UInt8], _ signature: TextSignature, from start: Int) -> Match? {
    guard mayMatch(signature), start == 0 || self.start == nil else { return nil }
    return withMatchData { data in run(text, from: start, into: data) > 0 ? match(from: data) : nil }
  }

  /// Whether it matches anywhere.
  public func matches(_ text: [UInt8]) -> Bool {
    guard mayMatch(text, from: 0) else { return false }
    // Of a word or two, its signature tells more quickly than matching.
    if start == nil, text.count <= Self.shortText, !mayMatch(TextSignature(text)) { return false }
    return withMatchData { data in run(text, from: 0, into: data) > 0 }
  }

  /// The same of a text whose signature is known.
  public func matches(_ text: [UInt8], _ signature: TextSignature) -> Bool {
    mayMatch(signature) && withMatchData { data in run(text, from: 0, into: data) > 0 }
  }

  private static let shortText = 24
  /// To match a longer pattern costs many times what a text's signature does, in bytes.
  private static let shortPattern = 2000

  /// Whether matching `text` passes the step limit: the pattern backtracks without end.
  public func exceedsLimit(on text: [UInt8]) -> Bool {
    translate()
    let result = withMatchData { data in run(text, from: 0, into: data) }
    return [PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT].contains(result)
  }

  /// All matches that do not overlap, in order.
  public func allMatches(in text: [UInt8]) -> [Match] {
    matches(in: text) { $0.isEmpty ? Self.nextCharacter(in: text, after: $0.upperBound) : $0.upperBound }
  }

  /// All matches, each the first that begins after the beginning of the one before: they may overlap.
  public func overlappingMatches(in text: [UInt8]) -> [Match] {
    matches(in: text) { Self.nextCharacter(in: text, after: $0.lowerBound) }
  }

  /// Matches in order, each the first from the place that `next` gives for the one before.
  private func matches(in text: [UInt8], from next: (Range<Int>) -> Int) -> [Match] {
    var found: [Match] = []
    var start = 0
    guard mayMatch(text, from: start) else { return found }
    withMatchData { data in
      while start <= text.count, mayMatch(text, from: start), run(text, from: start, into: data) > 0 {
        let match = match(from: data)
        found.append(match)
        start = next(match.range)
      }
    }
    return found
  }

  /// False where the text's first byte tells that it has no match at or after a place.
  private func mayMatch(_ text: [UInt8], from place: Int) -> Bool {
    start == nil || place == 0 && mayMatch(textOf: text.first)
  }

  private func withMatchData<Result>(_ body: (OpaquePointer?) -> Result) -> Result {
    guard spanCount <= Self.spareSpans else {
      let data = pcre2_match_data_create_from_pattern_8(code, nil)
      defer { pcre2_match_data_free_8(data) }
      return body(data)
    }
    let kept = OpaquePointer(bitPattern: Self.spare.exchange(0, ordering: .acquiring))
    let data = kept ?? pcre2_match_data_create_8(UInt32(Self.spareSpans), nil)
    defer {
      pcre2_match_data_free_8(OpaquePointer(bitPattern: Self.spare.exchange(UInt(bitPattern: data), ordering: .acquiringAndReleasing)))
    }
    return body(data)
  }

  private func translate() {
    translation.withLock { _ in
      guard !isTranslated.load(ordering: .relaxed) else { return }
      // Where the machine has no JIT the interpreter does the same work, only slower.
      _ = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
      isTranslated.store(true, ordering: .releasing)
    }
  }

  /// What comes of a match must not hang on whether machine code was made before: where one way reaches its bounds, the other tells.
  private func run(_ text: [UInt8], from start: Int, into data: OpaquePointer?) -> Int32 {
    guard isTranslated.load(ordering: .acquiring) else { return runUntranslated(text, from: start, into: data) }
    let result = match(text, from: start, into: data)
    return result == PCRE2_ERROR_JIT_STACKLIMIT ? match(text, from: start, into: data, options: PCRE2_NO_JIT) : result
  }

  private func runUntranslated(_ text: [UInt8], from start: Int, into data: OpaquePointer?) -> Int32 {
    let begun = Self.now()
    let result = match(text, from: start, into: data)
    let spent = spent.wrappingAdd(Self.now() &- begun, ordering: .relaxed).newValue
    guard spent > patience || result == PCRE2_ERROR_MATCHLIMIT else { return result }
    translate()
    return result == PCRE2_ERROR_MATCHLIMIT ? run(text, from: start, into: data) : result
  }

  /// Nanoseconds since some moment.
  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  private func match(_ text: [UInt8], from start: Int, into data: OpaquePointer?, options: UInt32 = 0) -> Int32 {
    text.withUnsafeBufferPointer { buffer in
      // An empty array may have no address, and PCRE2 wants one.
      guard let base = buffer.baseAddress else {
        var none: UInt8 = 0
        return pcre2_match_8(code, &none, 0, 0, UInt32(PCRE2_NO_UTF_CHECK) | options, data, matchContext)
      }
      return pcre2_match_8(code, base, buffer.count, start, UInt32(PCRE2_NO_UTF_CHECK) | options, data, matchContext)
    }
  }

  private func match(from data: OpaquePointer?) -> Match {
    guard let pairs = pcre2_get_ovector_pointer_8(data) else { return Match(spans: [nil], groups: groups) }
    let spans = (0..<spanCount).map { index -> Range<Int>? in
      let (low, high) = (pairs[2 * index], pairs[2 * index + 1])
      return low == Int(bitPattern: UInt.max) || low > high ? nil : low..<high
    }
    return Match(spans: spans, groups: groups)
  }

  private static func nextCharacter(in text: [UInt8], after offset: Int) -> Int {
    var next = offset + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// Bytes of the compiled pattern.
  private static func size(of code: OpaquePointer) -> Int {
    var size = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_SIZE), &size)
    return size
  }

  private static func groupCount(of code: OpaquePointer) -> Int {
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  private static func groupNames(of code: OpaquePointer) -> [String: [Int]] {
    var count: UInt32 = 0
    var entrySize: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    var names: [String: [Int]] = [:]
    guard let table else { return names }
    for index in 0..<Int(count) {
      // An entry is the group's number in two bytes and its name, closed by a zero.
      let entry = table + index * Int(entrySize)
      names[String(cString: entry + 2), default: []].append(Int(entry[0]) << 8 | Int(entry[1]))
    }
    return names
  }
}
