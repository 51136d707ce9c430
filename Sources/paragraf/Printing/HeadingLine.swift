import Archive
import Facts

/// One line of a document's contents: a § or a heading.
struct HeadingLine {
  var number: Int?
  var heading: String
  /// Depth in the tree of headings, 1 at the top.
  var level: Int
  var page: Int

  init(_ section: TextSection) {
    number = section.number
    heading = section.heading
    level = section.level
    page = section.spans.first?.page ?? 1
  }

  init(_ stored: StoredHeading) {
    number = stored.number
    heading = stored.heading
    level = stored.level
    page = stored.page
  }
}
