/// A PDF with pages of one line, some of which draw forms within forms, ten in each, so that no reader comes to their end or all of them in memory.
enum NestedPDF {
  enum Content {
    case text(String)
    /// Ten to the power of `depth` lines of text.
    case nested(depth: Int)
  }

  static func file(_ pages: [Content]) -> String {
    var objects = ["", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    let kids = pages.map { page(of: $0, &objects) }
    objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = "<</Type/Pages/Count \(kids.count)/Kids[\(kids.map { "\($0) 0 R" }.joined(separator: " "))]>>"
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n" }
    return text + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
  }

  private static func page(of content: Content, _ objects: inout [String]) -> Int {
    let (operators, resources): (String, String)
    switch content {
    case .text(let text):
      (operators, resources) = ("BT /F 12 Tf 50 700 Td (\(text)) Tj ET", "/Font<</F 3 0 R>>")
    case .nested(let depth):
      (operators, resources) = ("/X Do", "/XObject<</X \(form(depth, &objects)) 0 R>>")
    }
    let stream = add("<</Length \(operators.utf8.count)>>stream\n\(operators)\nendstream", &objects)
    return add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<\(resources)>>/Contents \(stream) 0 R>>", &objects)
  }

  private static func form(_ depth: Int, _ objects: inout [String]) -> Int {
    let line = "BT /F 9 Tf 5 7 Td (Det här är en rad text som upprepas.) Tj ET "
    let operators = depth == 0 ? line : String(repeating: "/X Do ", count: 10)
    let resources = depth == 0 ? "/Font<</F 3 0 R>>" : "/XObject<</X \(form(depth - 1, &objects)) 0 R>>"
    return add(
      "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<\(resources)>>/Length \(operators.utf8.count)>>stream\n\(operators)\nendstream",
      &objects)
  }

  private static func add(_ object: String, _ objects: inout [String]) -> Int {
    objects.append(object)
    return objects.count
  }
}
