internal import Pages

/// Tells what another organ did with a matter from what this meeting did, in a § that gives both under the same headings.
///
/// Minutes that carry the whole course of a matter set it under the organs' names: "Kommunstyrelsen 2024-05-06 § 77" with its own "Yrkanden" and
/// "Reservation", then "Kommunfullmäktige 2024-06-17" with those of the meeting.
struct OtherOrgans {
  let headings: SectionHeadings
  /// Whether the organ that a heading names is the document's own; nil where it names none.
  let isOwn: (SectionHeadings.Found, LineReference) -> Bool?

  /// What is done with a matter, by whomever; what is proposed is what this meeting decides on.
  private static let deeds: Set<Section.Kind> = [.decision, .motion, .procedure, .vote, .reservation, .statement, .recusal]
  /// What comes before a reservation against a proposal of another organ.
  private static let told: Set<Section.Kind> = [.background, .basis, .proposal, .earlier, .reservation, .statement]

  /// The sections, those of another organ's part told as such.
  func apart(_ sections: [Section]) -> [Section] {
    let own = sections.map { section in section.heading.flatMap { line in headings.heading(line).flatMap { isOwn($0, line) } } }
    var apart = sections
    for index in sections.indices where sections[index].kind == .earlier && own[index] == false {
      guard let end = ownPart(after: index, in: sections, own: own) else { continue }
      for other in index + 1..<end where Self.deeds.contains(sections[other].kind) && own[other] != true { apart[other].kind = .earlier }
    }
    markReservations(&apart, own: own)
    return apart
  }

  /// Where the own organ's part begins, in which the decision stands; nil where the § is not in parts.
  private func ownPart(after index: Int, in sections: [Section], own: [Bool?]) -> Int? {
    let part = sections.indices.first { $0 > index && own[$0] == true && sections[$0].heading.flatMap(headings.heading)?.kind == .earlier }
    guard let part, sections[part...].contains(where: { $0.kind == .decision }) else { return nil }
    // A decision of its own in between: the part is of an earlier meeting.
    let isDecided = sections[index..<part].indices.contains { sections[$0].kind == .decision && own[$0] == true }
    return isDecided ? nil : part
  }

  /// A reservation before the decision, right after what another organ proposed, was made there: nobody reserves himself against what is not yet decided.
  private func markReservations(_ sections: inout [Section], own: [Bool?]) {
    guard let decision = sections.firstIndex(where: { $0.kind == .decision }) else { return }
    for index in sections[..<decision].indices where sections[index].kind == .reservation && own[index] != true {
      let before = sections[..<index].indices.reversed().prefix { Self.told.contains(sections[$0].kind) }
      if before.contains(where: { own[$0] == false && (sections[$0].kind == .proposal || sections[$0].kind == .earlier) }) {
        sections[index].kind = .earlier
      }
    }
  }
}
