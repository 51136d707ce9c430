internal import Yams

extension Node.Mapping {
  /// The value of the key written `name`; nil where there is none.
  ///
  /// `mapping.value(name)` would compare YAML's types of the keys too, which costs several regular expressions a key: half the time of loading the rules.
  func value(_ name: String) -> Node? { first { $0.key.scalar?.string == name }?.value }
}
