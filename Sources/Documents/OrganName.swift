/// An organ's name as far as two are compared: "arbetsutskottets" and "arbetsutskott" are one organ, "nämnden" may be any nämnd.
public struct OrganName: Sendable {
  private let stem: String

  /// - Parameter name: in any case, in its basic form or the genitive.
  public init(_ name: String) {
    // Without genitive and definite ending.
    var stem = Substring(name.lowercased())
    for ending in ["s", "et", "en"] where stem.hasSuffix(ending) && stem.count > ending.count + 3 { stem = stem.dropLast(ending.count) }
    self.stem = String(stem)
  }

  /// Whether both may name the same organ.
  public func mayBe(_ other: OrganName) -> Bool { stem.hasSuffix(other.stem) || other.stem.hasSuffix(stem) }
}
