internal import Mustache

/// A model as the template library reads it fastest.
///
/// The library asks a structure for each of its names by reflection, at every use; measured on the document page that was most of the page's time. Here
/// each is looked into once.
final class ModelTree: MustacheParent {
  private let children: [String: Any]

  private init(_ children: [String: Any]) { self.children = children }

  func child(named name: String) -> Any? { children[name] }

  /// Texts, numbers and truths are themselves, structures become trees; nil for nil.
  static func of(_ value: Any) -> Any? {
    switch value {
    case let text as String: return text
    case let truth as Bool: return truth
    case let number as Int: return number
    case let number as Double: return number
    case let texts as [String]: return texts
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { of($0.value) }
    case .collection: return mirror.children.compactMap { of($0.value) }
    default: break
    }
    var children: [String: Any] = [:]
    for case (let name?, let value) in mirror.children { children[name] = of(value) }
    return ModelTree(children)
  }
}
