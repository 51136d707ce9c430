internal import Documents
internal import Facts
internal import Foundation
internal import Language
public import Pages

/// A place to mark in the image of a page, as a user names it.
public enum Highlight: Sendable, Hashable {
  /// `70.5,120,300,132`: x0, y0, x1, y1 in points from the page's top left corner, as in the evidence of a fact.
  case box(Box)
  /// `text:höjda avgifter`: every place on the page where the words stand, also over line ends; upper and lower case are the same.
  case text(String)
  /// `§ 18`: the heading of that § (paragraf).
  case paragraf(Int)

  /// Nil where it is none of the three.
  public init?(_ argument: String) {
    let trimmed = argument.trimmingCharacters(in: .whitespaces)
    if trimmed.hasPrefix("text:") {
      let words = trimmed.dropFirst("text:".count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !words.isEmpty else { return nil }
      self = .text(words)
    } else if trimmed.hasPrefix("§") {
      guard let number = Int(trimmed.dropFirst().trimmingCharacters(in: .whitespaces)), number > 0 else { return nil }
      self = .paragraf(number)
    } else {
      guard let box = Self.box(trimmed) else { return nil }
      self = .box(box)
    }
  }

  private static func box(_ text: String) -> Box? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.trimmingCharacters(in: .whitespaces)) }
    let edges = parts.compactMap { $0 }.filter(\.isFinite)
    guard parts.count == 4, edges.count == 4, edges[0] < edges[2], edges[1] < edges[3] else { return nil }
    return Box(x0: edges[0], y0: edges[1], x1: edges[2], y1: edges[3])
  }
}

/// What was to be marked is not on the page: one Swedish sentence that says where it is, where that is known.
public struct HighlightMissing: Error, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}

/// Finds highlights on a page of a document that has been read.
struct HighlightFinder {
  let document: MunicipalDocument
  let facts: FactsDocument

  /// The boxes of a highlight on a page (counted from 1). Throws `HighlightMissing`.
  func boxes(of highlight: Highlight, onPage number: Int) throws -> [Box] {
    switch highlight {
    case .box(let box): return [box]
    case .text(let words): return try boxes(ofText: words, onPage: number)
    case .paragraf(let paragraf): return try boxes(ofParagraf: paragraf, onPage: number)
    }
  }

  private func boxes(ofText words: String, onPage number: Int) throws -> [Box] {
    guard let index = document.pages.firstIndex(where: { $0.number == number }) else { return [] }
    let page = document.pages[index]
    let passage = document.passage(page.lines.indices.map { LineReference(page: index, line: $0) })
    let ranges = Self.ranges(of: words, in: passage.string)
    guard !ranges.isEmpty else { throw HighlightMissing("”\(words)” står inte på sidan \(number)") }
    return ranges.flatMap { passage.places(of: $0) }.flatMap { page.boxes(of: $0.range) }
  }

  /// Ranges of UTF-8 bytes.
  private static func ranges(of words: String, in text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = text.startIndex
    while let found = text.range(of: words, options: .caseInsensitive, range: start..<text.endIndex) {
      let offset = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      ranges.append(offset..<offset + text.utf8.distance(from: found.lowerBound, to: found.upperBound))
      start = found.upperBound
    }
    return ranges
  }

  private func boxes(ofParagraf paragraf: Int, onPage number: Int) throws -> [Box] {
    let sources = facts.paragraphs.filter { $0.number == paragraf }.compactMap(\.source)
    guard let first = sources.first else { throw HighlightMissing("dokumentet har ingen § \(paragraf)") }
    let boxes = sources.flatMap { $0.boxes(onPage: number) }
    let numbers = numberBoxes(ofParagraf: paragraf, onPage: number)
    guard !boxes.isEmpty || !numbers.isEmpty else {
      throw HighlightMissing("§ \(paragraf) börjar på sidan \(first.page), inte på sidan \(number)")
    }
    return numbers.filter { number in !boxes.contains { $0.holds(middleOf: number) } } + boxes
  }

  /// The line with the number, which may stand above the title in a line of its own.
  private func numberBoxes(ofParagraf paragraf: Int, onPage number: Int) -> [Box] {
    document.paragrafer.filter { $0.number == paragraf && document.pages[$0.heading.page].number == number }.flatMap {
      document.pages[$0.heading.page].boxes(of: document.line($0.heading).range)
    }
  }
}

extension Box {
  fileprivate func holds(middleOf other: Box) -> Bool {
    let (x, y) = ((other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2)
    return x0 <= x && x <= x1 && y0 <= y && y <= y1
  }
}

extension Evidence {
  fileprivate func boxes(onPage number: Int) -> [Box] {
    let all = (page == number ? boxes ?? [] : []) + (continued ?? []).filter { $0.page == number }.flatMap(\.boxes)
    return all.filter { $0.count == 4 }.map { Box(x0: $0[0], y0: $0[1], x1: $0[2], y1: $0[3]) }
  }
}
