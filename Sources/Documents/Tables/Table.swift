public import Pages

/// Tabell: a table as it is printed, its cells as written.
public struct Table: Sendable, Equatable {
  /// The heading or line above it, in one line.
  public var title: String?
  /// What stands above the column of labels ("Konto", "tkr"); empty where nothing does.
  public var labelHead: String
  /// The names of the value columns, those of two levels joined by a space.
  public var columns: [String]
  public var rows: [Row]
  /// Lines with the title and the unit, above the table.
  public var captionLines: [LineReference]
  /// Running text right above a table without title, where the unit may stand.
  public var leadLines: [LineReference]
  /// Lines with the names of the columns.
  public var headLines: [LineReference]
  /// Lines of rows whose cells cannot be told apart: they stand in no row.
  public var unreadLines: [LineReference]
  /// The first lines after the table, where a note may stand.
  public var noteLines: [LineReference]
  /// Why a cell could not be placed with certainty, in Swedish; nil where every cell was.
  public var doubt: String?

  /// One row of a table.
  public struct Row: Sendable, Equatable {
    /// In one line; empty where the label's cell is.
    public var label: String
    /// One a value column, nil for an empty cell. All nil for a heading between rows.
    public var values: [String?]
    public var lines: [LineReference]

    public init(label: String, values: [String?], lines: [LineReference]) {
      self.label = label
      self.values = values
      self.lines = lines
    }

    /// Whether the row has no value: a heading between rows.
    public var isHeading: Bool { values.allSatisfy { $0 == nil } }
  }

  public init(
    title: String? = nil, labelHead: String = "", columns: [String], rows: [Row], captionLines: [LineReference] = [],
    leadLines: [LineReference] = [], headLines: [LineReference] = [], unreadLines: [LineReference] = [], noteLines: [LineReference] = [],
    doubt: String? = nil
  ) {
    self.title = title
    self.labelHead = labelHead
    self.columns = columns
    self.rows = rows
    self.captionLines = captionLines
    self.leadLines = leadLines
    self.headLines = headLines
    self.unreadLines = unreadLines
    self.noteLines = noteLines
    self.doubt = doubt
  }

  /// Every line of the head and the rows, in reading order.
  public var lines: [LineReference] {
    var seen = Set<LineReference>()
    return (headLines + rows.flatMap(\.lines) + unreadLines).filter { seen.insert($0).inserted }
  }
}
