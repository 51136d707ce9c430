internal import Facts
internal import Foundation
internal import GRDB

/// Spans as bytes: six little-endian 32-bit integers each (start, page, then the box in tenths of a point), 24 bytes a printed line.
///
/// A third of what JSON takes; every printed line of every document has one. A box is kept to 0.1 point, as the facts document gives it.
enum SpanCoding {
  private static let stride = 24
  /// Stands in every coordinate where a line has no box.
  private static let noBox = Int32.min

  static func encode(_ spans: [TextSection.Span]) -> Data {
    var data = Data(capacity: spans.count * stride)
    for span in spans {
      append(clamped(Double(span.start)), to: &data)
      append(clamped(Double(span.page)), to: &data)
      for edge in 0..<4 { append(tenths(span.box, edge), to: &data) }
    }
    return data
  }

  static func pack(_ spans: [TextSection.Span]) throws -> Data { try Packing.pack(encode(spans)) }

  static func unpack(_ packed: Data) throws -> [TextSection.Span] {
    guard let data = Packing.unpack(packed) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "spans") }
    return decode(data)
  }

  static func decode(_ data: Data) -> [TextSection.Span] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / stride).map { index in
        let fields = (0..<6).map { bytes.loadUnaligned(fromByteOffset: index * stride + $0 * 4, as: Int32.self).littleEndian }
        let box = fields[2] == noBox ? nil : fields[2...].map { Double($0) / 10 }
        return TextSection.Span(start: Int(fields[0]), page: Int(fields[1]), box: box)
      }
    }
  }

  private static func append(_ value: Int32, to data: inout Data) {
    withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
  }

  private static func tenths(_ box: [Double]?, _ edge: Int) -> Int32 {
    guard let box, box.count == 4 else { return noBox }
    return clamped((box[edge] * 10).rounded())
  }

  // A coordinate far off every page (a damaged PDF) must not stop the program.
  private static func clamped(_ value: Double) -> Int32 {
    Int32(exactly: max(-1e9, min(1e9, value.isNaN ? 0 : value)).rounded()) ?? 0
  }
}
