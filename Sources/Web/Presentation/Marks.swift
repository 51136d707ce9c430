internal import Facts
internal import Pages
internal import Pipeline

/// Places on one page, to be marked in its image.
struct Marks: Sendable {
  /// `[x0, y0, x1, y1]` in PDF points, origin top left.
  var boxes: [[Double]] = []

  /// More than the lines of a page.
  private static let most = 150

  init(boxes: [[Double]] = []) { self.boxes = boxes }

  /// Those of a fact on a page, which may be one that it goes on over.
  init(_ source: Evidence?, onPage page: Int) {
    guard let source else { return }
    let later = (source.continued ?? []).filter { $0.page == page }.flatMap(\.boxes)
    boxes = (source.page == page ? source.boxes ?? [] : []) + later
  }

  /// From an address: boxes as `x0,y0,x1,y1`, parted by semicolons. Throws a `Problem`.
  init(_ text: String?) throws {
    guard let text else { return }
    let parts = text.split(separator: ";")
    guard parts.count <= Self.most else { throw Problem.badRequest("Fler än \(Self.most) ställen kan inte markeras på en sida.") }
    boxes = try parts.map { part in
      guard case .box(let box)? = Highlight(String(part)) else {
        throw Problem.badRequest("mark i adressen ska vara rutor: x0,y0,x1,y1 med semikolon mellan.")
      }
      return [box.x0, box.y0, box.x1, box.y1]
    }
  }

  /// As in an address; empty where there are none.
  var text: String {
    boxes.prefix(Self.most).filter { $0.count == 4 }.map { $0.map(Self.short).joined(separator: ",") }.joined(separator: ";")
  }

  /// As workers take them.
  var highlights: [String] { boxes.map { $0.map(Self.short).joined(separator: ",") } }

  // Tenths of a point: less than the width of the line that marks it.
  private static func short(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard abs(tenths) < 1e7 else { return "0" }
    return tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))" : "\(tenths / 10)"
  }
}
