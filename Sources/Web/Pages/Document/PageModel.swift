internal import Archive

/// The page beside the facts: its image with the marks, and the ways to other pages.
struct PageModel: Sendable {
  let isImage: Bool
  let number: Int
  let pages: Int
  let image: String
  let imageText: String
  let previous: String?
  let next: String?
  let isRecognised: Bool
  let isLarge: Bool
  let zoom: String
  let fields: [Field]
  let mark: Mark?

  /// The corner of the first place marked, in points, and how many dots an inch the image has.
  struct Mark: Sendable {
    let x: Double
    let y: Double
    let dots: Int
  }

  /// A field that a form on the page sends along.
  struct Field: Sendable {
    let name: String
    let value: String
  }

  init(_ document: OpenDocument, _ choice: DocumentChoice) {
    let all = document.entry.document.pages
    isImage = document.isPDF
    number = choice.page
    pages = all
    image = Address.image(document.id, page: choice.page, marks: choice.marks.text, isLarge: choice.isLarge)
    let marked = choice.marks.boxes.isEmpty ? "" : ", med det valda stället markerat"
    imageText = "Sida \(choice.page) av \(all) i \(document.entry.document.source)\(marked)"
    isRecognised = document.isRecognised(page: choice.page)
    isLarge = choice.isLarge
    func address(_ page: Int, isLarge: Bool) -> String {
      var part = choice.part
      part.fact = choice.fact
      part.page = page
      part.isLarge = isLarge
      if page == choice.page, choice.fact == nil { part.marks = choice.marks.text }
      return Address.document(document.id, part)
    }
    previous = choice.page > 1 ? address(choice.page - 1, isLarge: choice.isLarge) : nil
    next = choice.page < all ? address(choice.page + 1, isLarge: choice.isLarge) : nil
    zoom = address(choice.page, isLarge: !choice.isLarge)
    mark = choice.marks.boxes.first.map { Mark(x: $0[0], y: $0[1], dots: choice.isLarge ? PageImagePage.large : PageImagePage.plain) }
    let given = [
      ("paragraf", choice.part.paragraf), ("visa", choice.part.view), ("avsnitt", choice.part.section), ("fakta", choice.fact?.text ?? ""),
      ("stor", choice.isLarge ? "1" : ""),
    ]
    fields = given.filter { !$0.1.isEmpty }.map { Field(name: $0.0, value: $0.1) }
  }
}
