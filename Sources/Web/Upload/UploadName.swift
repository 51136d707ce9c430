internal import Foundation

/// What a file that someone sends is called here.
package enum UploadName {
  /// Bytes. File systems take 255; a number and a temporary ending need some.
  private static let longest = 180

  /// A name without a path, control characters or signs that turn the direction of writing, that is not hidden and ends in `.pdf`.
  package static func clean(_ sent: String) -> String {
    let last = sent.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let scalars = last.precomposedStringWithCanonicalMapping.unicodeScalars.filter { isPlain($0) }
    var name = String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces)
    if name.lowercased().hasSuffix(".pdf") { name.removeLast(4) }
    name = String(name.drop { $0 == "." || $0 == " " })
    while name.utf8.count > longest { name.removeLast() }
    return (name.isEmpty ? "dokument" : name) + ".pdf"
  }

  /// The name of a file that is not kept, whatever kind of file it is.
  package static func shown(_ sent: String) -> String {
    let name = clean(sent)
    return sent.lowercased().hasSuffix(".pdf") ? name : String(name.dropLast(4))
  }

  /// The name for the second file of that name, the third, …: "kf (2).pdf".
  package static func numbered(_ name: String, _ number: Int) -> String {
    number == 1 ? name : "\(name.dropLast(4)) (\(number)).pdf"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
    default: scalar != ":"
    }
  }
}
