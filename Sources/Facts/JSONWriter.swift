internal import Foundation

/// Writes facts as JSON while it goes through them, byte for byte as Foundation's `JSONEncoder` does with sorted keys and plain slashes. That one makes a
/// tree of the whole document first and then writes the tree, which takes several times as long; every document that is read is written.
final class JSONWriter {
  private var bytes: [UInt8] = []
  /// What is being written, the outermost first.
  private var open: [OpenValue] = []
  /// Room for putting the members of an object in order.
  private var sorted: [UInt8] = []

  /// A value that has not come to its end.
  private struct OpenValue {
    /// Where it begins in the bytes.
    var start: Int
    var kind = Kind.single
    /// Elements of an array.
    var count = 0
    /// Of an object: the names, and where each member begins.
    var members: [(name: String, start: Int)] = []

    enum Kind { case single, object, array }
  }

  private init() { bytes.reserveCapacity(1 << 16) }

  /// Throws an `EncodingError` where a number is none that JSON has.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let writer = JSONWriter()
    try writer.write(value)
    return writer.bytes
  }

  // What facts hold most of is told from the rest by its type, which is quicker than to ask it to encode itself.
  fileprivate func write<Value: Encodable>(_ value: Value) throws {
    if Value.self == String.self, let text = value as? String { return write(text) }
    if Value.self == [[Double]].self, let boxes = value as? [[Double]] { return try list(boxes) { try list($0, write) } }
    if Value.self == [Double].self, let numbers = value as? [Double] { return try list(numbers, write) }
    if Value.self == Decimal.self, let number = value as? Decimal { return raw(number.description) }
    open.append(OpenValue(start: bytes.count))
    try value.encode(to: ValueEncoder(writer: self))
    end(open.removeLast())
  }

  fileprivate func raw(_ text: String) { bytes += text.utf8 }

  fileprivate func write(_ number: Double) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(number, EncodingError.Context(codingPath: [], debugDescription: "no number in JSON"))
    }
    // Coordinates have one decimal; all that are finite are written as they are read back.
    let tenths = number * 10
    guard abs(tenths) < 1e9, tenths == tenths.rounded(), Double(Int(tenths)) / 10 == number, number != 0 || number.sign == .plus else {
      let text = number.description
      return raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
    let (whole, tenth) = Int(tenths).magnitude.quotientAndRemainder(dividingBy: 10)
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    raw(String(whole))
    if tenth != 0 { bytes += [UInt8(ascii: "."), UInt8(ascii: "0") + UInt8(tenth)] }
  }

  fileprivate func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Few texts have anything to escape: the others are taken over whole.
      if utf8.contains(where: Self.isEscaped) { utf8.forEach(writeEscaped) } else { bytes.append(contentsOf: utf8) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") }

  private func writeEscaped(_ byte: UInt8) {
    if byte < 0x20 { return raw(Self.escape(byte)) }
    if Self.isEscaped(byte) { bytes.append(UInt8(ascii: "\\")) }
    bytes.append(byte)
  }

  /// RFC 8259, section 7.
  private static func escape(_ control: UInt8) -> String {
    switch control {
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: "\\u00" + (control < 0x10 ? "0" : "") + String(control, radix: 16)
    }
  }

  private func list<Element>(_ elements: [Element], _ write: (Element) throws -> Void) throws {
    bytes.append(UInt8(ascii: "["))
    for index in elements.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      try write(elements[index])
    }
    bytes.append(UInt8(ascii: "]"))
  }

  // The innermost open value.
  private var innermost: Int { open.count - 1 }

  fileprivate func beginObject() { open[innermost].kind = .object }

  fileprivate func beginArray() {
    open[innermost].kind = .array
    bytes.append(UInt8(ascii: "["))
  }

  fileprivate func beginMember(_ name: String) {
    open[innermost].members.append((name, bytes.count))
    write(name)
    bytes.append(UInt8(ascii: ":"))
  }

  fileprivate func beginElement() {
    if open[innermost].count > 0 { bytes.append(UInt8(ascii: ",")) }
    open[innermost].count += 1
  }

  fileprivate var elementCount: Int { open[innermost].count }

  private func end(_ value: OpenValue) {
    switch value.kind {
    case .single: break
    case .array: bytes.append(UInt8(ascii: "]"))
    case .object: endObject(value)
    }
  }

  /// Puts an object's members in the order of their names.
  private func endObject(_ object: OpenValue) {
    let order = object.members.indices.sorted { object.members[$0].name < object.members[$1].name }
    sorted.removeAll(keepingCapacity: true)
    sorted.append(UInt8(ascii: "{"))
    for index in order {
      if sorted.count > 1 { sorted.append(UInt8(ascii: ",")) }
      let end = index + 1 < object.members.count ? object.members[index + 1].start : bytes.count
      sorted += bytes[object.members[index].start..<end]
    }
    sorted.append(UInt8(ascii: "}"))
    bytes.replaceSubrange(object.start..., with: sorted)
  }
}

/// What a value is given to encode itself into.
private struct ValueEncoder: Encoder {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    writer.beginObject()
    return KeyedEncodingContainer(ObjectContainer(writer: writer))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.beginArray()
    return ArrayContainer(writer: writer)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleContainer(writer: writer) }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    writer.beginMember(key.stringValue)
    writer.raw("null")
  }

  func encode(_ value: Bool, forKey key: Key) {
    writer.beginMember(key.stringValue)
    writer.raw(value ? "true" : "false")
  }

  func encode(_ value: String, forKey key: Key) {
    writer.beginMember(key.stringValue)
    writer.write(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    writer.beginMember(key.stringValue)
    writer.raw(String(value))
  }

  func encode(_ value: Double, forKey key: Key) throws {
    writer.beginMember(key.stringValue)
    try writer.write(value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    writer.beginMember(key.stringValue)
    try writer.write(value)
  }

  func nestedContainer<Nested>(keyedBy: Nested.Type, forKey: Key) -> KeyedEncodingContainer<Nested> { JSONWriter.refuse() }
  func nestedUnkeyedContainer(forKey: Key) -> any UnkeyedEncodingContainer { JSONWriter.refuse() }
  func superEncoder() -> any Encoder { JSONWriter.refuse() }
  func superEncoder(forKey: Key) -> any Encoder { JSONWriter.refuse() }
}

private struct ArrayContainer: UnkeyedEncodingContainer {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }
  var count: Int { writer.elementCount }

  func encodeNil() {
    writer.beginElement()
    writer.raw("null")
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    writer.beginElement()
    try writer.write(value)
  }

  func nestedContainer<Nested>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> { JSONWriter.refuse() }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { JSONWriter.refuse() }
  func superEncoder() -> any Encoder { JSONWriter.refuse() }
}

private struct SingleContainer: SingleValueEncodingContainer {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { writer.raw("null") }
  func encode(_ value: Bool) { writer.raw(value ? "true" : "false") }
  func encode(_ value: String) { writer.write(value) }
  func encode(_ value: Double) throws { try writer.write(value) }
  func encode(_ value: Int) { writer.raw(String(value)) }
  func encode<Value: Encodable>(_ value: Value) throws { try writer.write(value) }
}

extension JSONWriter {
  /// No fact nests containers by hand: their members are facts of their own.
  fileprivate static func refuse() -> Never { preconditionFailure("a fact that encodes others inside itself by hand") }
}
