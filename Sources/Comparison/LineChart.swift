internal import Foundation

/// A series over years as an SVG: lines told apart by dash and mark, each point with its value, a gap where a year is missing.
struct LineChart {
  struct Point {
    var year: Int
    var value: Double
    var shown: String
  }

  struct Line {
    var label: String
    var points: [Point]
  }

  private let lines: [Line]
  private let title: String
  private static let (width, height, left, right, top, bottom) = (360.0, 150.0, 22.0, 338.0, 24.0, 126.0)
  private static let dashes = ["", "6 4", "2 3", "10 3 2 3"]

  init(_ lines: [Line], title: String) {
    self.lines = lines
    self.title = title
  }

  var svg: String {
    let points = lines.flatMap(\.points)
    let years = points.map(\.year)
    guard let first = years.min(), let last = years.max(), let low = points.map(\.value).min(), let high = points.map(\.value).max() else {
      return ""
    }
    func x(_ year: Int) -> Double {
      first == last ? (Self.left + Self.right) / 2 : Self.left + Double(year - first) / Double(last - first) * (Self.right - Self.left)
    }
    func y(_ value: Double) -> Double {
      high == low ? (Self.top + Self.bottom) / 2 : Self.bottom - (value - low) / (high - low) * (Self.bottom - Self.top)
    }
    let drawn = lines.enumerated().map { drawing($1, number: $0, x: x, y: y) }
    let marks = (first...last).map { year in
      "<text class=\"faint\" x=\"\(HTMLNumber.place(x(year)))\" y=\"146\" text-anchor=\"middle\">\(year)</text>"
    }
    return """
      <svg viewBox="0 0 \(HTMLNumber.place(Self.width)) \(HTMLNumber.place(Self.height))" role="img" aria-label="\(HTMLPage.escaped(title))"><title>\(HTMLPage.escaped(title))</title>
      <line x1="0" x2="360" y1="132" y2="132" stroke="#c9c9c9"/>
      \((drawn + marks).joined(separator: "\n"))</svg>
      """
  }

  private func drawing(_ line: Line, number: Int, x: (Int) -> Double, y: (Double) -> Double) -> String {
    let sorted = line.points.sorted { $0.year < $1.year }
    let dash = Self.dashes[number % Self.dashes.count]
    let segments = zip(sorted, sorted.dropFirst()).map { before, after in
      // A year without value is a gap: the line over it is thin.
      let width = after.year == before.year + 1 ? "2" : "0.6"
      return
        "<line x1=\"\(HTMLNumber.place(x(before.year)))\" y1=\"\(HTMLNumber.place(y(before.value)))\" x2=\"\(HTMLNumber.place(x(after.year)))\" y2=\"\(HTMLNumber.place(y(after.value)))\" stroke=\"#1f3a5f\" stroke-width=\"\(width)\" stroke-dasharray=\"\(dash)\"/>"
    }
    let marks = sorted.map { point in
      mark(number, x(point.year), y(point.value)) + label(point, x(point.year), y(point.value), isBelow: number % 2 == 1)
    }
    return (segments + marks).joined(separator: "\n")
  }

  private func label(_ point: Point, _ x: Double, _ y: Double, isBelow: Bool) -> String {
    let anchor = x < Self.left + 30 ? "start" : x > Self.right - 30 ? "end" : "middle"
    let shift = anchor == "start" ? -12.0 : anchor == "end" ? 12.0 : 0
    return
      "<text x=\"\(HTMLNumber.place(x + shift))\" y=\"\(HTMLNumber.place(isBelow ? y + 16 : y - 8))\" text-anchor=\"\(anchor)\">\(HTMLPage.escaped(point.shown))</text>"
  }

  /// A disc, a square, a triangle, a ring: in turn.
  private func mark(_ number: Int, _ x: Double, _ y: Double) -> String {
    let (px, py) = (HTMLNumber.place(x), HTMLNumber.place(y))
    switch number % 4 {
    case 1:
      return
        "<rect x=\"\(HTMLNumber.place(x - 4))\" y=\"\(HTMLNumber.place(y - 4))\" width=\"8\" height=\"8\" fill=\"#fff\" stroke=\"#1f3a5f\" stroke-width=\"2\"/>"
    case 2: return "<path d=\"M\(px) \(HTMLNumber.place(y - 5))l5 9h-10z\" fill=\"#1f3a5f\"/>"
    case 3: return "<circle cx=\"\(px)\" cy=\"\(py)\" r=\"4\" fill=\"#fff\" stroke=\"#1f3a5f\" stroke-width=\"2\"/>"
    default: return "<circle cx=\"\(px)\" cy=\"\(py)\" r=\"4\" fill=\"#1f3a5f\"/>"
    }
  }

  /// Which mark is whose; empty where there is one line.
  var legend: String {
    if lines.count < 2 { return "" }
    let parts = lines.enumerated().map { number, line in
      "<span><svg viewBox=\"0 0 26 16\" aria-hidden=\"true\"><line x1=\"0\" x2=\"26\" y1=\"8\" y2=\"8\" stroke=\"#1f3a5f\" stroke-width=\"2\" stroke-dasharray=\"\(Self.dashes[number % 4])\"/>\(mark(number, 13, 8))</svg>\(HTMLPage.escaped(line.label))</span>"
    }
    return "<div class=\"legend\">\(parts.joined())</div>"
  }
}
