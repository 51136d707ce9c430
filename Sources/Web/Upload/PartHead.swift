internal import Foundation

/// What stands before the content of a part of a form.
package struct PartHead: Equatable, Sendable {
  /// The field's name.
  package let name: String
  /// As the browser sends it, which anyone may have made up: see `UploadName`. Nil for a field that is no file.
  package let fileName: String?

  /// - Parameter lines: the head's lines, without the empty one. Throws a `MultipartParser.Mistake`.
  init(lines: ArraySlice<UInt8>) throws {
    guard let text = String(validating: lines, as: UTF8.self) else { throw MultipartParser.Mistake(words: "en dels huvud är ingen text") }
    for line in text.components(separatedBy: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      guard line[..<colon].lowercased() == "content-disposition" else { continue }
      let fields = Self.parameters(of: line[line.index(after: colon)...])
      guard fields.kind == "form-data", let name = fields.values["name"] else { break }
      self.name = name
      fileName = fields.values["filename"]
      return
    }
    throw MultipartParser.Mistake(words: "en del av formuläret har inget namn")
  }

  /// `form-data; name="filer"; filename="a.pdf"`.
  private static func parameters(of text: Substring) -> (kind: String, values: [String: String]) {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    let kind = rest.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    rest = rest.drop { $0 != ";" }
    var values: [String: String] = [:]
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      let value = value(&rest)
      // The first counts: a second one is a trick.
      let key = name.trimmingCharacters(in: .whitespaces).lowercased()
      if values[key] == nil { values[key] = value }
    }
    return (kind, values)
  }

  /// Reads "=value" or "=\"value\"" up to the next semicolon. Browsers write a quotation mark in a name as %22, older ones as \".
  private static func value(_ rest: inout Substring) -> String {
    rest = rest.dropFirst()
    guard rest.first == "\"" else {
      let value = rest.prefix { $0 != ";" }
      rest = rest.dropFirst(value.count)
      return value.trimmingCharacters(in: .whitespaces)
    }
    rest = rest.dropFirst()
    var value = ""
    while let next = rest.popFirst(), next != "\"" {
      if next == "\\", rest.first == "\"" {
        value.append("\"")
        rest = rest.dropFirst()
      } else {
        value.append(next)
      }
    }
    rest = rest.drop { $0 != ";" }
    return value.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }
}
