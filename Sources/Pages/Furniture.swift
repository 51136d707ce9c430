/// Page furniture (sidhuvud, sidfot, sidnummer): what repeats at the pages' edges, found by its text and place across the pages.
///
/// A page is peeled from its edges inwards, row by row: only a row with nothing but furniture outside it can be furniture. A row repeats where its
/// text stands at the same height on a good share of the pages (of all, of the odd or of the even ones, or of a part with page numbers of its
/// own), its numbers being the same or one of them following the page's number. What stands closer to the running text than to the page's edge
/// (the heading of a table that goes on, a word like "Beslut" first on the page) has to do so on nearly all of them.
public enum Furniture {
  /// Marks the lines that are furniture. Lines that are marked already stay so.
  public static func mark(_ pages: inout [Page]) {
    var search = FurnitureSearch(pages)
    for row in search.rows() {
      for line in row.lines { pages[row.page].lines[line].isFurniture = true }
    }
  }
}

/// The peeling: in each round the outermost rows that are left are compared, until a round finds nothing.
struct FurnitureSearch {
  /// For each page its top and its bottom.
  private let edges: [PageEdge]
  private var judge: RepetitionJudge
  /// For each of `edges` the number of rows that were found to be furniture.
  private var depths: [Int]
  /// What was found to repeat as whole rows.
  private var known: [Repetition.Signature: [Repetition]] = [:]

  init(_ pages: [Page]) {
    edges = pages.indices.flatMap { page in
      let rows = PageRows(pages[page], index: page)
      return [rows.edge(.top), rows.edge(.bottom)]
    }
    depths = edges.map { _ in 0 }
    judge = RepetitionJudge(edges, hasText: pages.map { !$0.lines.isEmpty })
  }

  mutating func rows() -> [EdgeRow] {
    var found: [EdgeRow] = []
    var isDone = false
    while !isDone {
      let outermost = edges.indices.filter { depths[$0] < edges[$0].rows.count }
      let repeated = judge.repeated(among: outermost.map { edges[$0].rows[depths[$0]] })
      isDone = repeated.rows.isEmpty
      for index in repeated.rows {
        found.append(edges[outermost[index]].rows[depths[outermost[index]]])
        depths[outermost[index]] += 1
      }
      for repetition in repeated.repetitions where repetition.signature.kind == .row {
        known[repetition.signature, default: []].append(repetition)
      }
    }
    return found + covered()
  }

  /// Rows that are furniture elsewhere, on pages where something else stands outside them (a letterhead, a stamp). A page number is known by its height
  /// and by following the pages, so it is sought with its distance from them.
  private func covered() -> [EdgeRow] {
    edges.indices.flatMap { edge in
      edges[edge].rows.dropFirst(depths[edge]).filter { row in
        Repetition.signatures(of: 0, in: row).contains { known[$0]?.contains { $0.holds(row) } ?? false }
      }
    }
  }
}
