/// One page of a document as a reader sees it: its clean text, in reading order, with a way back from every byte to its place.
///
/// A page of a plain-text file has lines and text but no boxes: `words` is empty, `size` is nil and each line's `box` is nil.
public struct Page: Sendable {
  /// Counts from 1.
  public var number: Int
  /// Width and height in PDF points, of the page as it was read (`turn`); nil for plain text.
  public var size: PageSize?
  /// The page's clean text, UTF-8, NFC, its lines joined by "\n". All ranges below are byte offsets into it.
  public var text: [UInt8]
  /// In reading order, with rising ranges. Empty for plain text.
  public var words: [Word]
  /// In reading order, with rising ranges. Furniture is among them, marked.
  public var lines: [Line]
  /// For plain text: the number, from 1 within the file, of the page's first line; 0 for PDF.
  public var firstLineNumber: Int
  /// How the text was come by.
  public var origin = PageOrigin.textLayer
  /// How sure text recognition is of each of `words`, in percent; empty where the text is the file's own.
  public var confidences: [UInt8] = []
  /// How the page was turned before it was read; nil where it was read as it is shown. All boxes here are those of the page as it was read;
  /// `shown(_:)` leads back.
  public var turn: PageTurn?

  public init(
    number: Int, size: PageSize?, text: [UInt8], words: [Word], lines: [Line], firstLineNumber: Int = 0
  ) {
    self.number = number
    self.size = size
    self.text = text
    self.words = words
    self.lines = lines
    self.firstLineNumber = firstLineNumber
  }
}

/// Width and height of a page in PDF points.
public struct PageSize: Sendable, Hashable {
  public var width: Double
  public var height: Double

  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// A run of non-space characters with the box that it fills.
public struct Word: Sendable, Hashable {
  /// Bytes in the page's clean text.
  public var range: Range<Int>
  /// The union of its glyphs' boxes.
  public var box: Box

  public init(range: Range<Int>, box: Box) {
    self.range = range
    self.box = box
  }
}

/// One printed line of one column.
public struct Line: Sendable, Hashable {
  /// Bytes in the page's clean text, without the line break.
  public var range: Range<Int>
  /// Indices into the page's `words`; empty for plain text.
  public var words: Range<Int>
  /// The line's parts that stand apart (a gap wider than a word space can be, or two or more spaces or a tab in plain text), as byte
  /// ranges in the page's clean text. One range, the whole line, where nothing stands apart.
  public var cells: [Range<Int>]
  /// The union of its words' boxes; nil for plain text.
  public var box: Box?
  /// The size of most of its glyphs, in points; 0 for plain text.
  public var fontSize: Double
  /// Whether most of its glyphs are set in a bold face. False for plain text.
  public var isBold: Bool
  /// Whether all of its letters are: a bold word that begins a sentence is no heading. False for plain text.
  public var isWhollyBold = false
  /// White space above, as a multiple of the page's normal distance between lines: 1 for the next line of the same block, more where there is air
  /// between (in plain text 1 + the number of blank lines). The first line of a page or column has 0, which says nothing.
  public var leading: Double
  /// Whether it is the first line of a column (spalt) beside which the lines before it stand. False for plain text.
  public var startsNextColumn = false
  /// What it is apart from the running text. Plain text knows `text` alone.
  public var stream = Stream.text
  /// Whether it is page furniture (running header or footer, page number), found by repetition and place.
  public var isFurniture: Bool

  public init(
    range: Range<Int>, words: Range<Int> = 0..<0, cells: [Range<Int>] = [], box: Box? = nil, fontSize: Double = 0,
    isBold: Bool = false, leading: Double = 1, isFurniture: Bool = false
  ) {
    self.range = range
    self.words = words
    self.cells = cells.isEmpty ? [range] : cells
    self.box = box
    self.fontSize = fontSize
    self.isBold = isBold
    self.isWhollyBold = isBold
    self.leading = leading
    self.isFurniture = isFurniture
  }
}

extension Line {
  /// The streams of text that a page is made of, each read by itself.
  public enum Stream: Sendable {
    case text
    /// Fotnot: at the page's foot, in small type, with the mark that the text has too. It comes after the text that it stands under.
    case note
    /// Ruta: a box of text beside the running text. It comes after the paragraph that it stands beside.
    case box
  }
}
