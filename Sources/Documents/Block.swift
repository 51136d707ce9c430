public import Pages

/// Stycke: lines that belong together, as a paragraph of running text or as one item of a list.
public struct Block: Sendable {
  /// Nil for running text.
  public var mark: ListMark?
  public var lines: [LineReference]
  /// The lines joined, list mark and all.
  public var passage: Passage
  /// Where the item's own text begins in the passage, after its list mark.
  public var textStart: Int { mark?.length ?? 0 }
  /// White space above its first line, in line distances; 0 where it cannot be told.
  public var leading: Double
}

extension MunicipalDocument {
  /// Cuts lines into blocks at list marks, white space and lines that the writer ended.
  public func blocks(_ lines: [LineReference], setting: LineFlow.Setting = .prose) -> [Block] {
    var groups: [[LineReference]] = []
    for line in lines {
      if let group = groups.last, let last = group.last,
        flow.continues(last, to: line, in: pages, setting: setting, mark: ListMark(text(group[0])))
      {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups.map { group in
      Block(mark: ListMark(text(group[0])), lines: group, passage: passage(group), leading: flow.gap(above: line(group[0])))
    }
  }
}
