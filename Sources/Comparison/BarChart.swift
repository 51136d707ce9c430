internal import Foundation

/// Bars of budget against outcome as an SVG: told apart by pattern, each with its figure beside it.
struct BarChart {
  /// What a bar shows, in the order in which they stand.
  enum Kind: Int {
    case budget
    case outcome
    case forecast

    init?(measure: String) {
      switch measure {
      case "budget": self = .budget
      case "utfall": self = .outcome
      case "prognos": self = .forecast
      default: return nil
      }
    }

    var name: String {
      switch self {
      case .budget: "budget"
      case .outcome: "utfall"
      case .forecast: "prognos"
      }
    }

    /// White for what was meant, dark for what came, striped for what is thought.
    var fill: String {
      switch self {
      case .budget: "fill=\"#fff\" stroke=\"#1f3a5f\" stroke-width=\"1.5\""
      case .outcome: "fill=\"#1f3a5f\" stroke=\"#1f3a5f\" stroke-width=\"1.5\""
      case .forecast: "fill=\"url(#stripes)\" stroke=\"#1f3a5f\" stroke-width=\"1.5\""
      }
    }
  }

  struct Bar {
    var kind: Kind
    var value: Double
    var shown: String
  }

  struct Group {
    var label: String
    var bars: [Bar]
    /// What is said of it beside its label.
    var remark = ""
  }

  private let groups: [Group]
  private let title: String

  init(_ groups: [Group], title: String) {
    self.groups = groups
    self.title = title
  }

  private static let width = 360.0
  private static let barHeight = 15.0
  private static let barGap = 3.0
  private static let groupGap = 22.0
  /// Room for the figures, at the end of the bars.
  private static let figureRoom = 78.0

  /// Letters of a label that has a remark on the same line.
  private static let mostBesideRemark = 24

  static let stripes =
    "<defs><pattern id=\"stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"2.5\" height=\"6\" fill=\"#1f3a5f\"/></pattern></defs>"

  static func legend(of kinds: Set<Kind>) -> String {
    let parts = kinds.sorted { $0.rawValue < $1.rawValue }.map { kind in
      "<span><svg viewBox=\"0 0 26 16\" aria-hidden=\"true\">\(kind == .forecast ? stripes : "")<rect x=\"1\" y=\"2\" width=\"24\" height=\"12\" \(kind.fill)/></svg>\(kind.name)</span>"
    }
    return "<div class=\"legend\">\(parts.joined())</div>"
  }

  var svg: String {
    let values = groups.flatMap(\.bars).map(\.value)
    let (low, high) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    let span = high - low == 0 ? 1 : high - low
    // Bars below zero have their figures to the left of nothing: they stand at the right end as well, so the room is the same.
    let room = Self.width - Self.figureRoom
    func x(_ value: Double) -> Double { (value - low) / span * room }
    var y = 0.0
    var parts: [String] = []
    for group in groups {
      // A long label leaves no room for the remark beside it.
      let isOwnLine = group.label.count > Self.mostBesideRemark && !group.remark.isEmpty
      let beside = isOwnLine ? "" : remark(group)
      parts.append("<text x=\"0\" y=\"\(HTMLNumber.place(y + 12))\" font-weight=\"600\">\(HTMLPage.escaped(group.label))\(beside)</text>")
      y += 18
      if isOwnLine {
        parts.append("<text x=\"0\" y=\"\(HTMLNumber.place(y + 9))\">\(remark(group))</text>")
        y += 15
      }
      for bar in group.bars {
        parts.append(rectangle(bar, from: x(min(0, bar.value)), to: x(max(0, bar.value)), y: y))
        y += Self.barHeight + Self.barGap
      }
      y += Self.groupGap - 12
    }
    let zero =
      "<line x1=\"\(HTMLNumber.place(x(0)))\" x2=\"\(HTMLNumber.place(x(0)))\" y1=\"16\" y2=\"\(HTMLNumber.place(y - 8))\" stroke=\"#5c5c5c\"/>"
    let height = HTMLNumber.place(y)
    return """
      <svg viewBox="-2 0 \(HTMLNumber.place(Self.width + 4)) \(height)" role="img" aria-label="\(HTMLPage.escaped(title))"><title>\(HTMLPage.escaped(title))</title>
      \(parts.joined(separator: "\n"))
      \(low < 0 ? zero : "")</svg>
      """
  }

  private func remark(_ group: Group) -> String {
    group.remark.isEmpty ? "" : "<tspan class=\"faint\" font-weight=\"400\"> · \(HTMLPage.escaped(group.remark))</tspan>"
  }

  private func rectangle(_ bar: Bar, from left: Double, to right: Double, y: Double) -> String {
    let box =
      "<rect x=\"\(HTMLNumber.place(left))\" y=\"\(HTMLNumber.place(y))\" width=\"\(HTMLNumber.place(max(1, right - left)))\" height=\"\(HTMLNumber.place(Self.barHeight))\" \(bar.kind.fill)/>"
    let label = "<text x=\"\(HTMLNumber.place(right + 6))\" y=\"\(HTMLNumber.place(y + 12))\">\(bar.shown)</text>"
    return box + label
  }
}
