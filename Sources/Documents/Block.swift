public import Pages
internal import Synchronization

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
    var blocks: [Block] = []
    var group: [LineReference] = []
    var mark: ListMark?
    func end() {
      guard let first = group.first else { return }
      let text = passages.passage(group) { passage(group) }
      blocks.append(Block(mark: mark, lines: group, passage: text, leading: flow.gap(above: line(first))))
    }
    for line in lines {
      if let last = group.last, flow.continues(last, to: line, in: pages, setting: setting, mark: mark) {
        group.append(line)
      } else {
        end()
        group = [line]
        // Of the text as the passage has it, in which the spaces behind a mark are one.
        mark = ListMark(pages.flatText(of: line))
      }
    }
    end()
    return blocks
  }
}

/// The running text of blocks, each made once: what looks for goals, for sums and for key figures cuts a document into nearly the same blocks.
final class Passages: Sendable {
  private let known = Mutex<[Key: Passage]>([:])

  /// Told apart by all lines, hashed by the first and their number: blocks seldom have these in common.
  private struct Key: Hashable {
    let lines: [LineReference]

    func hash(into hasher: inout Hasher) {
      hasher.combine(lines.first)
      hasher.combine(lines.count)
    }
  }

  func passage(_ lines: [LineReference], make: () -> Passage) -> Passage {
    let key = Key(lines: lines)
    if let passage = known.withLock({ $0[key] }) { return passage }
    let passage = make()
    known.withLock { $0[key] = passage }
    return passage
  }
}
